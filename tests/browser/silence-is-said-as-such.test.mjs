import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, go, open } from '../harness.mjs';

/** What each cell without a position says, by `column.issue`; the table's columns and rows are those given. */
async function silent(page, columns, rows) {
  const cells = await page.locator('main table tbody tr').evaluateAll((rows) => rows.map((row) =>
    [...row.querySelectorAll('td')].map((cell) => (cell.querySelector('a') ? null : cell.innerText.trim()))));
  return Object.fromEntries(rows.flatMap((row, r) => columns.map(({ value }, c) => [`${value}.${row}`, cells[r][c]])).filter(([, says]) => says !== null));
}

const count = (cells) => Object.fromEntries(cells.map(({ column, issue, positions }) => [`${column}.${issue}`, positions.length]));

test('in the whole corpus a cell without a position says that there is nothing in these articles', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { columns, rows, cells } = await ask(page, 'table', { by: 'government' });
  const { articles } = await ask(page, 'corpus');
  const says = await silent(page, columns, rows);
  assert.equal(Object.keys(says).length, columns.length * rows.length - cells.length);
  assert.ok(Object.keys(says).length > 0);
  for (const [cell, words] of Object.entries(says)) assert.equal(words, `nothing in these ${articles.length} articles`, cell);
});

test('under a filter it says how many there are elsewhere', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const whole = await ask(page, 'table', { by: 'government' });
  const everywhere = count(whole.cells);
  let elsewhere = 0;
  const selections = [{ outlet: [articles[0].outlet] }, { outlet: [articles[1].outlet] }, { q: 'the', author: [articles[2].authors[0]] }];
  for (const options of selections) {
    const hash = Object.entries(options).map(([key, value]) => `&${key}=${value}`).join('');
    await go(page, `view=compare${hash}`);
    const here = count((await ask(page, 'table', { by: 'government', ...options })).cells);
    for (const [cell, says] of Object.entries(await silent(page, whole.columns, whole.rows))) {
      assert.equal(here[cell], undefined, `${cell} is silent`);
      const wanted = everywhere[cell] ? `nothing in this selection (${everywhere[cell]} elsewhere)` : `nothing in these ${articles.length} articles`;
      assert.equal(says, wanted, `${cell} with ${hash}`);
      elsewhere += everywhere[cell] ? 1 : 0;
    }
  }
  assert.ok(elsewhere > 3);
});

test('a link to a cell that is silent here says so too', async (t) => {
  const { page } = await open(t);
  const { articles, positions } = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const of = (id) => positions.find((position) => position.id === id).article;
  const cell = cells.find((cell) => new Set(cell.positions.map(of)).size === 1);
  const other = articles.find(({ id }) => id !== of(cell.positions[0]));
  await go(page, `view=compare&outlet=${other.outlet}&cell=${cell.column}.${cell.issue}`);
  assert.match(await page.locator('#evidence').innerText(), /Nothing in this selection/);
});

test('columns that say nothing in a selection are counted', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const { outlet } = articles[0];
  await go(page, `view=compare&outlet=${outlet}&by=actor`);
  const { columns, cells } = await ask(page, 'table', { by: 'actor', outlet: [outlet] });
  const hidden = columns.filter(({ value }) => !cells.some((cell) => cell.column === value)).length;
  assert.ok(hidden > 0);
  assert.match(await page.locator('.told').innerText(), new RegExp(`\\b${hidden} columns? without a position in this selection`));
});
