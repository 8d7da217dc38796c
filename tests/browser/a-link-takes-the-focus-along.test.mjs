import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, setOpen, vocabulary, without } from '../harness.mjs';

/** What has the focus, and whether a reader of the screen would find it there. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const { top, bottom } = element.getBoundingClientRect();
  return { tag: element.tagName.toLowerCase(), id: element.id, main: element.closest('main') !== null, view: bottom > 0 && top < innerHeight, text: element.textContent.slice(0, 40) };
});

const drawn = (page) => page.evaluate(() => new Promise((drawn) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}));

/** Unfolds all that folds, also what is only laid out once it is asked for. */
async function unfold(page) {
  const folded = page.locator('main details:not(.drop):not([open])');
  while (await folded.count()) await setOpen(folded);
}

/** Follows a link by the keyboard; gives where it leads and what has the focus once the page has drawn that. */
async function follow(page, link) {
  await unfold(page);
  await link.focus();
  assert.ok(await link.evaluate((link) => link === document.activeElement), `the link can have the focus: ${await fragment(page)}`);
  const to = decodeURIComponent((await link.getAttribute('href')).slice(1));
  await page.keyboard.press('Enter');
  await eventually(async () => decodeURIComponent(await fragment(page)), to);
  await drawn(page);
  return new URLSearchParams(to);
}

/** That the paragraph which the address names has the focus or, where it names none, the content. */
async function went(page, to, from) {
  const p = to.get('view') === 'read' && to.get('p');
  const wanted = p ? ['section', `p-${p.split('.')[0]}`] : ['main', 'main'];
  await eventually(async () => (({ tag, id, view }) => [tag, id, view])(await focused(page)), [...wanted, true], `${from} → ${to}: has the focus, in view`);
}

/** A word that is in several articles, and a cell that is open. */
async function matter(page) {
  const { plain, scan } = await vocabulary(page);
  const { cells } = await ask(page, 'table', { by: 'actor' });
  const { positions } = await ask(page, 'corpus');
  const { column, issue, positions: [id] } = cells.toSorted((a, b) => b.positions.length - a.positions.length)[0];
  return { word: plain.find((word) => scan((words) => words.has(word)).length > 1), cell: `cell=${column}.${issue}`, position: positions.find((one) => one.id === id), role: column };
}

// From where, and by which link: each of another part of the page than it leads to.
const ways = {
  'a title among the articles': [() => '', 'article.hit h2 a'],
  'the number of a passage': [({ word }) => `q=${word}`, '.passage a.pilcrow'],
  'the positions of a passage': [({ position }) => `issue=${position.issue}&actor=${position.actor}`, '.passage .more a'],
  'what this is about': [() => '', '.lead a'],
  'the evidence of a cell': [({ cell }) => `view=compare&by=actor&${cell}`, '#evidence a.place'],
  'the source of a position': [({ cell }) => `view=compare&by=actor&${cell}`, '#evidence li .from a'],
  'the role sheet of an actor': [({ cell }) => `view=compare&by=actor&${cell}`, '#evidence > .from a'],
  'a position of a contrast': [() => 'view=compare', '.contrasts a.place'],
  'print': [() => 'view=compare', 'a.to-print'],
  'a position’s cell': [({ position: { article, id } }) => `view=read&article=${article}&position=${id}`, '.note-opened .ways a'],
  'an event': [() => 'view=timeline', '.events a.place'],
  'a position of a year': [() => 'view=timeline', '.years .position a.place'],
  'the passage of a prompt': [() => 'view=seminar', '.prompts a.place'],
  'the evidence of a role': [({ role }) => `view=seminar&sheet=role&role=${role}`, '.role-sheet a.place'],
  'the evidence of a handout': [() => 'view=seminar&sheet=matrix', '.handout .numbered a'],
  'the passage to code': [() => 'view=seminar&sheet=code', '.exercise a.place'],
};

