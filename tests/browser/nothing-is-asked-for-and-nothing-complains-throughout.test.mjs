import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, go, open, search, vocabulary, without } from '../harness.mjs';

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: a reader goes through the whole page; it asks for nothing and stores nothing`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition });
    const { corpus, plain, scan } = await vocabulary(page);
    const nav = (name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    const word = plain.find((word) => scan((words) => words.has(word)).length > 2);

    await page.locator('#search').pressSequentially(word, { delay: 20 });
    await page.locator('.facet:not(.none) input').first().click();
    await page.locator('.chip').first().click();
    for (const name of [corpus.rings[0].names[0], corpus.related[0].names[0], `"${word}"`, 'xyzzyplugh', '']) await search(page, name);
    for (const { id, title } of corpus.articles) {
      await nav('Read');
      const contents = page.locator('.contents');
      if (!(await contents.evaluate((details) => details.open))) await contents.locator('summary').click();
      await contents.getByRole('link', { name: title.value }).click();
      await page.locator('.reader h1', { hasText: title.value }).waitFor();
      for (const details of await page.locator('.reader details').all()) await details.locator('summary').first().click();
      for (const pill of await page.locator('.pill').all()) await pill.click();
      await page.locator('.margin button').last().click();
      await page.locator('.pilcrow').last().click();
      assert.match(page.url(), new RegExp(`article=${id}`));
    }
    await nav('Compare');
    const select = page.locator('.by select');
    for (const by of await select.locator('option').evaluateAll((all) => all.map(({ value }) => value))) {
      await select.selectOption(by);
      await page.getByLabel('questions across').click();
      await page.locator('a.cell').first().click();
      await page.locator('#evidence .rule-word').first().click();
    }
    await page.getByLabel('own words only').click();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await nav('About');
    for (const details of await page.locator('.about details').all()) await details.locator('summary').first().click();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    for (let twice = 0; twice < 2; twice += 1) await page.getByRole('button', { name: /^◐? ?(Dark|Light)$/ }).click();
    await page.emulateMedia({ media: 'print' });
    await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce', forcedColors: 'active' });
    await page.setViewportSize({ width: 360, height: 640 });
    for (const view of ['', 'view=compare', 'view=about']) await go(page, view);
    await page.goBack();
    await ask(page, 'search', { q: word });

    assert.deepEqual(requests, []);
    assert.deepEqual(errors, []);
    const stored = () => {
      const count = (store) => { try { return store().length; } catch { return 0; } };
      return [document.cookie.length, count(() => localStorage), count(() => sessionStorage)];
    };
    assert.deepEqual(await page.evaluate(stored), [0, 0, 0]);
    assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live');
  });
}
