import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, open, search, vocabulary, without } from '../harness.mjs';

/** What the view says, and what of it is on. */
const seen = (page) => page.evaluate(() => ({
  title: document.title,
  says: document.querySelector('main').innerText,
  on: [...document.querySelectorAll('main [aria-current], main :checked, main .evidence, main .here, main .open')].map((element) =>
    element.innerText || element.value),
  box: document.querySelector('#search')?.value ?? null,
}));

const nav = (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();

// Each leads a reader from the beginning to a view.
const journeys = {
  'a query with filters': async (page) => {
    const { plain, scan, corpus } = await vocabulary(page);
    await search(page, plain.find((word) => scan((words) => words.has(word)).length === corpus.articles.length));
    for (const kind of ['Author', 'Outlet']) {
      await page.getByRole('group', { name: kind }).locator('.facet:not(.none) input').first().click();
    }
  },
  'an article at a paragraph': async (page) => {
    await page.locator('article.hit h2 a').last().click();
    await page.locator('.para .pilcrow').nth(7).click();
  },
  'an article at the evidence of a position': async (page) => {
    await nav(page, 'Compare');
    await page.locator('a.cell').last().click();
    await page.locator('#evidence a.place').first().click();
  },
  'a table with an open cell': async (page) => {
    await nav(page, 'Compare');
    await page.locator('.by select').selectOption('actor');
    await page.getByLabel('questions across').click();
    await page.locator('a.cell').nth(2).click();
  },
  'a table with own words only': async (page) => {
    await nav(page, 'Compare');
    await page.locator('.by select').selectOption('nearness');
    await page.getByLabel('own words only').click();
  },
  'a chosen position, opened': async (page) => {
    await page.locator('article.hit h2 a').last().click();
    await page.locator('.margin button.note').nth(3).click();
    await page.locator('.note-opened .ways a').last().click();
  },
  'a close table of some columns without silence': async (page) => {
    await nav(page, 'Compare');
    const layout = page.locator('.layout');
    await layout.locator('summary').click();
    await page.locator('.by select').selectOption('group');
    await layout.getByRole('checkbox', { name: /^close together/ }).check();
    await layout.getByRole('combobox', { name: 'Silence' }).selectOption('hidden');
    for (const at of [1, 3]) await layout.locator('.facet input').nth(at).check();
    // What is folded out is no part of a view.
    await page.keyboard.press('Escape');
  },
  'a group of actors': async (page) => {
    await nav(page, 'Compare');
    await page.locator('.by select').selectOption('actor');
    await page.locator('.layout summary').click();
    await page.locator('.layout').getByRole('button', { name: 'only these' }).first().click();
    await page.locator('.layout .facet input:checked').first().press('Escape');
  },
  'a span of time': async (page) => {
    await nav(page, 'Timeline');
    const years = await page.locator('.span select').first().locator('option').evaluateAll((all) => all.map(({ value }) => value));
    await page.getByRole('combobox', { name: 'Held from' }).selectOption(years.at(-2));
    await page.getByRole('combobox', { name: 'to', exact: true }).selectOption(years.at(-1));
  },
  'a role sheet': async (page) => {
    await nav(page, 'Seminar');
    await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link').nth(2).click();
    await page.getByRole('combobox', { name: 'Actor' }).selectOption({ index: 2 });
  },
  'a passage to code': async (page) => {
    await nav(page, 'Seminar');
    await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link').nth(1).click();
    await page.getByRole('link', { name: 'Another passage' }).click();
  },
  'a handout': async (page) => {
    await nav(page, 'Compare');
    await page.locator('.by select').selectOption('outlet');
    await page.getByRole('link', { name: 'Print it' }).click();
  },
  'the codebook': (page) => nav(page, 'About'),
};

for (const edition of ['digest', 'full']) {
  for (const [what, journey] of Object.entries(journeys)) {
    test(`${edition} edition: ${what}`, { skip: without(edition) }, async (t) => {
      const { page } = await open(t, { edition });
      await journey(page);
      const hash = await eventually(() => fragment(page), (now) => now !== '', 'the address follows');
      assert.ok(hash.length < 200, `short: ${hash}`);
      const fresh = await open(t, { edition, hash });
      await eventually(() => seen(fresh.page), await seen(page));
      assert.equal(await fragment(fresh.page), hash, 'and the address stays');
      assert.deepEqual(fresh.errors, []);
    });
  }
}

test('a link to a paragraph brings it into view', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const longest = articles.toSorted((a, b) => b.paragraphs.length - a.paragraphs.length)[0];
  const { n } = longest.paragraphs.at(-2);
  const fresh = await open(t, { hash: `view=read&article=${longest.id}&p=${n}` });
  const inView = () => fresh.page.locator(`#p-${n}`).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && scrollY > 0;
  });
  await eventually(inView, true);
});
