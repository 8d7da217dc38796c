import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, started, without } from '../harness.mjs';

const speaking = ({ columns, cells }) => columns.filter(({ value }) => cells.some((cell) => cell.column === value));
const heads = (page) => page.locator('main table thead th.column .label').allInnerTexts();
const labels = (columns) => columns.map(({ label }) => label);
const told = (page) => page.locator('.told').innerText();
const layout = (page) => page.locator('.compare-controls .layout');
const address = (by, columns) => `view=compare&by=${by}${columns.map(({ value }) => `&column=${value}`).sort().join('')}`;

/** The group of every actor who holds something, by the table of groups: `{ value, label }`. */
async function groups(page) {
  const { columns, cells } = await ask(page, 'table', { by: 'group' });
  const { positions } = await ask(page, 'corpus');
  const actor = new Map(positions.map((position) => [position.id, position.actor]));
  return new Map(cells.flatMap(({ column, positions }) => positions.map((id) => [actor.get(id), columns.find(({ value }) => value === column)])));
}

/** The columns by their groups, in their order: `[[label, columns]]`, a run each. */
function runs(columns, group) {
  const runs = [];
  for (const column of columns) {
    const { label } = group.get(column.value);
    if (runs.at(-1)?.[0] === label) runs.at(-1)[1].push(column);
    else runs.push([label, [column]]);
  }
  return runs;
}

const groupHeads = (page) => page.locator('main table thead th[scope=colgroup]').evaluateAll((all) => all.map((head) => [head.innerText, head.colSpan]));

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: every group stands together under a head that counts its columns`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const group = await groups(page);
    const { articles } = await ask(page, 'corpus');
    for (const selection of [{}, { outlet: [articles[0].outlet] }, { author: [articles.at(-1).authors[0] ?? articles.find(({ authors }) => authors.length > 0).authors[0]] }]) {
      const filters = Object.entries(selection).map(([key, [value]]) => `&${key}=${value}`).join('');
      await go(page, `view=compare${filters}&by=actor`);
      const wanted = runs(speaking(await ask(page, 'table', { by: 'actor', ...selection })), group);
      assert.equal(new Set(wanted.map(([label]) => label)).size, wanted.length, 'no group stands in two places');
      await eventually(() => groupHeads(page), wanted.map(([label, columns]) => [label, columns.length]), filters);
      // Each begins where its first column does and ends where its last does.
      const edges = (selector) => page.locator(`main table thead ${selector}`).evaluateAll((all) => all.map((head) => [head.getBoundingClientRect().left, head.getBoundingClientRect().right].map(Math.round)));
      const [above, below] = [await edges('th[scope=colgroup]'), await edges('th.column')];
      let at = 0;
      for (const [nth, [label, columns]] of wanted.entries()) {
        assert.deepEqual(above[nth], [below[at][0], below[at + columns.length - 1][1]], label);
        at += columns.length;
      }
      assert.equal(at, below.length);
    }
    assert.deepEqual(errors, []);
  });
}

test('where columns are no single actors, or two are compared, or the questions stand across, there are no heads of groups', async (t) => {
  const { page } = await open(t);
  const [a, b] = speaking(await ask(page, 'table', { by: 'actor' })).map(({ value }) => value);
  for (const [view, count] of [['by=actor', true], ['by=outlet', false], ['by=group', false], ['', false], [`by=actor&a=${a}&b=${b}`, false], ['by=actor&turn=1', false]]) {
    await go(page, `view=compare&${view}`);
    assert.ok(await page.locator('main table th.column').count() > 1, view);
    assert.equal(await page.locator('th[scope=colgroup]').count() > 0, count, view);
  }
});

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: “only these” shows the columns of a group, says how many are left out, and stays in the address`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition, hash: 'view=compare&by=actor' });
    const group = await groups(page);
    const table = await ask(page, 'table', { by: 'actor' });
    await layout(page).locator('summary').click();
    const offered = () => layout(page).locator('p.group').evaluateAll((all) => all.map((group) => group.querySelector('span').textContent));
    const of = runs(table.columns, group);
    // The boxes are drawn when Layout is looked into.
    await eventually(offered, of.map(([label]) => label));
    assert.ok(of.length > 1);
    for (const [label, columns] of of) {
      await layout(page).locator('p.group', { hasText: label }).getByRole('button', { name: 'only these' }).click();
      await eventually(() => heads(page), labels(columns), label);
      assert.equal(await fragment(page), address('actor', columns), label);
      assert.deepEqual(await groupHeads(page), [[label, columns.length]]);
      const ticked = await layout(page).locator('.facet').evaluateAll((all) => all.filter((facet) => facet.querySelector('input').checked).map((facet) => facet.innerText.trim()));
      assert.deepEqual(ticked, labels(columns), 'their boxes are ticked, and no others');
      const left = table.columns.length - columns.length;
      const held = table.cells.filter(({ column }) => columns.some(({ value }) => value === column)).flatMap(({ positions }) => positions).length;
      const says = await told(page);
      assert.ok(says.includes(`${left} column${left === 1 ? '' : 's'} left out by choice`), says);
      assert.ok(says.includes(`: ${held} position${held === 1 ? '' : 's'}.`), says);
    }
    await page.reload();
    await started(page);
    await eventually(() => heads(page), labels(of.at(-1)[1]), 'opened afresh');
  });
}

