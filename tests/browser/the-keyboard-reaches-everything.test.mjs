import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, setOpen, vocabulary, without } from '../harness.mjs';

const focused = (page) => page.evaluate(() => {
  const { tagName, id, className } = document.activeElement;
  return `${tagName.toLowerCase()}${id && `#${id}`}${className && `.${className}`}`;
});

/** Numbers what Tab must reach, in reading order, and begins at the first: a click would leave the beginning elsewhere. */
const number = (page) => page.evaluate(() => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])');
  // Radios of one name are one stop, at the chosen one: arrows lead to the others.
  const stops = (radio) => {
    const group = [...document.querySelectorAll('input[type=radio]')].filter(({ name, form }) => name === radio.name && form === radio.form);
    return radio === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const reachable = [...all].filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }) && (element.type !== 'radio' || stops(element)));
  reachable.forEach((element, at) => { element.dataset.nth = at; });
  reachable[0].focus({ focusVisible: true });
  return reachable.length;
});

/** Which it is that has the focus, and what is wrong with how it shows that. */
const look = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const name = `${element.outerHTML.slice(0, 90)}`;
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]];
  const seen = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there && (element.contains(there) || there.contains(element) && there.closest('label'));
  });
  return { nth: element === document.body ? null : Number(element.dataset.nth ?? NaN), wrong: [!outlined && `no outline: ${name}`, !seen && `hidden: ${name}`].filter(Boolean) };
});

const views = (corpus, cells, word, issue) => ({
  'the articles': '',
  'results': `q=${word}&author=${corpus.articles[0].authors[0]}&year=2019`,
  'nothing': 'q=xyzzyplugh',
  'an article': `view=read&article=${corpus.articles.find(({ variants }) => variants.length > 0).id}`,
  'the table': 'view=compare',
  'the table turned': 'view=compare&by=outlet&turn=1',
  'an open cell': `view=compare&by=outlet&cell=${cells[0].column}.${cells[0].issue}`,
  'contrasts on one question': `view=compare&by=outlet&dense=1&issue=${issue}`,
  'some columns': `view=compare&by=outlet&column=${cells[0].column}&silence=shown`,
  'groups': 'view=compare&by=group&silence=hidden',
  'a span of time': `view=timeline&as_of=2018..2019&issue=${issue}`,
  'a chosen position': `view=read&article=${corpus.positions[0].article}&position=${corpus.positions[0].id}`,
  ...Object.fromEntries(['prompts', 'code', 'role', 'matrix', 'blank', 'notes'].map((sheet) => [`the sheet ${sheet}`, `view=seminar&by=outlet&issue=${issue}&sheet=${sheet}&role=${corpus.positions.find((position) => position.issue === issue).actor}`])),
  'the codebook': 'view=about',
});

for (const width of [1280, 360]) {
  test(`Tab leads through every control in reading order, seen, at ${width} pixels`, async (t) => {
    const { page } = await open(t, { size: { width, height: 800 } });
    const corpus = await ask(page, 'corpus');
    const { cells } = await ask(page, 'table', { by: 'outlet' });
    const { plain, scan } = await vocabulary(page);
    const word = plain.find((word) => scan((words) => words.has(word)).length > 1);
    // One question of few contrasts.
    const contrasts = (await ask(page, 'contrasts', { by: 'outlet' })).filter(({ kind }) => kind === 'differ');
    const [{ issue }] = contrasts.toSorted((one, other) => one.a.length + one.b.length - other.a.length - other.b.length);
    for (const [name, hash] of Object.entries(views(corpus, cells, word, issue))) {
      await go(page, hash);
      // All that folds is unfolded, but for what lies over the table, and for the contrasts of all questions, which are thousands.
      const leaves = name.endsWith('on one question') ? ':not(.drop)' : ':not(.drop, .contrasts *)';
      await setOpen(page.locator(`main details${leaves}`));
      const count = await number(page);
      assert.ok(count > 8, name);
      const reached = [];
      const wrong = [];
      for (let at = 0; at < count; at += 1) {
        if (at > 0) await page.keyboard.press('Tab');
        const now = await look(page);
        reached.push(now.nth);
        wrong.push(...now.wrong);
      }
      assert.deepEqual(reached, reached.map((_, at) => at), `${name}: in order, none left out`);
      assert.deepEqual(wrong, [], name);
    }
  });
}

for (const width of [320, 360, 400]) {
  test(`of a year of the drawing that has the focus the number is in view, at ${width} pixels`, async (t) => {
    const { page } = await open(t, { hash: 'view=timeline', size: { width, height: 800 } });
    const drawing = page.locator('.drawing');
    assert.ok(await drawing.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth), 'it scrolls, or this proves nothing');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const years = await drawing.locator('a').count();
    await drawing.focus();
    const beyond = [];
    for (let at = 0; at < years; at += 1) {
      await page.keyboard.press('Tab');
      beyond.push(...await drawing.evaluate((drawing) => {
        const [box, year] = [drawing.getBoundingClientRect(), document.activeElement.querySelector('text:not(.gap)').getBoundingClientRect()];
        return year.left >= box.left - 1 && year.right <= box.right + 1 ? [] : [document.activeElement.getAttribute('aria-label')];
      }));
    }
    assert.deepEqual(beyond, []);
  });
}

test('/ leads to the search box from every view', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  for (const hash of ['', 'view=compare', `view=read&article=${articles[0].id}`, 'view=timeline', 'view=words', 'view=seminar', 'view=about']) {
    await go(page, hash);
    await page.locator('body').press('/');
    await eventually(() => focused(page), 'input#search', hash);
    assert.equal(await page.locator('#search').inputValue(), '', 'and is not typed');
    await page.locator('#search').blur();
  }
});

