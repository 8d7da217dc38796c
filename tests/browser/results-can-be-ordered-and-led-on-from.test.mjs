import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, found, fragment, go, open, vocabulary } from '../harness.mjs';

test('articles stand in the order that is chosen, and the address keeps it', async (t) => {
  const { page } = await open(t);
  const order = async () => (await found(page)).map(({ article }) => article);
  for (const sort of ['author', 'outlet', 'date', 'relevance']) {
    await page.getByLabel('Order').selectOption(sort);
    await eventually(() => fragment(page), sort === 'relevance' ? '' : `sort=${sort}`);
    const { hits } = await ask(page, 'search', { sort });
    await eventually(order, hits.map(({ article }) => article), sort);
  }
});

test('of many passages the best stand first, and all stand in the order of the article', async (t) => {
  const { page } = await open(t, { hash: 'q=japan' });
  const { hits } = await ask(page, 'search', { q: 'japan' });
  const { article, passages } = hits.find(({ passages }) => passages.length > 5);
  const hit = page.locator('article.hit', { has: page.locator(`h2 a[href*="article=${article}"]`) });
  const shown = async () => (await hit.locator('.pilcrow').allInnerTexts()).map((name) => Number(name.replace(/\D/g, '')));
  assert.equal((await shown()).length, 4);
  await hit.getByRole('button', { name: /passages? more/ }).click();
  const all = passages.map(({ p }) => p).filter((p) => p !== 'title');
  await eventually(shown, all);
});

test('a passage leads to more like it', async (t) => {
  const { page } = await open(t);
  const { plain, scan } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length === 2);
  await go(page, `q=${word}`);
  const [{ article, passages: [p] }] = await found(page);
  await page.getByRole('button', { name: 'More like this' }).first().click();
  await eventually(() => fragment(page), (hash) => /OR/.test(decodeURIComponent(hash)));
  const results = await eventually(() => found(page), (results) => results.flatMap(({ passages }) => passages).length > 1, 'and others');
  assert.ok(results.some((hit) => hit.article === article && hit.passages.includes(p)), 'the passage itself is among them');
});