for (const by of ['government', 'actor', 'group', 'author', 'outlet', 'year', 'nearness']) {
  test(`single columns are ticked and unticked, in whatever order: ${by}`, async (t) => {
    const { page } = await open(t, { hash: `view=compare&by=${by}` });
    const start = by === 'government' ? 'view=compare' : `view=compare&by=${by}`;
    await go(page, start);
    const { columns } = await ask(page, 'table', { by });
    const before = await heads(page);
    await layout(page).locator('summary').click();
    const boxes = layout(page).locator('.facet');
    // The boxes are drawn when Layout is looked into.
    await eventually(async () => (await boxes.allInnerTexts()).map((text) => text.trim()), labels(columns), 'every column is offered');
    const [first, last] = [columns[0], columns.at(-1)];
    const box = ({ label }) => layout(page).getByRole('checkbox', { name: label, exact: true });
    const at = (columns) => address(by, columns).replace('&by=government', '');
    const leftOut = (count) => new RegExp(`\\b${count} columns? left out by choice`);
    await box(last).check();
    await eventually(() => fragment(page), at([last]));
    await eventually(() => heads(page), [last.label]);
    assert.match(await told(page), leftOut(columns.length - 1));
    await box(first).check();
    await eventually(() => heads(page), labels([first, last]), 'in the table’s order, not in that of the choice');
    assert.equal(await fragment(page), at([first, last]));
    if (columns.length > 2) assert.match(await told(page), leftOut(columns.length - 2));
    await box(last).uncheck();
    await eventually(() => heads(page), [first.label]);
    await layout(page).getByRole('button', { name: 'all columns' }).click();
    await eventually(() => fragment(page), start);
    await eventually(() => heads(page), before);
    assert.doesNotMatch(await told(page), /left out by choice/);
    assert.equal(await layout(page).getByRole('button', { name: 'all columns' }).count(), 0);
  });
}

test('with other columns the choice is gone, from the address and from the table', async (t) => {
  const { page } = await open(t);
  for (const [from, to] of [['actor', 'government'], ['government', 'actor'], ['actor', 'outlet'], ['year', 'group']]) {
    // Also one that both kinds have must not stay chosen.
    const there = await ask(page, 'table', { by: to });
    const { columns } = await ask(page, 'table', { by: from });
    const chosen = columns.find(({ value }) => there.columns.some((column) => column.value === value)) ?? columns[0];
    await go(page, `view=compare${from === 'government' ? '' : `&by=${from}`}&column=${chosen.value}`);
    await eventually(() => heads(page), [chosen.label]);
    await page.getByRole('combobox', { name: 'Columns' }).selectOption(to);
    await eventually(() => fragment(page), to === 'government' ? 'view=compare' : `view=compare&by=${to}`);
    await eventually(() => heads(page), labels(to === 'government' ? there.columns : speaking(there)), `${from} to ${to}`);
    assert.doesNotMatch(await told(page), /left out by choice/);
  }
});

test('a chosen column that says nothing in a selection is counted apart from those that are left out', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const { columns } = await ask(page, 'table', { by: 'actor' });
  const { outlet } = articles[0];
  const here = speaking(await ask(page, 'table', { by: 'actor', outlet: [outlet] }));
  const silent = columns.filter(({ value }) => !here.some((column) => column.value === value)).slice(0, 2);
  assert.equal(silent.length, 2);
  const chosen = [here[0], ...silent];
  await go(page, `view=compare&outlet=${outlet}&by=actor${chosen.map(({ value }) => `&column=${value}`).join('')}`);
  await eventually(() => heads(page), [here[0].label]);
  const says = await told(page);
  assert.ok(says.includes(`${columns.length - 3} columns left out by choice`), says);
  assert.ok(says.includes('2 columns without a position in this selection not shown'), says);
});

test('a cell that is open shows its column, chosen or not, and two that are compared stand alone', async (t) => {
  const { page } = await open(t);
  const table = await ask(page, 'table', { by: 'actor' });
  const [first, second, third] = speaking(table);
  const cell = table.cells.find(({ column }) => column === third.value);
  await go(page, `view=compare&by=actor&cell=${third.value}.${cell.issue}&column=${first.value}`);
  await eventually(() => heads(page), labels([first, third]));
  assert.equal(await page.locator('#open-cell').count(), 1);
  await page.locator('#evidence .close').click();
  await eventually(() => heads(page), [first.label]);
  await go(page, `view=compare&by=actor&a=${third.value}&b=${second.value}&column=${first.value}`);
  await eventually(() => heads(page), labels([third, second]));
  assert.doesNotMatch(await told(page), /left out by choice/);
});

test('on a narrow page the chosen columns are those that answer', async (t) => {
  const { page } = await open(t, { size: { width: 360, height: 740 } });
  const table = await ask(page, 'table', { by: 'actor' });
  const chosen = speaking(table).filter((_, at) => at % 4 === 0);
  await go(page, address('actor', chosen));
  const shown = () => page.locator('.questions dt').evaluateAll((all) => [...new Set(all.map((name) => name.innerText))].sort());
  await eventually(shown, labels(chosen).sort());
  const left = table.columns.length - chosen.length;
  assert.ok((await told(page)).includes(`${left} columns left out by choice`));
});
