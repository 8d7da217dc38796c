import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const ways = ['usual', 'shown', 'hidden'];
const key = (silence) => (silence === 'usual' ? '' : `&silence=${silence}`);
const keyOf = (by) => (by === 'government' ? '' : `&by=${by}`);

/** What the table shows: its columns and its questions. */
const shown = (page) => page.locator('main table').evaluate((table) => ({
  columns: [...table.querySelectorAll('th.column .label')].map((head) => head.innerText),
  questions: [...table.querySelectorAll('.asks')].map((head) => head.innerText),
  cells: table.querySelectorAll('td:not(.corner)').length,
}));

/** What must be shown of a table, by what scripts are told of it. */
function wanted({ columns, rows, cells }, by, silence, issues) {
  const speaks = ({ value }) => cells.some(({ column }) => column === value);
  const kept = columns.filter((column) => silence === 'shown' || by === 'government' && silence === 'usual' || speaks(column));
  const asked = rows.filter((row) => silence !== 'hidden' || cells.some(({ issue, column }) => issue === row && kept.some(({ value }) => value === column)));
  return {
    columns: kept.map(({ label }) => label),
    questions: asked.map((row) => issues.find(({ id }) => id === row).question),
    cells: kept.length * asked.length,
  };
}

for (const edition of ['digest', 'invented']) {
  for (const by of ['government', 'actor', 'group', 'outlet']) {
    test(`${edition} edition: rows and columns are those that speak, or all, as is chosen: ${by}`, { skip: without(edition) }, async (t) => {
      const { page, errors } = await open(t, { edition });
      const { articles, issues } = await ask(page, 'corpus');
      const seen = new Set();
      for (const selection of [{}, ...articles.map(({ outlet }) => ({ outlet: [outlet] })), { q: 'xyzzyplugh' }]) {
        const table = await ask(page, 'table', { by, ...selection });
        const before = Object.entries(selection).map(([key, value]) => `&${key}=${[value].flat()[0]}`).join('');
        for (const silence of ways) {
          await go(page, `view=compare${before}${keyOf(by)}${key(silence)}`);
          const must = wanted(table, by, silence, issues);
          await eventually(() => shown(page), must, `${before} ${silence}`);
          seen.add(JSON.stringify([before, must]));
          const says = await page.locator('.told').innerText();
          const [left, unasked] = [table.columns.length - must.columns.length, issues.length - must.questions.length];
          assert.equal(/(\d+) columns? without a position/.exec(says)?.[1] ?? '0', `${left}`, says);
          assert.equal(/(\d+) other questions? not shown/.exec(says)?.[1] ?? '0', `${unasked}`, says);
        }
      }
      assert.ok(seen.size > articles.length + 2, 'the ways differ');
      assert.deepEqual(errors, []);
    });
  }
}

test('it is chosen in Layout and stays in the address', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=actor' });
  const { issues } = await ask(page, 'corpus');
  const table = await ask(page, 'table', { by: 'actor' });
  await page.locator('.layout summary').click();
  const choice = page.getByRole('combobox', { name: 'Silence' });
  await choice.waitFor();
  assert.deepEqual(await choice.locator('option').evaluateAll((all) => all.map(({ value }) => value)), ways);
  for (const silence of ['hidden', 'shown', 'usual']) {
    await choice.selectOption(silence);
    await eventually(() => fragment(page), `view=compare&by=actor${key(silence)}`);
    await eventually(() => shown(page), wanted(table, 'actor', silence, issues), silence);
    assert.ok(await page.locator('.layout').evaluate((details) => details.open), 'Layout stays open');
  }
});

