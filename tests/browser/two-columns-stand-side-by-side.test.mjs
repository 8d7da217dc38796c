import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open } from '../harness.mjs';

/** The two columns that hold most, of the columns `by`. */
async function fullest(page, by) {
  const { columns, cells } = await ask(page, 'table', { by });
  const count = (value) => cells.filter(({ column }) => column === value).reduce((sum, { positions }) => sum + positions.length, 0);
  return columns.toSorted((a, b) => count(b.value) - count(a.value)).slice(0, 2);
}

const heads = (page) => page.locator('table.positions thead th.column .label').allInnerTexts();

test('two columns are chosen, stand alone, and stay in the address', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const [a, b] = await fullest(page, 'government');
  await page.locator('.pair select').nth(0).selectOption(a.value);
  await eventually(() => fragment(page), `view=compare&a=${a.value}`);
  assert.ok((await heads(page)).length > 2, 'one choice alone compares nothing');
  await page.locator('.pair select').nth(1).selectOption(b.value);
  await eventually(() => heads(page), [a.label, b.label]);
  assert.equal(await fragment(page), `view=compare&a=${a.value}&b=${b.value}`);
  await page.reload();
  await eventually(() => heads(page), [a.label, b.label]);
  await page.goBack();
  await eventually(async () => (await heads(page)).length, (count) => count > 2);
});

test('how the two stand to each other is what scripts are told, question by question', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const [a, b] = await fullest(page, 'actor');
  await go(page, `view=compare&by=actor&a=${a.value}&b=${b.value}`);
  const told = await ask(page, 'contrasts', { by: 'actor', a: a.value, b: b.value });
  const { issues } = await ask(page, 'corpus');
  assert.ok(told.some(({ kind }) => kind === 'differ') || told.some(({ kind }) => kind === 'agree'));
  const shown = await page.locator('table.positions tbody tr').evaluateAll((rows) => rows.map((row) => [
    row.querySelector('.asks').textContent, row.querySelectorAll('.stands').length]));
  for (const [question, count] of shown) {
    const issue = issues.find((issue) => issue.question === question).id;
    assert.equal(count, told.filter((entry) => entry.issue === issue).length, question);
  }
  assert.equal(await page.locator('.contrasts li > details .stands').count(), told.length);
});

test('a contrast opens the positions of both sides', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const [a, b] = await fullest(page, 'government');
  await go(page, `view=compare&a=${a.value}&b=${b.value}`);
  const told = await ask(page, 'contrasts', { by: 'government', a: a.value, b: b.value });
  const { positions } = await ask(page, 'corpus');
  const nth = told.findIndex(({ kind }) => kind === 'differ');
  const row = page.locator('.contrasts > details').first().locator('li > details').nth(nth);
  await row.locator('summary').first().click();
  const says = await row.locator('.position .summary').allInnerTexts();
  const expected = [...told[nth].a, ...told[nth].b].map((id) => positions.find((position) => position.id === id).summary);
  assert.deepEqual(says.toSorted(), expected.toSorted());
});

test('the questions stand in the order that is chosen', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=actor' });
  const asked = () => page.locator('table.positions tbody .asks').allInnerTexts();
  const { issues } = await ask(page, 'corpus');
  assert.deepEqual(await asked(), issues.map(({ question }) => question));
  await page.getByRole('combobox', { name: 'Rows', exact: true }).selectOption('positions');
  await eventually(() => fragment(page), 'view=compare&by=actor&rows=positions');
  const { cells } = await ask(page, 'table', { by: 'actor' });
  const held = (question) => {
    const { id } = issues.find((issue) => issue.question === question);
    return cells.filter(({ issue }) => issue === id).reduce((sum, { positions }) => sum + positions.length, 0);
  };
  const counts = (await asked()).map(held);
  assert.equal(counts.length, issues.length);
  assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
});

test('a column that is not there is said and left out', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&a=nobody&b=japan' });
  assert.match(await page.locator('.notices').innerText(), /column.*nobody/);
  assert.ok((await heads(page)).length > 2);
});
