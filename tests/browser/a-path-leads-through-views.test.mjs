import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, fragment, go, open, search, without } from '../harness.mjs';

// A path is made in Share as a lecturer makes it; its link is opened in another profile, as a student has it.
const skip = without('invented');
const odd = 'Why & how = #1? 100% <b>"said"</b>, Курилы, 北方領土, é + /?';

const share = (page) => page.getByRole('region', { name: 'Share this view' });
const bar = (page) => page.getByRole('navigation', { name: 'Path' });
const way = (page, name) => bar(page).getByRole('link', { name });
const stops = (page) => share(page).getByRole('listitem');
/** A view's own part of a fragment. */
const own = (fragment) => fragment.split('&').filter((pair) => !/^(path|stop|at)=/.test(pair)).join('&');
const here = async (page) => own(await fragment(page));
const drawn = (page) => page.evaluate(() => new Promise((drawn) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}));
/** What the page shows, once it is drawn. */
const shown = async (page) => {
  await page.locator('main[aria-busy="false"]').waitFor();
  await drawn(page);
  return page.locator('main').innerText();
};

async function openPaths(page) {
  if (!(await share(page).count())) await page.getByRole('button', { name: 'Share' }).click();
  await share(page).getByText('A path through the material').click();
}

async function add(page, note) {
  const before = await stops(page).count();
  const box = share(page).getByLabel('Add the present view as a stop');
  await box.fill(note);
  await share(page).getByRole('button', { name: 'Add' }).click();
  await eventually(() => stops(page).count(), before + 1);
  assert.equal(await box.inputValue(), '', 'the box is free for the next note');
}

/** Three views, each come to by what a reader presses; `at(note)` is called in each. */
async function through(page, query, at) {
  await search(page, query);
  await at(odd);
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.locator('.by select').selectOption('outlet');
  await at('');
  await page.getByRole('link', { name: 'Articles', exact: true }).click();
  await search(page, '');
  await page.locator('article.hit h2 a').first().click();
  await at('Read this; then discuss.');
}

/** A fragment of a path over those views, with notes, at no stop. */
const path = (...stops) => stops.map(([view, note = ''], at) => `stop=${encodeURIComponent(`${at + 1} ${view} ${note}`)}`).join('&');
const numbers = async (page) => /stop (\d+) of (\d+)|(\d+) stops/.exec(await bar(page).innerText())[0];

