import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, go, open, search, vocabulary, without } from '../harness.mjs';

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
      await page.locator('.margin button.note').last().click();
      await page.locator('.note-opened').first().waitFor();
      for (const word of await page.locator('.note-opened').first().locator('button').all()) await word.click();
      await page.locator('.pilcrow').last().click();
      await eventually(() => page.url(), (now) => now.includes(`article=${id}`), id);
    }
    await nav('Compare');
    const select = page.locator('.by select');
    await select.waitFor();
    for (const by of await select.locator('option').evaluateAll((all) => all.map(({ value }) => value))) {
      await select.selectOption(by);
      await page.getByLabel('questions across').click();
      await page.locator('a.cell').first().click();
      await page.locator('#evidence .rule-word').first().click();
    }
    await page.getByLabel('own words only').click();
    await page.getByRole('button', { name: 'Clear all' }).click();
    const layout = page.locator('.layout');
    await select.selectOption('actor');
    await layout.locator('summary').click();
    for (const silence of ['shown', 'hidden', 'usual']) await layout.locator('select').selectOption(silence);
    await layout.getByRole('checkbox', { name: /^close together/ }).click();
    await layout.getByRole('button', { name: 'only these' }).last().click();
    await layout.locator('.facet input').first().click();
    await layout.getByRole('button', { name: 'all columns' }).click();
    await layout.locator('.facet input').first().press('Escape');
    await page.locator('.of-rule button').first().click();
    for (const details of await page.locator('.contrasts > details').all()) await details.locator('summary').first().click();
    await page.locator('.contrasts li > details summary').first().click();
    await page.locator('.contrasts .dispute button:visible').first().click();
    await page.getByRole('textbox', { name: 'Why' }).fill('x');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await nav('Timeline');
    await page.locator('.drawing a').last().click();
    await page.getByRole('button', { name: 'any time' }).click();
    await nav('Articles');
    for (const is of ['true', null]) {
      await page.locator('.map a').first().click();
      await eventually(() => page.locator('.map a').first().getAttribute('aria-current'), is);
    }
    await page.getByRole('navigation').getByRole('link', { name: 'Seminar', exact: true }).click();
    const sheets = page.getByRole('navigation', { name: 'Sheets' }).getByRole('link');
    await sheets.first().waitFor();
    for (const sheet of await sheets.all()) {
      await sheet.click();
      await eventually(() => sheet.getAttribute('aria-current'), 'true');
      if (await page.locator('.exercise').count() > 0) {
        await page.locator('.exercise input[type=radio]').last().check();
        for (const chooser of await page.locator('.exercise select').all()) await chooser.selectOption({ index: 1 });
        await page.getByRole('button', { name: 'Reveal' }).click();
        await page.getByRole('link', { name: 'Another passage' }).click();
      }
      if (await page.getByRole('combobox', { name: 'Actor' }).count() > 0) await page.getByRole('combobox', { name: 'Actor' }).selectOption({ index: 1 });
    }
    await page.locator('.notes-kept button').click();
    const fullest = corpus.positions[0];
    for (const view of [
      ...['prompts', 'code', 'role', 'matrix', 'blank', 'notes'].map((sheet) => `view=seminar&sheet=${sheet}`), `view=seminar&sheet=role&role=${fullest.actor}`,
      'view=compare&by=group', 'view=compare&by=actor&dense=1', 'view=compare&by=actor&silence=hidden', `view=compare&by=actor&column=${fullest.actor}`,
      'view=timeline&as_of=2018..2019', `view=read&article=${fullest.article}&position=${fullest.id}`, 'view=compare',
    ]) await go(page, view);
    await nav('About');
    await page.locator('.about').waitFor();
    for (const details of await page.locator('.about details').all()) await details.locator('summary').first().click();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    for (let twice = 0; twice < 2; twice += 1) await page.getByRole('button', { name: /^◐? ?(Dark|Light)$/ }).click();
    await page.emulateMedia({ media: 'print' });
    await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce', forcedColors: 'active' });
    await page.setViewportSize({ width: 360, height: 640 });
    for (const view of ['', 'view=compare', 'view=timeline', 'view=seminar', 'view=about']) await go(page, view);
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