for (const [edition, width] of [['digest', 1280], ['digest', 360], ['full', 1280]]) {
  test(`${edition} edition at ${width} pixels: Enter on a link leads the focus to the paragraph it names, or to the content`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, size: { width, height: 800 } });
    const found = await matter(page);
    const named = new Set();
    for (const [from, [hash, link]] of Object.entries(ways)) {
      await go(page, hash(found));
      const to = await follow(page, page.locator(link).first());
      await went(page, to, from);
      named.add(to.has('p'));
    }
    assert.equal(named.size, 2, 'links that name a paragraph, and links that name none');
    assert.deepEqual(errors, []);
  });
}

test('full edition: a line of a word leads the focus to its paragraph', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full' });
  const { word } = await matter(page);
  await go(page, `view=words&q=${word}`);
  const lines = page.locator('.kwic a');
  for (const at of [0, (await lines.count()) - 1]) {
    await go(page, `view=words&q=${word}`);
    await went(page, await follow(page, lines.nth(at)), `line ${at + 1}`);
  }
});

test('from the paragraph Tab leads on into it', async (t) => {
  const { page } = await open(t);
  const { cell } = await matter(page);
  await go(page, `view=compare&by=actor&${cell}`);
  const to = await follow(page, page.locator('#evidence a.place').last());
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.para')?.id), `p-${to.get('p').split('.')[0]}`);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'pilcrow');
});

test('every part of the page can be gone to from every other, and the focus is never lost', async (t) => {
  const { page } = await open(t);
  const nav = page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link');
  const count = await nav.count();
  assert.ok(count > 5);
  for (let from = 0; from < count; from += 1) {
    for (let to = 0; to < count; to += 1) {
      await go(page, (await nav.nth(from).getAttribute('href')).slice(1));
      await follow(page, nav.nth(to));
      // The link stays where it is, and keeps the focus.
      const kept = await nav.nth(to).evaluate((link) => link === document.activeElement);
      assert.ok(kept || (await focused(page)).main, `${from} → ${to}: ${JSON.stringify(await focused(page))}`);
      assert.equal(await nav.nth(to).getAttribute('aria-current'), 'page');
    }
  }
});

// Links within a part of the page that may go with what they lead from.
const within = {
  'another article': [({ position: { article } }) => `view=read&article=${article}`, '.contents a'],
  'an article, where none was chosen': [() => 'view=read', '.contents a'],
  'another place of a position': [({ position: { article, id } }) => `view=read&article=${article}&position=${id}`, '.note-opened .ways a >> nth=1'],
  'all positions of the article': [({ position: { article, issue } }) => `view=read&article=${article}&issue=${issue}`, '.outside a'],
  'a paragraph’s own link': [({ position: { article } }) => `view=read&article=${article}`, '.para .pilcrow >> nth=3'],
  'the query without the filters': [({ word }) => `q=${word}&year=1700`, '.nothing a >> nth=0'],
  'only as typed': [() => 'q=etorofu', '.says a'],
  'a place on the map': [() => '', '.map a'],
  'a year of the drawing': [() => 'view=timeline', '.drawing a'],
  'another order of the rows of words': [({ word }) => `view=words&q=${word}`, '.concordance .pills a >> nth=1'],
  'another sheet': [() => 'view=seminar', '.seminar-controls nav a >> nth=2'],
  'another passage to code': [() => 'view=seminar&sheet=code', '.onward a'],
  'the close of a cell': [({ cell }) => `view=compare&by=actor&${cell}`, '#evidence a.close'],
};

for (const [what, [hash, link]] of Object.entries(within)) {
  const edition = /words/.test(what) ? 'full' : 'digest';
  test(`the focus stays in the content: ${what}`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    await go(page, hash(await matter(page)));
    await follow(page, page.locator(link).first());
    await eventually(() => focused(page), ({ main }) => main, 'the focus is in the content');
  });
}