for (const edition of ['digest', 'invented']) {
  test(`${edition}: a path made in the page leads whoever has its link through the views`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition });
    await openPaths(page);
    const made = [];
    const query = 'a & b = "c#1" 100% <i> Мир 北';
    await through(page, query, async (note) => {
      await add(page, note);
      made.push({ view: await here(page), note, shown: await shown(page) });
      assert.equal(await numbers(page), `stop ${made.length} of ${made.length}`);
    });
    assert.ok(made[0].view.startsWith('q=') && made[1].view.includes('by=outlet') && made[2].view.includes('article='));
    await add(page, 'not this one');
    await share(page).getByRole('button', { name: 'Remove stop 4' }).click();
    await share(page).getByRole('button', { name: 'Stop 3 up' }).click();
    [made[1], made[2]] = [made[2], made[1]];
    await share(page).getByLabel('Title').fill(odd);
    await share(page).getByLabel('Title').press('Enter');
    await stops(page).first().getByRole('link').click();
    await eventually(() => page.locator('#share-link').inputValue(), (link) => link.endsWith('at=1'));
    const link = await page.locator('#share-link').inputValue();
    assert.match(link.split('#')[1], /^[A-Za-z0-9._~%&=-]*[A-Za-z0-9]$/, 'mail and chat programs leave the link whole');
    assert.ok(link.endsWith(await fragment(page)));
    assert.deepEqual([requests, errors], [[], []]);

    const { page: student, errors: wrong } = await open(t, { edition, hash: link.split('#')[1].replace(/&at=\d+$/, '') });
    assert.match(await bar(student).innerText(), /3 stops/);
    assert.ok((await bar(student).innerText()).includes(odd), 'its title');
    const is = async (at) => {
      await eventually(() => numbers(student), `stop ${at} of 3`);
      assert.equal(await here(student), made[at - 1].view);
      assert.equal(await shown(student), made[at - 1].shown);
      const note = bar(student).locator('.path-note');
      assert.deepEqual(await note.allInnerTexts(), made[at - 1].note ? [made[at - 1].note] : []);
      assert.equal(await way(student, 'Next').count(), at < 3 ? 1 : 0);
      assert.equal(await way(student, 'Back').count(), at > 1 ? 1 : 0);
    };
    await way(student, 'Begin').click();
    await is(1);
    await way(student, 'Next').click();
    await is(2);
    await way(student, 'Next').click();
    await is(3);
    await way(student, 'Back').click();
    await is(2);
    // Elsewhere, the path stays; its stop's view is a press away.
    await student.getByRole('link', { name: 'About', exact: true }).click();
    await eventually(() => here(student), (now) => now.startsWith('view=about'));
    assert.equal(await numbers(student), 'stop 2 of 3');
    await way(student, 'This stop’s view').click();
    await is(2);
    await student.goBack();
    await eventually(() => here(student), (now) => now.startsWith('view=about'));
    await student.goBack();
    await is(2);
    await student.goBack();
    await is(3);
    await student.goForward();
    await is(2);
    await way(student, 'Leave the path').click();
    await eventually(() => bar(student).count(), 0);
    assert.equal(await fragment(student), made[1].view, 'the view stays');
    assert.equal(await shown(student), made[1].shown);
    await student.goBack();
    await is(2);
    assert.deepEqual(wrong, []);
  });
}

test('markup in titles and notes is shown as the text that it is', { skip }, async (t) => {
  const payload = '<img src=x onerror=window.ran=1>';
  const { page, errors } = await open(t, { edition: 'invented', hash: `path=${encodeURIComponent(payload)}&${path(['view=compare', payload])}&at=1` });
  await openPaths(page);
  assert.equal((await bar(page).innerText()).split(payload).length, 3);
  assert.equal(await share(page).getByRole('listitem').getByRole('link').innerText(), payload);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.deepEqual(errors, []);
});

test('what mail programs add to a link does no harm to it', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented' });
  const link = `view=about&${path(['view=compare'], ['view=about'])}&at=2`;
  // No value ends in such a sign as it stands, so that what stands there is none of the link's.
  for (const end of ['', '.', ',', ';', ':', '!', ')', ']', ').', '"', '>', '%3E']) {
    await go(page, `${link}${end}`);
    await eventually(() => bar(page).count(), 1);
    assert.equal(await numbers(page), 'stop 2 of 2', `the link of a path, then ${end}`);
    assert.deepEqual(await page.locator('main .notices').allInnerTexts(), [], end);
    await go(page, 'view=words');
  }
  for (const end of ['', '.', ',', ';', ':', '!', ')', ']', ').']) {
    await go(page, `view=compare&by=outlet${end}`);
    await eventually(() => page.locator('.by select').inputValue(), 'outlet', `the link of a view, then ${end}`);
    await go(page, 'view=words');
  }
});

