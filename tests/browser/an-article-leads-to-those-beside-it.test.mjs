import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, open } from '../harness.mjs';

test('at its end an article leads to the one before and the one after, and the first and last to one', async (t) => {
  const { page, errors } = await open(t, { hash: 'view=read' });
  const { articles } = await ask(page, 'corpus');
  const beside = page.getByRole('navigation', { name: 'Other articles' }).getByRole('link');
  await page.locator('.contents a').first().click();
  for (let nth = 0; nth < articles.length; nth += 1) {
    await page.getByRole('heading', { level: 1, name: articles[nth].title }).waitFor();
    assert.equal(await beside.count(), nth === 0 || nth === articles.length - 1 ? 1 : 2);
    if (nth < articles.length - 1) await beside.last().click();
  }
  await beside.first().click();
  await eventually(() => fragment(page), `view=read&article=${articles.at(-2).id}`);
  assert.deepEqual(errors, []);
});
