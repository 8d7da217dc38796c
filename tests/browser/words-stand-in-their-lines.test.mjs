import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, vocabulary, without } from '../harness.mjs';

const lines = (page) => page.locator('.kwic a').evaluateAll((links) => links.map((link) => ({
  to: Object.fromEntries(new URLSearchParams(link.hash.slice(1))), left: link.querySelector('.left').textContent,
  word: link.querySelector('mark').textContent, right: link.querySelector('.right').textContent })));

test('each mark of the passages has a line that leads to its sentence', { skip: without('full') }, async (t) => {
  const { page, errors } = await open(t, { edition: 'full', hash: 'view=words' });
  const { plain, scan } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length > 3);
  await go(page, `view=words&q=${word}`);
  const { hits } = await ask(page, 'search', { q: word });
  const marks = hits.flatMap(({ passages }) => passages).flatMap(({ marks }) => marks);
  const shown = await lines(page);
  assert.equal(shown.length, marks.length);
  const { articles } = await ask(page, 'corpus');
  for (const { to, left, word, right } of shown) {
    const paragraph = articles.find(({ id }) => id === to.article).paragraphs.find(({ n }) => n === Number(to.p.split('.')[0]));
    assert.ok(paragraph.text.includes(left + word + right), `${left}|${word}|${right}`);
  }
  assert.deepEqual(errors, []);
});

test('lines are sorted by what stands on either side, and the order is in the address', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full', hash: 'view=words&q=japan' });
  const fold = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  await page.getByRole('link', { name: 'By what stands after' }).click();
  await eventually(() => fragment(page), 'view=words&q=japan&lines=right');
  await page.locator('.pill[aria-current]', { hasText: 'By what stands after' }).waitFor();
  const first = (await lines(page)).map(({ right }) => fold(right)[0] ?? '');
  assert.deepEqual(first, first.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
  await go(page, 'view=words&q=japan&lines=left');
  const last = (await lines(page)).map(({ left }) => fold(left).at(-1) ?? '');
  assert.deepEqual(last, last.toSorted((a, b) => (a < b ? -1 : Number(a > b))));
});

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: names are counted in the words of each article`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition, hash: 'view=words' });
    const island = (await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent))).rings[0].names[0];
    const row = page.locator('table.usage tr', { has: page.locator(`th:text-is("${island}")`) });
    const shown = (await row.locator('td').allInnerTexts()).map((count) => Number(count.replace('–', '0')));
    const { articles } = await ask(page, 'corpus');
    const corpus = await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
    const naive = corpus.articles.map(({ paragraphs }) => paragraphs.reduce((sum, { text, terms }) => sum + (text
      ? text.split(/[^\p{L}]+/u).filter((word) => word === island).length
      : (terms ?? []).filter(([term]) => term === island).reduce((n, [, count]) => n + count, 0)), 0));
    assert.equal(articles.length, naive.length);
    assert.deepEqual(shown.filter(Boolean), naive.filter(Boolean));
    assert.ok(naive.some(Boolean));
  });
}

test('without texts the page says why there are no lines', async (t) => {
  const { page } = await open(t, { hash: 'view=words&q=japan' });
  assert.equal(await page.locator('.kwic').count(), 0);
  assert.match(await page.locator('.concordance').innerText(), /Lines need the order of words/);
  assert.ok(await page.locator('table.usage').count() > 1, 'counts are there');
});