test('the keyboard makes a path and leads along it, and the focus is never lost', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: 'view=compare' });
  const focused = (how) => page.evaluate((how) => {
    const { activeElement: now } = document;
    const name = now.getAttribute('aria-label') ?? now.id;
    return { share: now.closest('.share') !== null, name, text: now.textContent.trim().slice(0, 40) }[how];
  }, how);
  /** Tab, until what has the focus is called so. */
  const tab = async (name, key = 'Tab') => {
    for (let left = 200; left > 0; left--) {
      if (name.test(await focused('name')) || name.test(await focused('text'))) return;
      await page.keyboard.press(key);
    }
    assert.fail(`Tab never reaches ${name}`);
  };
  await page.locator('#share-button').focus();
  await page.keyboard.press('Enter');
  await share(page).waitFor();
  await tab(/^A path through/);
  await page.keyboard.press('Enter');
  for (const note of ['one', 'two', 'three']) {
    await tab(/^path-note$/);
    await page.keyboard.type(note);
    await page.keyboard.press('Enter');
    await eventually(() => stops(page).count(), (now) => now > 0 && ['one', 'two', 'three'][now - 1] === note);
    await drawn(page);
    assert.equal(await focused('name'), 'path-note', 'the box is there for the next note');
  }
  await tab(/^Stop 3 up$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await eventually(async () => (await stops(page).getByRole('link').allInnerTexts()).join(), 'one,three,two');
  await drawn(page);
  assert.ok(await focused('share'), `after a stop went up, the focus is still in the panel, not at ${await focused('name')}`);
  await tab(/^Remove stop 3$/);
  await page.keyboard.press('Enter');
  await eventually(async () => (await stops(page).getByRole('link').allInnerTexts()).join(), 'one,three');
  await drawn(page);
  assert.ok(await focused('share'), `after a stop went, the focus is still in the panel, not at ${await focused('name')}`);
  await page.keyboard.press('Escape');
  await eventually(() => share(page).count(), 0);
  assert.equal(await focused('name'), 'share-button');
});

test('whoever goes along by the keyboard keeps the focus, on the way on or at what is shown', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: path(['view=compare'], ['view=about'], ['view=compare&by=outlet']) });
  const place = () => page.evaluate(() => document.activeElement.textContent.slice(0, 6) + document.activeElement.id);
  const along = [['Begin', 1, 'Next'], ['Next', 2, 'Next'], ['Next', 3, 'main'], ['Back', 2, 'Back'], ['Back', 1, 'main'], ['Leave', 0, 'main']];
  for (const [name, number, has] of along) {
    await way(page, name).focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (number ? numbers(page) : bar(page).count()), number ? `stop ${number} of 3` : 0);
    await drawn(page);
    await eventually(place, (now) => now.includes(has), `${name} to ${number}: the focus is at ${has}`);
  }
});

for (const [change, press, left] of [
  ['it goes up', 'Stop 2 up', 'two,one,three'],
  ['another goes up past it', 'Stop 3 up', 'one,three,two'],
  ['one before it is removed', 'Remove stop 1', 'two,three'],
  ['one after it is removed', 'Remove stop 3', 'one,two'],
  ['it is removed', 'Remove stop 2', 'one,three'],
]) {
  test(`the bar tells of the stop that is shown, also once ${change}`, { skip }, async (t) => {
    const three = path(['view=compare', 'one'], ['view=about', 'two'], ['view=words', 'three']);
    const { page } = await open(t, { edition: 'invented', hash: `view=about&${three}&at=2` });
    await openPaths(page);
    await share(page).getByRole('button', { name: press }).click();
    await eventually(async () => (await stops(page).getByRole('link').allInnerTexts()).join(), left);
    const views = { one: 'view=compare', two: 'view=about', three: 'view=words' };
    const [note] = await bar(page).locator('.path-note').allInnerTexts();
    // Once what is shown is no stop any more, another may be shown, or none be named.
    if (note) assert.equal(await here(page), views[note]);
    else assert.equal(press, 'Remove stop 2');
  });
}

test('with its last stop a path is gone', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: `view=about&path=x&${path(['view=about', 'one'])}&at=1` });
  await openPaths(page);
  await share(page).getByRole('button', { name: 'Remove stop 1' }).click();
  await eventually(() => bar(page).count(), 0);
  await eventually(() => fragment(page), 'view=about');
  await add(page, 'anew');
  assert.ok(!(await fragment(page)).includes('path='), 'and its title with it');
});

