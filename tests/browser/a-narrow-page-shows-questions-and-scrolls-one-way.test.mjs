import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, search, setOpen, vocabulary, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const narrow = { width: 360, height: 740 };

/** How far the page goes beyond its window, and what does, if it does. */
const beyond = (page) => page.evaluate(() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5);
  return [`${document.documentElement.scrollWidth} > ${innerWidth}`, ...wide.slice(0, 1).map((element) => element.outerHTML.slice(0, 60))];
});

for (const edition of ['digest', 'full']) {
  for (const width of [320, 360, 768, 1280]) {
    test(`${edition} edition: nothing scrolls sideways at ${width} pixels, in any view`, { skip: without(edition) }, async (t) => {
      const { page } = await open(t, { edition, size: { width, height: 700 } });
      // Until then letters of another width stand there.
      await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
      const { corpus, plain: words, scan } = await vocabulary(page);
      const word = words.find((word) => scan((held) => held.has(word)).length > 2);
      const { cells } = await ask(page, 'table', { by: 'actor' });
      const cell = ({ column, issue }) => `${column}.${issue}`;
      const fullest = cells.toSorted((a, b) => b.positions.length - a.positions.length)[0];
      const longest = corpus.positions.toSorted((a, b) => b.evidence.length - a.evidence.length)[0];
      const everyFilter = corpus.articles.map(({ outlet }) => `&outlet=${outlet.value}`).join('') + corpus.articles.flatMap(({ authors }) => authors.value).map((id) => `&author=${id}`).join('');
      const views = [
        '', `q=${word}`, `q=${word}${everyFilter}`, `q=${'x'.repeat(300)}`, `q=${corpus.rings[0].names[0]}`, 'author=smith', `author=${'x'.repeat(200)}`,
        ...corpus.articles.map(({ id }) => `view=read&article=${id}`), `view=read&q=${word}${everyFilter}&article=${corpus.articles[0].id}`,
        'view=compare', 'view=compare&by=actor', 'view=compare&by=outlet&turn=1', `view=compare&by=actor&cell=${cell(fullest)}`, `view=compare${everyFilter}&q=${word}`,
        `view=compare&by=outlet&a=${corpus.articles[0].outlet.value}&b=${corpus.articles[1].outlet.value}`,
        'view=compare&by=group', 'view=compare&by=actor&dense=1', 'view=compare&by=actor&silence=hidden&dense=1', 'view=compare&by=actor&silence=shown', `view=compare&by=actor&column=${fullest.column}`,
        `view=read&article=${longest.article}&p=${longest.evidence[0].p}&position=${longest.id}`,
        ...['prompts', 'code', 'role', 'matrix', 'blank', 'notes'].map((sheet) => `view=seminar&by=actor&sheet=${sheet}`), `view=seminar&sheet=role&role=${fullest.column}`, `view=seminar&sheet=code&position=${longest.id}`,
        'view=timeline', 'view=timeline&as_of=2018..2019', `view=words&q=${word}`, 'view=about',
      ];
      const wide = {};
      const look = async (name) => {
        const found = await beyond(page);
        if (found.length > 0) wide[name] = found;
      };
      for (const view of views) {
        const name = view.length > 60 ? `${view.slice(0, 60)}…` : view;
        await go(page, view);
        await look(name);
        // And with all that folds unfolded.
        await page.locator('main details:not([open])').evaluateAll((all) => all.forEach(({ classList }) => classList.add('was-folded')));
        await setOpen(page.locator('.was-folded'));
        await look(`${name}, unfolded`);
        await setOpen(page.locator('.was-folded'), false);
      }
      await page.getByRole('button', { name: 'Share' }).click();
      await look('Share');
      assert.deepEqual(wide, {});
    });
  }
}

