import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, setOpen } from '../harness.mjs';

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

test('its headings are listed, and lead to what stands under them, with the heading in view', async (t) => {
  for (const edition of ['digest', 'invented']) {
    const { page, errors } = await open(t, { edition, hash: 'view=read' });
    const { articles } = await ask(page, 'corpus');
    let most = 0;
    for (const { id } of articles) {
      await go(page, `view=read&article=${id}`);
      const stand = await page.locator('.body h2').evaluateAll((all) => all.map((heading) => {
        let under = heading.nextElementSibling;
        while (!under.matches('section.para')) under = under.nextElementSibling;
        return [heading.innerText, under.id];
      }));
      const list = page.locator('details.outline');
      assert.equal(await list.count(), stand.length > 1 ? 1 : 0, id);
      most = Math.max(most, stand.length);
      if (stand.length < 2) continue;
      await setOpen(list);
      assert.deepEqual(await list.locator('a').evaluateAll((all) => all.map((link) => [link.innerText, `p-${new URLSearchParams(link.hash.slice(1)).get('p')}`])), stand);
      const [label, under] = stand.at(-1);
      await list.getByRole('link', { name: label }).click();
      await eventually(() => fragment(page), `view=read&article=${id}&p=${under.slice(2)}`);
      await eventually(() => page.evaluate(() => document.activeElement.id), under);
      const heading = page.locator('.body').getByRole('heading', { name: label });
      await eventually(() => heading.evaluate((heading) => { const { top, bottom } = heading.getBoundingClientRect(); return top >= 0 && bottom < innerHeight; }), true);
    }
    if (edition === 'digest') assert.ok(most > 2, 'or this proves nothing');
    assert.deepEqual(errors, []);
  }
});