for (const [what, view, says] of [
  ['an article', 'view=read&article=nowhere-1999', /article.*nowhere-1999/],
  ['a filter', 'author=nobody', /author.*nobody/],
  ['a column', 'view=compare&by=outlet&column=the-nowhere', /column.*the-nowhere/],
  ['a position', 'view=read&position=none-01', /position.*none-01/],
]) {
  test(`a stop that asks for ${what} that is not here says so, and the path goes on`, { skip }, async (t) => {
    const { page, errors } = await open(t, { edition: 'invented', hash: path(['view=about'], [view, 'look'], ['view=compare']) });
    await way(page, 'Begin').click();
    await way(page, 'Next').click();
    await eventually(() => numbers(page), 'stop 2 of 3');
    assert.match((await page.locator('main .notices li').allInnerTexts()).join('\n'), says);
    await way(page, 'Next').click();
    await eventually(() => here(page), 'view=compare');
    assert.equal(await page.locator('main .notices').count(), 0, 'what is said is of its stop alone');
    assert.deepEqual(errors, []);
  });
}

for (const [what, view, says] of [
  ['a part of the page', 'view=timetable', /^Stop 2: .*view.*timetable/],
  ['a key that is none', 'colour=red', /^Stop 2: .*part.*colour/],
]) {
  test(`a link with a stop that asks for ${what} says so at once, and the path goes on without it`, { skip }, async (t) => {
    const { page, errors } = await open(t, { edition: 'invented', hash: path(['view=about'], [view, 'look'], ['view=compare']) });
    assert.match((await page.locator('main .notices li').allInnerTexts()).join('\n'), says);
    await way(page, 'Begin').click();
    await way(page, 'Next').click();
    await eventually(() => numbers(page), 'stop 2 of 3');
    assert.equal(await page.locator('main .notices').count(), 0);
    assert.deepEqual(errors, []);
  });
}

/** Adds, and gives what the page says of that. */
async function tryToAdd(page, note) {
  await share(page).getByLabel('Add the present view as a stop').fill(note);
  await share(page).getByRole('button', { name: 'Add' }).click();
  // What was said of the last one may stand there still.
  await drawn(page);
  const said = share(page).locator('.paths [role=status]');
  await eventually(() => said.innerText(), (says) => says !== '');
  return said.innerText();
}

test('a stop beyond the most that a path holds is refused with words, and nothing is lost', { skip }, async (t) => {
  const full = Array.from({ length: 40 }, () => ['view=about']);
  const { page } = await open(t, { edition: 'invented', hash: `view=about&${path(...full)}&at=40` });
  await openPaths(page);
  const before = await fragment(page);
  assert.match(await tryToAdd(page, 'one more'), /no more stops/);
  assert.equal(await stops(page).count(), 40);
  assert.equal(await fragment(page), before);
  assert.equal(await share(page).getByLabel('Add the present view as a stop').inputValue(), 'one more', 'the note is still there');
});

test('a link with more stops than a path holds says that some are left out', { skip }, async (t) => {
  const many = Array.from({ length: 42 }, () => ['view=about']);
  const { page } = await open(t, { edition: 'invented', hash: path(...many) });
  assert.match(await bar(page).innerText(), /40 stops/);
  assert.match((await page.locator('main .notices').allInnerTexts()).join('\n'), /stop/);
});

test('a note too long for a link is refused with words, and nothing is lost', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: `view=about&${path(['view=compare', 'first'])}&at=1` });
  await openPaths(page);
  const before = await fragment(page);
  assert.match(await tryToAdd(page, 'ж'.repeat(2000)), /no more stops/);
  assert.equal(await fragment(page), before);
  assert.equal(await numbers(page), 'stop 1 of 1');
});