test('the table gives way to questions, each with all its answers and who says what', async (t) => {
  const { page } = await open(t, { hash: 'view=compare', size: narrow });
  const { issues, positions } = await ask(page, 'corpus');
  const { columns, cells } = await ask(page, 'table', { by: 'government' });
  assert.equal(await page.locator('main table').count(), 0);
  const sections = page.locator('.questions section');
  assert.equal(await sections.count(), issues.length);
  for (const [at, { id, question, answers }] of issues.entries()) {
    const section = sections.nth(at);
    const says = plain(await section.innerText());
    assert.equal(plain(await section.getByRole('heading').innerText()), question);
    for (const { label } of answers) assert.ok(says.includes(label), `${question} lists ${label}`);
    const speaks = columns.filter(({ value }) => cells.some((cell) => cell.column === value && cell.issue === id));
    assert.deepEqual((await section.locator('dt').allInnerTexts()).map(plain), speaks.map(({ label }) => label));
    for (const { value } of speaks) {
      for (const held of cells.find((cell) => cell.column === value && cell.issue === id).positions) {
        const { stance, answer } = positions.find((position) => position.id === held);
        const label = answers.find((one) => one.id === answer)?.label ?? 'another answer';
        assert.ok(says.includes(`${stance} ${label}`), `${held}: ${says}`);
      }
    }
  }
});

test('silence is said as such here too, apart from silence in a selection', async (t) => {
  const { page } = await open(t, { size: narrow });
  const { articles, issues } = await ask(page, 'corpus');
  const whole = await ask(page, 'table', { by: 'government' });
  let silent = 0;
  const check = async (selected, hash) => {
    for (const [at, { id }] of issues.entries()) {
      const said = (await page.locator('.questions section').nth(at).locator('.silence').allInnerTexts()).map(plain);
      for (const { value, label } of whole.columns) {
        const of = (cells) => cells.find((cell) => cell.column === value && cell.issue === id)?.positions.length ?? 0;
        const where = `${label} on ${id} with “${hash}”`;
        const silence = said.filter((words) => words.includes(label)).join('; ');
        if (of(selected)) {
          assert.equal(silence, '', where);
          continue;
        }
        const elsewhere = of(whole.cells);
        silent += 1;
        assert.ok(silence.includes(elsewhere ? `in this selection (${elsewhere} elsewhere)` : `in these ${articles.length} articles`), `${where}: ${silence}`);
      }
    }
  };
  await go(page, 'view=compare');
  await check(whole.cells, '');
  const { outlet } = articles[1];
  await go(page, `view=compare&outlet=${outlet}`);
  await check((await ask(page, 'table', { by: 'government', outlet: [outlet] })).cells, outlet);
  assert.ok(silent > issues.length);
});

test('a cell opens in place and closes', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet', size: narrow });
  const cell = page.locator('a.cell').nth(2);
  const below = await cell.evaluate((cell) => cell.closest('.said').nextElementSibling?.querySelector('dt')?.innerText ?? null);
  await cell.click();
  const hash = new URLSearchParams(await eventually(() => fragment(page), (now) => now.includes('cell=')));
  const { cells } = await ask(page, 'table', { by: 'outlet' });
  const { positions } = cells.find(({ column, issue }) => `${column}.${issue}` === hash.get('cell'));
  assert.equal(await page.locator('#evidence ol > li').count(), positions.length);
  const place = await page.locator('#evidence').evaluate((panel) => panel.closest('.said').nextElementSibling?.querySelector('dt')?.innerText ?? null);
  assert.equal(place, below, 'beneath its own cell');
  await page.locator('#evidence').getByText('Close').click();
  await eventually(() => page.locator('#evidence').count(), 0);
});

test('turning the device changes between table and questions and keeps the view', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet', size: narrow });
  await page.locator('a.cell').first().click();
  const hash = await eventually(() => fragment(page), (now) => now.includes('cell='));
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.locator('main table').waitFor();
  assert.equal(await page.locator('#evidence').count(), 1);
  await page.setViewportSize(narrow);
  await page.locator('.questions').waitFor();
  assert.equal(await fragment(page), hash);
});

test('the filters are folded away and found', async (t) => {
  const { page } = await open(t, { size: narrow });
  assert.ok(await page.locator('.facet').first().isHidden());
  await page.locator('main summary', { hasText: 'Filters' }).click();
  await page.locator('.facet:not(.none) input').first().click();
  await eventually(() => fragment(page), (now) => now.startsWith('author='));
  await search(page, 'the');
  assert.match(await page.locator('.found').innerText(), /1 article/);
});
