import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();

const layouts = {
  'the table': ['view=compare', 1280, 'main table th.question'],
  'the table turned': ['view=compare&turn=1', 1280, 'main table th.question'],
  'the table close together': ['view=compare&dense=1', 1280, 'main table th.question'],
  'two columns': ['view=compare&by=outlet', 1280, 'main table th.question', 'pair'],
  'a narrow page': ['view=compare', 360, '.questions section'],
};

for (const edition of ['digest', 'invented']) {
  for (const [name, [start, width, heads, pair]] of Object.entries(layouts)) {
    test(`${edition} edition: every question opens and closes its rule: ${name}`, { skip: without(edition) }, async (t) => {
      const { page, errors } = await open(t, { edition, hash: start, size: { width, height: 800 } });
      const { issues } = await ask(page, 'corpus');
      if (pair) {
        const { columns } = await ask(page, 'table', { by: 'outlet' });
        await go(page, `${start}&a=${columns[0].value}&b=${columns[1].value}`);
      }
      const before = await fragment(page);
      const all = page.locator(heads);
      assert.equal(await all.count(), issues.length);
      const opened = () => page.locator('main .of-rule [aria-expanded=true]').count();
      for (const [at, { question, rule }] of issues.entries()) {
        const head = all.nth(at);
        const button = head.locator('.of-rule').getByRole('button');
        assert.ok(plain(await head.innerText()).startsWith(plain(question)), question);
        assert.ok(!plain(await head.innerText()).includes(plain(rule)), `${question}: closed at first`);
        assert.equal(await button.getAttribute('aria-expanded'), 'false');
        await button.focus();
        await page.keyboard.press('Enter');
        await eventually(() => button.getAttribute('aria-expanded'), 'true', question);
        assert.ok(plain(await head.innerText()).includes(plain(rule)), `${question}: opened`);
        assert.equal(await opened(), 1, 'its own, and no other');
        assert.ok(await button.evaluate((button) => button === document.activeElement), 'the focus stays');
        await button.click();
        await eventually(() => button.getAttribute('aria-expanded'), 'false', question);
        assert.ok(!plain(await head.innerText()).includes(plain(rule)), `${question}: closed again`);
      }
      assert.equal(await fragment(page), before, 'a rule is no part of the view');
      assert.deepEqual(errors, []);
    });
  }
}

test('several rules stand open beside each other', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { issues } = await ask(page, 'corpus');
  const heads = page.locator('main table th.question');
  for (const at of [0, 1, issues.length - 1]) await heads.nth(at).locator('.of-rule button').click();
  for (const at of [0, 1, issues.length - 1]) await eventually(async () => plain(await heads.nth(at).innerText()).includes(plain(issues[at].rule)), true, issues[at].id);
});

test('the rule of its question opens from the evidence, from a note and from a passage to code', async (t) => {
  const { page } = await open(t);
  const { issues, positions } = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'actor' });
  // Of each question one position: rules that are mixed up would show.
  for (const { id: issue, rule } of issues) {
    const position = positions.find((position) => position.issue === issue);
    if (!position) continue;
    const { column } = cells.find((cell) => cell.positions.includes(position.id));
    const places = [
      [`view=compare&by=actor&cell=${column}.${issue}`, '#evidence', '#evidence details.rule summary'],
      [`view=read&article=${position.article}&position=${position.id}`, '.note-opened >> nth=0', '.note-opened .ways .rule-word >> nth=0'],
      [`view=seminar&sheet=code&position=${position.id}`, '.exercise', '.exercise details.rule summary'],
    ];
    for (const [hash, place, opens] of places) {
      await go(page, hash);
      const says = async () => plain(await page.locator(place).innerText());
      assert.ok(!(await says()).includes(plain(rule)), `${issue} in ${place}: closed at first`);
      await page.locator(opens).click();
      await eventually(async () => (await says()).includes(plain(rule)), true, `${issue} in ${place}`);
    }
  }
});

test('an open rule stays open while the table is drawn anew: a cell opened, the table turned, another view and back', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { issues } = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  await page.locator('main table th.question').nth(1).locator('.of-rule button').click();
  const opened = () => page.locator('main table .rule-text').allInnerTexts();
  await eventually(async () => (await opened()).map(plain), [plain(issues[1].rule)]);
  for (const hash of [`view=compare&cell=${cells[0].column}.${cells[0].issue}`, 'view=compare&turn=1', 'view=timeline', 'view=compare']) {
    await go(page, hash);
    if (hash.startsWith('view=compare')) await eventually(async () => (await opened()).map(plain), [plain(issues[1].rule)], hash);
  }
});
