import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, open } from '../harness.mjs';

/** The table as it is read: its header cells by scope, and the texts of its rows. */
const read = (page) => page.locator('main table').evaluate((table) => {
  const text = (cell) => cell.innerText.replace(/\s+/g, ' ').trim();
  return {
    name: table.caption.textContent,
    columns: [...table.querySelectorAll('thead th[scope=col]')].map(text),
    heads: [...table.tBodies[0].rows].map((row) => text(row.querySelector('th[scope=row]'))),
    cells: [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll('td')].map(text)),
    bare: [...table.querySelectorAll('th:not([scope])')].length,
  };
});

/** The columns that say something, as scripts are told of them. */
const speaking = ({ columns, cells }) => columns.filter(({ value }) => cells.some((cell) => cell.column === value));

test('questions head the rows with all their answers, also those that nobody gives', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { issues, positions } = await ask(page, 'corpus');
  const { heads, columns, bare, name } = await read(page);
  assert.ok(name.length > 0, 'the table has a name');
  assert.equal(bare, 0, 'every header says what it heads');
  assert.equal(columns[0], 'Question');
  assert.equal(heads.length, issues.length);
  issues.forEach(({ question, answers }, at) => {
    assert.ok(heads[at].startsWith(question), heads[at]);
    for (const { label } of answers) assert.ok(heads[at].includes(label), `${heads[at]} lists ${label}`);
  });
  const given = new Set(positions.map(({ issue, answer }) => `${issue} ${answer}`));
  assert.ok(issues.some(({ id, answers }) => answers.some((answer) => !given.has(`${id} ${answer.id}`))), 'or the last proves little');
});

for (const by of ['government', 'actor', 'group', 'author', 'outlet', 'year', 'nearness']) {
  test(`columns can be chosen: ${by}`, async (t) => {
    const { page } = await open(t, { hash: `view=compare${by === 'government' ? '&by=outlet' : ''}` });
    await page.getByRole('combobox', { name: 'Columns' }).selectOption(by);
    await eventually(() => fragment(page), by === 'government' ? 'view=compare' : `view=compare&by=${by}`);
    const { issues, positions, stances } = await ask(page, 'corpus');
    const told = await ask(page, 'table', { by });
    const { columns, cells } = await read(page);
    const wanted = speaking(told);
    assert.ok(wanted.length > 1);
    assert.equal(columns.length, wanted.length + 1);
    wanted.forEach(({ value, label }, at) => {
      const held = told.cells.filter((cell) => cell.column === value).flatMap((cell) => cell.positions);
      const articles = new Set(held.map((id) => positions.find((position) => position.id === id).article));
      const counts = `${held.length} position${held.length === 1 ? '' : 's'}, ${articles.size} article${articles.size === 1 ? '' : 's'}`;
      assert.equal(columns[at + 1], `${label} ${counts}`);
      issues.forEach(({ id, answers }, row) => {
        const cell = told.cells.find((cell) => cell.column === value && cell.issue === id);
        const says = cells[row][at];
        if (!cell) return assert.match(says, /^nothing in /, `${label}, ${id}`);
        for (const position of cell.positions.map((id) => positions.find((one) => one.id === id))) {
          const answer = answers.find((answer) => answer.id === position.answer)?.label ?? 'another answer';
          assert.ok(stances.some((stance) => stance.id === position.stance));
          assert.ok(says.includes(`${position.stance} ${answer}`), `${position.id}: ${says}`);
          if (!position.answer) assert.ok(says.includes(position.summary), `${position.id}: another answer comes with its summary`);
        }
      });
    });
  });
}

test('positions that stand in no column are counted aside', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { positions } = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const shown = cells.flatMap((cell) => cell.positions).length;
  const says = await page.locator('.told').innerText();
  assert.ok(says.includes(`${shown} positions`), says);
  assert.ok(says.includes(`${positions.length - shown} positions of actors who speak for no government stand aside`), says);
});

for (const by of ['government', 'group']) {
  test(`a column of several actors names them in its cells: ${by}`, async (t) => {
    const { page } = await open(t, { hash: `view=compare&by=${by}` });
    const { actors, positions, issues } = await ask(page, 'corpus');
    const { columns, cells } = await ask(page, 'table', { by });
    const wanted = speaking({ columns, cells });
    const table = await read(page);
    // Whoever wrote an article without a name is there “the author”.
    const unnamed = new Map((await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent))).articles.map((article) => [article.id, article.author_actor]));
    let named = 0;
    for (const { issue, column, positions: held } of cells) {
      const says = table.cells[issues.findIndex(({ id }) => id === issue)][wanted.findIndex(({ value }) => value === column)];
      for (const { actor, article } of held.map((id) => positions.find((position) => position.id === id))) {
        if (actor === column) continue;
        const label = unnamed.get(article) === actor ? 'The author' : actors.find(({ id }) => id === actor).label;
        assert.ok(says.includes(label), `${label} in ${says}`);
        named += 1;
      }
    }
    assert.ok(named > 0);
  });
}

test('turned, the questions stand across and every cell says the same', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet' });
  const before = await read(page);
  await page.getByLabel('questions across').click();
  await eventually(() => fragment(page), 'view=compare&by=outlet&turn=1');
  const turned = await read(page);
  assert.equal(turned.bare, 0);
  assert.deepEqual(turned.columns.slice(1), before.heads);
  assert.deepEqual(turned.heads, before.columns.slice(1));
  assert.deepEqual(turned.cells, before.columns.slice(1).map((_, at) => before.cells.map((row) => row[at])));
  await page.getByLabel('questions across').click();
  await eventually(() => read(page), before);
});
