import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, go, open, search, source, vocabulary, without } from '../harness.mjs';

const RUN = 9;
const words = (text) => text.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Runs of so many consecutive words. */
function runs(text) {
  const all = words(text);
  return all.slice(RUN - 1).map((_, at) => all.slice(at, at + RUN).join(' '));
}

const skip = without('digest') || without('full');

test('no nine consecutive words of a source stand in any view, nor in the file', { skip }, async (t) => {
  const full = (await open(t, { edition: 'full' })).page;
  const { articles } = await ask(full, 'corpus');
  // Titles aside: they stand in the record.
  const titles = new Set(articles.flatMap(({ title }) => runs(title)));
  const sources = new Set(articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ text }) => runs(text))).filter((run) => !titles.has(run)));
  assert.ok(sources.size > 1_000);

  const { page } = await open(t, { edition: 'digest' });
  const { corpus, plain } = await vocabulary(page);
  const views = ['', 'view=about', 'view=compare', 'view=compare&by=actor', ...corpus.articles.map(({ id }) => `view=read&article=${id}`)];
  for (const by of ['actor', 'outlet']) {
    const { cells } = await ask(page, 'table', { by });
    views.push(...cells.map(({ column, issue }) => `view=compare&by=${by}&cell=${column}.${issue}`));
  }
  views.push(...plain.filter((_, at) => at % 100 === 0).map((word) => `q=${word}`));
  const shown = [];
  for (const view of views) {
    await go(page, view);
    shown.push([view, await page.evaluate(() => document.body.innerText)]);
  }
  const file = source('digest').replace(/<script type="application\/octet-stream"[^]*?<\/script>/, '');
  shown.push(['the file', file], ['the file, unescaped', JSON.stringify(corpus).replaceAll('\\"', '"')]);
  for (const [where, text] of shown) assert.deepEqual(runs(text).filter((run) => sources.has(run)), [], where);
  for (const { paragraphs } of (await ask(page, 'corpus')).articles) {
    for (const { n, text } of paragraphs) assert.equal(text, null, `¶ ${n}`);
  }
});

test('digests are said to be the editors’, wherever they stand', { skip: without('digest') }, async (t) => {
  const { page } = await open(t);
  const { corpus, plain, scan } = await vocabulary(page);
  const digests = corpus.articles.flatMap(({ paragraphs }) => paragraphs.map(({ digest }) => digest)).filter(Boolean);
  await search(page, plain.find((word) => scan((words) => words.has(word)).length > 1));
  const passages = await page.locator('.passage').allInnerTexts();
  assert.ok(passages.length > 0);
  for (const says of passages) {
    assert.match(says, /Editors’ digest/);
    assert.match(says, /In the article’s words:/);
    assert.ok(digests.some((digest) => says.includes(digest)));
  }
  await go(page, `view=read&article=${corpus.articles[0].id}`);
  assert.match(await page.locator('.reader header').innerText(), /Editors’ digest, paragraph by paragraph/);
  assert.equal(await page.locator('.reader .source:not(h2)').count(), 0, 'nothing is set as a source');
  await go(page, 'view=compare');
  await page.locator('a.cell').first().click();
  await page.locator('#evidence .digest').first().waitFor();
  for (const says of await page.locator('#evidence .digest').allInnerTexts()) assert.match(says, /^Editors’ digest of ¶ \d+/);
  assert.ok(await page.locator('#evidence .digest').count() > 0);
});

test('a phrase gives the paragraphs that hold its words, and says unordered', { skip: without('digest') }, async (t) => {
  const { page } = await open(t);
  const { paragraphs, plain, scan } = await vocabulary(page);
  const held = plain.filter((word) => paragraphs.at(-1).words.has(word));
  const [a, b] = [held.at(-1), held[0]];
  await search(page, `"${a} ${b}"`);
  const { hits, notices } = await ask(page, 'search', { q: `"${a} ${b}"` });
  const together = scan((words) => words.has(a) && words.has(b));
  assert.deepEqual(hits.map(({ article, passages }) => ({ article, passages: passages.map(({ p }) => p) }))
    .sort((x, y) => (x.article < y.article ? -1 : 1)), together);
  assert.ok(notices.some(({ kind }) => kind === 'unordered'));
  for (const { passages } of hits) {
    for (const { why, marks, text } of passages) assert.deepEqual([why, marks, text], [['unordered'], [], null]);
  }
  assert.match(await page.locator('.says').innerText(), /unordered/);
  for (const passage of await page.locator('.passage').all()) assert.match(await passage.innerText(), /unordered/);
  await search(page, `${a} -"${a} ${b}"`);
  await eventually(() => page.locator('.says').innerText(), (says) => /no effect.*unordered/.test(says), 'an exclusion that needs order is said to do nothing');
});
