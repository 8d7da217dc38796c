import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ask, eventually, go, open, search, source, without, written } from '../harness.mjs';
import { article, articles, bitByBit, chance, complete, corpusOf, text, uncoded, word, words } from '../large.mjs';

const skip = without('invented');
const MANY = 2000;
/** No page that a person reads has more elements; browsers grow slow with them. */
const MOST = 20_000;
/** What takes so many times as long as the browser itself does for as much is taken for broken. */
const PATIENCE = 5;
const notice = 'Invented: nobody owns it.';

async function large(t, made, options = {}) {
  const page = source('invented');
  const corpus = { ...uncoded(corpusOf(page), made), ...options.corpus };
  const opened = await open(t, { address: written(t, bitByBit(page, corpus, { each: options.each ?? 200 })), ...options });
  await complete(opened.page);
  return opened;
}

/** Until the page has done something and drawn it: how many times as long as the browser takes to draw these lines, bare, before and after. */
async function patience(page, lines, act) {
  const bare = () => page.evaluate((lines) => new Promise((drawn) => {
    const from = performance.now();
    const all = document.createElement('div');
    all.append(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
    document.body.append(all);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      all.remove();
      drawn(performance.now() - from);
    }));
  }), lines);
  const before = await bare();
  const from = Date.now();
  await act();
  const took = Date.now() - from;
  return 2 * took / (before + await bare());
}

const most = Array(MOST).fill('line');

const elements = (page) => page.locator('#app *').count();

// Three words of each article stand in no other, and begin alike.
const made = articles(MANY, { seed: 6, length: 30 }).map((article, nth) => ({
  ...article, notice, paragraphs: article.paragraphs.map(({ n, text }) => ({ n, text: `${text} Zz${word(3 * nth + n)}.` })),
}));
const counts = new Map();
for (const { paragraphs } of made) for (const { text } of paragraphs) for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
const [often] = [...counts].sort((a, b) => b[1] - a[1])[0];

for (const [what, hash] of [
  ['Articles', `q=${often}`], ['Read', 'view=read'], ['an article', `view=read&article=${made[1000].id}`], ['Words', 'view=words'],
  ['Words in their lines', `view=words&q=${often}`],
  ['Words that begin alike', `view=words&q=zz*`], ['About', 'view=about'],
]) {
  test(`${what}: soon, and no more than can be looked at`, { skip }, async (t) => {
    const { page, errors } = await large(t, made);
    const took = await patience(page, most, () => go(page, hash));
    const many = await elements(page);
    t.diagnostic(`${what}: ${took.toFixed(2)} times as long as ${MOST} bare lines, ${many} elements`);
    assert.ok(took < PATIENCE, `${took} times as long`);
    assert.ok(many < MOST, `${many} elements`);
    assert.ok(await page.locator('#failure').isHidden());
    assert.deepEqual(errors, []);
  });
}

test('Share says once what all of them must be known of', { skip }, async (t) => {
  const { page } = await large(t, made);
  await page.getByRole('button', { name: 'Share' }).click();
  const share = page.getByRole('region', { name: 'Share this view' });
  await share.waitFor();
  assert.equal(await share.locator('.caution', { hasText: notice }).count(), 1, 'the same notice again tells nothing');
  assert.ok(await elements(page) < MOST);
});

test('all lines can be taken out', { skip }, async (t) => {
  const { page } = await large(t, made, { hash: `view=words&q=${often}` });
  await page.locator('.kwic').waitFor();
  const { hits } = await ask(page, 'search', { q: often, limit: MANY });
  const lines = hits.flatMap(({ passages }) => passages).filter(({ p }) => p !== 'title').flatMap(({ marks }) => marks).length;
  await page.locator('details.export summary').click();
  const download = page.waitForEvent('download');
  await page.locator('details.export').getByRole('button', { name: /CSV/ }).first().click();
  const csv = readFileSync(await (await download).path(), 'utf8').trim().split(/\r?\n/);
  assert.ok(lines > 1000);
  assert.equal(csv.length - 1, lines);
});

test('what such a corpus has nothing for is not offered, and a link to it gives a page', { skip }, async (t) => {
  const { page, errors } = await large(t, made.slice(0, 300));
  const offered = await page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link').allInnerTexts();
  assert.deepEqual(offered.filter((name) => ['Compare', 'Seminar', 'Timeline'].includes(name)), []);
  assert.ok(offered.length > 2);
  for (const pane of ['compare', 'seminar', 'timeline']) {
    await go(page, `view=${pane}`);
    assert.ok((await page.locator('main').innerText()).trim().length > 20, pane);
    assert.ok(await page.locator('#failure').isHidden(), pane);
  }
  assert.deepEqual(errors, []);
});

test('two thousand authors are no list of two thousand boxes', { skip }, async (t) => {
  const authors = Array.from({ length: MANY }, (_, nth) => ({ id: `author-${nth}`, name: `Name ${word(nth)}` }));
  const signed = made.map((article, nth) => ({ ...article, authors: { value: [authors[nth].id], basis: 'stated' } }));
  const { page } = await large(t, signed, { corpus: { authors } });
  const took = await patience(page, most, () => search(page, often));
  t.diagnostic(`an answer: ${took.toFixed(2)} times as long as ${MOST} bare lines, ${await elements(page)} elements`);
  assert.ok(took < PATIENCE, `${took} times as long`);
  assert.ok(await elements(page) < 5000, `${await elements(page)} elements`);
});

test('an article of a million words can be found and read', { skip, timeout: 120_000 }, async (t) => {
  const next = chance(8);
  const long = article(1, { paragraphs: Array.from({ length: 2000 }, () => text(next, 500)) });
  const alone = article(2, { paragraphs: [text(next, 200_000)] });
  const { page, errors } = await large(t, [long, alone], { each: 1 });
  const rare = words(long.paragraphs[1999].text)[7];
  const { hits } = await ask(page, 'search', { q: rare, exact: true });
  assert.ok(hits.some(({ article, passages }) => article === long.id && passages.some(({ p }) => p === 2000)));
  for (const { id, paragraphs } of [long, alone]) {
    const took = await patience(page, paragraphs.map(({ text }) => text), async () => {
      await go(page, `view=read&article=${id}&p=${paragraphs.length}`);
      await eventually(() => page.locator('section.para').count(), paragraphs.length);
    });
    t.diagnostic(`${id}: ${took.toFixed(2)} times as long as its bare text, ${await elements(page)} elements`);
    assert.ok(took < PATIENCE, `${took} times as long`);
  }
  assert.deepEqual(errors, []);
});

test('ten thousand articles that are alike, and one without paragraphs', { skip, timeout: 120_000 }, async (t) => {
  const same = text(chance(9), 12);
  const alike = Array.from({ length: 10_000 }, (_, nth) => article(nth, { title: 'Alike', paragraphs: nth === 5000 ? [] : [same] }));
  const { page, errors } = await large(t, alike, { each: 1000 });
  const [first] = words(same);
  const { total } = await ask(page, 'search', { q: first, exact: true });
  assert.equal(total, 9_999);
  await search(page, first);
  await eventually(() => page.locator('.found').innerText(), (says) => /^9999 articles|^9,999 articles/.test(says));
  await go(page, `view=read&article=${alike[5000].id}`);
  assert.equal(await page.locator('article.reader h1').innerText(), 'Alike');
  assert.equal(await page.locator('section.para').count(), 0);
  t.diagnostic(`Read: ${await elements(page)} elements`);
  assert.ok(await elements(page) < MOST, `${await elements(page)} elements`);
  assert.deepEqual(errors, []);
});