/** Adds stops until no more are taken, with long notes and then with short ones; gives how many there are. */
async function fill(page) {
  for (const long of [400, 20]) {
    for (let took = await stops(page).count(); !/no more/.test(await tryToAdd(page, 'n'.repeat(long))); took++) {
      await eventually(() => stops(page).count(), took + 1);
    }
  }
  const took = await stops(page).count();
  assert.ok(took > 2 && took < 40, `the link is full, not the path: ${took} stops`);
  return took;
}

test('every stop that a path took can be gone to', { skip }, async (t) => {
  // Each stop fits beside what is shown when it is added. What counts is whether the longest view fits beside them all.
  const { page } = await open(t, { edition: 'invented', hash: `q=${'word '.repeat(150).trim().replaceAll(' ', '%20')}` });
  await openPaths(page);
  await add(page, 'the long one');
  await page.getByRole('link', { name: 'About', exact: true }).click();
  await go(page, `view=about&${(await fragment(page)).split('&').filter((pair) => /^(stop|at)=/.test(pair)).join('&')}`);
  const took = await fill(page);
  await stops(page).first().getByRole('link').click();
  await eventually(() => here(page), (now) => !now.startsWith('view=about'));
  assert.equal(await bar(page).count(), 1, 'the path is still there');
  assert.equal(await numbers(page), `stop 1 of ${took}`);
});

test('a view too long for a path is refused with words, and nothing is lost', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: `q=${'word '.repeat(300).trim().replaceAll(' ', '%20')}` });
  await openPaths(page);
  assert.match(await tryToAdd(page, 'the long one'), /no more stops or words/);
  assert.equal(await stops(page).count(), 0);
});

test('what is chosen beside a long path loses no path', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented' });
  await openPaths(page);
  const took = await fill(page);
  await search(page, `pilots ${'word '.repeat(25)}`);
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await eventually(() => page.locator('nav [aria-current=page]').innerText(), 'Compare');
  assert.equal(await numbers(page), `stop ${took} of ${took}`);
});

test('the link of a path that is pasted into Share opens it, and the focus is not lost, even where it is open already', { skip }, async (t) => {
  const hash = `view=compare&${path(['view=compare', 'one'], ['view=about', 'two'])}&at=1`;
  const { page } = await open(t, { edition: 'invented' });
  for (const _ of [1, 2]) {
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByLabel('Open a view from its code or link').fill(`https://example.org/harbour/#${hash}`);
    await page.keyboard.press('Enter');
    await eventually(() => share(page).count(), 0);
    assert.equal(await numbers(page), 'stop 1 of 2');
    await eventually(() => page.evaluate(() => document.activeElement === document.body), false, 'something has the focus');
  }
});

test('a title too long for a link loses no path', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: `view=about&path=short&${path(['view=compare', 'first'])}&at=1` });
  await openPaths(page);
  await share(page).getByLabel('Title').fill('ж'.repeat(2000));
  await share(page).getByLabel('Title').press('Enter');
  await eventually(() => share(page).innerText(), (says) => /too long|no more/.test(says), 'it is said');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await eventually(() => page.locator('nav [aria-current=page]').innerText(), 'Compare');
  assert.equal(await numbers(page), 'stop 1 of 1');
});

test('a path leads along within a frame, and stays a frame’s', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: `${path(['view=compare&by=outlet', 'one'], ['view=about&embed=1', 'two'])}&embed=1` });
  await way(page, 'Begin').click();
  await eventually(() => here(page), 'view=compare&by=outlet&embed=1');
  await way(page, 'Next').click();
  await eventually(() => here(page), 'view=about&embed=1');
  assert.equal(await numbers(page), 'stop 2 of 2');
  assert.ok(await page.locator('.page.embed').count());
  assert.match(await page.getByRole('link', { name: 'Open in its own tab' }).getAttribute('href'), /#view=about&stop=.*&at=2$/);
  await way(page, 'Leave').click();
  await eventually(() => fragment(page), 'view=about&embed=1');
});
