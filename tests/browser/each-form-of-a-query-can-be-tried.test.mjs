import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, open, without } from '../harness.mjs';

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: every example of the help leads to its results`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    await page.getByText('How to search').click();
    const examples = page.locator('.help a');
    const count = await examples.count();
    assert.ok(count >= 10, `${count} examples`);
    let finding = 0;
    for (let nth = 0; nth < count; nth++) {
      const q = await examples.nth(nth).innerText();
      await examples.nth(nth).click();
      await eventually(() => page.locator('#search').inputValue(), q);
      const { total, notices } = await ask(page, 'search', { q });
      assert.ok(!notices.some(({ kind }) => kind.startsWith('no_')), `${q}: ${JSON.stringify(notices)}`);
      await eventually(() => page.locator('article.hit').count(), total, q);
      finding += Number(total > 0);
    }
    assert.ok(finding * 2 >= count, `${finding} of ${count} find something`);
    assert.deepEqual(errors, []);
  });
}

test('what has no effect is said', async (t) => {
  const { page } = await open(t, { hash: 'q=japan%20OR' });
  const { notices } = await ask(page, 'search', { q: 'japan OR' });
  const idle = notices.find(({ kind }) => kind === 'no_effect');
  assert.ok(idle, JSON.stringify(notices));
  assert.ok((await page.locator('main').innerText()).includes(idle.says));
});