test('of columns that were chosen, the questions on which they are silent are not shown', async (t) => {
  const { page } = await open(t);
  const { issues } = await ask(page, 'corpus');
  const table = await ask(page, 'table', { by: 'actor' });
  const count = (value) => table.cells.filter(({ column }) => column === value).length;
  const [column] = table.columns.filter(({ value }) => count(value) > 0).toSorted((a, b) => count(a.value) - count(b.value));
  const of = table.cells.filter((cell) => cell.column === column.value).map(({ issue }) => issues.find(({ id }) => id === issue).question);
  assert.ok(of.length < issues.length);
  for (const [silence, questions] of [['usual', issues.map(({ question }) => question)], ['hidden', issues.map(({ question }) => question).filter((question) => of.includes(question))]]) {
    await go(page, `view=compare&by=actor&column=${column.value}${key(silence)}`);
    await eventually(() => shown(page), { columns: [column.label], questions, cells: questions.length }, silence);
  }
});

test('two that are compared stay, silent or not, and a question on which both are silent does not', async (t) => {
  const { page } = await open(t);
  const { issues, articles } = await ask(page, 'corpus');
  const [{ outlet: a }, { outlet: b }, { outlet: c }] = articles;
  const table = await ask(page, 'table', { by: 'outlet', outlet: [a] });
  const label = (value) => table.columns.find((column) => column.value === value).label;
  for (const [x, y] of [[a, b], [b, c]]) {
    await go(page, `view=compare&outlet=${a}&by=outlet&a=${x}&b=${y}&silence=hidden`);
    const asked = issues.filter(({ id }) => table.cells.some(({ issue, column }) => issue === id && [x, y].includes(column)));
    await eventually(() => shown(page), { columns: [label(x), label(y)], questions: asked.map(({ question }) => question), cells: 2 * asked.length }, `${x} and ${y}`);
  }
});

test('an open cell is shown though it says nothing in the selection', async (t) => {
  const { page } = await open(t);
  const { articles, positions, issues } = await ask(page, 'corpus');
  const { columns, cells } = await ask(page, 'table', { by: 'actor' });
  const told = (cell) => new Set(cell.positions.map((id) => positions.find((position) => position.id === id).article));
  const cell = cells.find((cell) => told(cell).size === 1);
  const { outlet } = articles.find(({ id }) => !told(cell).has(id));
  const { label } = columns.find(({ value }) => value === cell.column);
  const { question } = issues.find(({ id }) => id === cell.issue);
  await go(page, `view=compare&outlet=${outlet}&by=actor&cell=${cell.column}.${cell.issue}&silence=hidden`);
  const now = await shown(page);
  assert.ok(now.columns.includes(label) && now.questions.includes(question));
  assert.match(await page.locator('#open-cell').innerText(), /nothing in this selection/);
});

test('on a narrow page the questions without an answer are not shown, and the silent are not named', async (t) => {
  const { page } = await open(t, { size: { width: 360, height: 740 } });
  const { articles, issues } = await ask(page, 'corpus');
  const outlet = articles.at(-1).outlet;
  const table = await ask(page, 'table', { by: 'actor', outlet: [outlet] });
  for (const silence of ways) {
    await go(page, `view=compare&outlet=${outlet}&by=actor${key(silence)}`);
    const must = wanted(table, 'actor', silence, issues);
    await eventually(() => page.locator('.questions h2').allInnerTexts(), must.questions, silence);
    const names = async () => [...new Set((await page.locator('.questions section').evaluateAll((all) => all.flatMap((section) => [
      ...[...section.querySelectorAll('dt')].map((name) => name.innerText),
      ...[...section.querySelectorAll('.silence')].flatMap((silence) => silence.innerText.replace(/: nothing in .*$/, '').split(', ')),
    ]))).sort())];
    assert.deepEqual(await names(), must.columns.flatMap((label) => label.split(', ')).filter((label, at, all) => all.indexOf(label) === at).sort(), `${silence}: every column is named, and no other`);
  }
});

test('a treatment of silence that is none is said, and the usual one taken', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=actor&silence=loud' });
  assert.match(await page.locator('.notices').innerText(), /silence.*loud/);
  const { issues } = await ask(page, 'corpus');
  assert.deepEqual(await shown(page), wanted(await ask(page, 'table', { by: 'actor' }), 'actor', 'usual', issues));
});
