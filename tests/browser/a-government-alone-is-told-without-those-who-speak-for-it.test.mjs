import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, go, open } from '../harness.mjs';

test('where every actor stands alone, the panel of a government tells of the articles that its cell counts, and no others', async (t) => {
  const { page } = await open(t);
  const { actors, articles, positions } = await ask(page, 'corpus');
  const governments = new Set(actors.filter(({ kind }) => kind === 'government').map(({ id }) => id));
  const cells = (await ask(page, 'table', { by: 'actor' })).cells.filter(({ column }) => governments.has(column));
  const told = {};
  const held = {};
  for (const { column, issue, positions: ids } of cells) {
    const cell = `${column}.${issue}`;
    await go(page, `view=compare&by=actor&cell=${cell}`);
    await page.locator('#evidence').waitFor();
    told[cell] = await page.locator('#evidence .told-apart li a').evaluateAll((all) => all.map(({ hash }) => new URLSearchParams(hash.slice(1))).map((view) => `${view.get('article')} ${view.get('position')}`));
    const own = positions.filter(({ id }) => ids.includes(id));
    const first = articles.map(({ id }) => own.find(({ article }) => article === id)).filter(Boolean);
    held[cell] = first.length > 1 ? first.map(({ article, id }) => `${article} ${id}`) : [];
  }
  assert.ok(Object.values(held).some((articles) => articles.length > 0), 'some are told by several');
  assert.deepEqual(told, held);
});