test('/ is a sign like others in fields, and with Ctrl the browser’s', async (t) => {
  const { page } = await open(t);
  await page.locator('#search').pressSequentially('a/b');
  assert.equal(await page.locator('#search').inputValue(), 'a/b');
  await page.locator('#search').blur();
  await page.keyboard.press('Control+/');
  // The page moves the focus in the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.notEqual(await focused(page), 'input#search');
});

test('the first Tab offers a way past the masthead that leaves the address alone', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=year' });
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'a.skip');
  await page.keyboard.press('Enter');
  await eventually(() => focused(page), 'main#main');
  assert.equal(await fragment(page), 'view=compare&by=year');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'select', 'and on into it');
});

for (const width of [1280, 360]) {
  test(`a cell is opened by Enter and closed by Escape, and the focus goes with it, at ${width} pixels`, async (t) => {
    const { page } = await open(t, { hash: 'view=compare', size: { width, height: 800 } });
    const label = () => page.evaluate(() => document.activeElement.textContent);
    await page.locator('a.cell').nth(3).focus();
    const cell = await label();
    await page.keyboard.press('Enter');
    await page.locator('#evidence').waitFor();
    await eventually(() => page.evaluate(() => document.activeElement.closest('#evidence') !== null), true, 'the focus is in the panel');
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('#evidence').count(), 0);
    await eventually(() => fragment(page), 'view=compare');
    await eventually(label, cell, 'the focus is back where it was');
  });
}

test('Escape closes Share, from the button that opened it and from within', async (t) => {
  const { page } = await open(t);
  for (const within of [false, true]) {
    await page.locator('#share-button').focus();
    await page.keyboard.press('Enter');
    await page.locator('.share').waitFor();
    if (within) await page.locator('#share-paste').focus();
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.share').count(), 0, within ? 'from within' : 'from the button');
    await eventually(() => focused(page), 'button#share-button');
  }
});

for (const name of ['Filters', 'Layout']) {
  test(`Escape closes ${name}, which lies over the table, and the focus stays with its name`, async (t) => {
    const { page } = await open(t, { hash: 'view=compare' });
    const folded = page.locator('.compare-controls details.drop').filter({ has: page.locator('summary', { hasText: name }) });
    await folded.locator('summary').focus();
    await page.keyboard.press('Enter');
    await folded.locator('input').first().waitFor();
    await page.keyboard.press('Tab');
    assert.ok(await folded.evaluate((details) => details.contains(document.activeElement) && document.activeElement.tagName !== 'SUMMARY'));
    await page.keyboard.press('Escape');
    await eventually(() => folded.evaluate((details) => details.open), false);
    assert.ok(await folded.evaluate((details) => document.activeElement === details.querySelector('summary')));
  });
}

test('arrows lead among radios, and choose', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  await page.locator('.export summary').click();
  await page.getByRole('radio', { name: 'as a file' }).focus();
  for (const name of ['copied', 'as a file']) {
    await page.keyboard.press('ArrowRight');
    const chosen = page.getByRole('radio', { name });
    assert.ok(await chosen.evaluate((radio) => radio === document.activeElement && radio.checked), name);
  }
});

for (const view of ['', 'view=compare']) {
  test(`a filter keeps the focus while it is ticked and unticked${view && ' beside the table'}`, async (t) => {
    const { page } = await open(t, { hash: view });
    if (view) await page.locator('.compare-controls details.drop:not(.layout) summary').click();
    const box = page.locator('.facet input').first();
    await box.focus();
    const before = await fragment(page);
    await page.keyboard.press('Space');
    await eventually(() => fragment(page), (now) => now !== before);
    assert.ok(await box.evaluate((box) => box === document.activeElement && box.checked));
    await page.keyboard.press('Space');
    await eventually(() => fragment(page), before);
    assert.ok(await box.evaluate((box) => box === document.activeElement && !box.checked));
  });
}

test('who unfolds more passages goes on with the first of them', async (t) => {
  const { page } = await open(t);
  const { plain, scan } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).some(({ passages }) => passages.length > 5));
  await go(page, `q=${word}`);
  const nth = await page.locator('article.hit').evaluateAll((all) => all.findIndex((card) => /passages more/.test(card.innerText)));
  const card = page.locator('article.hit').nth(nth);
  const places = () => card.locator('.pilcrow').evaluateAll((all) => all.map(({ hash }) => hash));
  const before = await places();
  await card.getByRole('button', { name: /passages more$/ }).press('Enter');
  const after = await eventually(places, (now) => now.length > before.length);
  const first = after.find((place) => !before.includes(place));
  await eventually(() => page.evaluate(() => document.activeElement.hash), first);
});

test('a message that is closed leaves the focus in the page', async (t) => {
  const { page } = await open(t, { hash: 'issue=xyzzy' });
  await page.locator('.notices button').press('Enter');
  await page.locator('.notices').waitFor({ state: 'detached' });
  await eventually(() => focused(page), 'main#main');
});

test('full edition: a note of the margin keeps the focus when it is chosen', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full' });
  const { articles } = await ask(page, 'corpus');
  await go(page, `view=read&article=${articles[0].id}`);
  const note = page.locator('.margin button').first();
  await note.focus();
  await page.keyboard.press('Enter');
  await eventually(() => note.getAttribute('aria-pressed'), 'true');
  assert.ok(await note.evaluate((note) => note === document.activeElement));
});
