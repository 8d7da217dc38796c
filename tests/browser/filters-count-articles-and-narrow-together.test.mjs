import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, found, go, open, search, vocabulary, without } from '../harness.mjs';

const groups = { Author: 'author', Outlet: 'outlet', Year: 'year' };

/** The filters as they are shown: `[{ group, label, count, box }]`. */
async function shown(page) {
  const all = [];
  for (const group of Object.keys(groups)) {
    for (const facet of await page.getByRole('group', { name: group }).locator('.facet').all()) {
      all.push({
        group,
        label: await facet.locator('.label').innerText(),
        count: Number(/\d+$/.exec(await facet.locator('.count').innerText())[0]),
        box: facet.locator('input'),
      });
    }
  }
  return all;
}

const ids = async (page) => (await found(page)).map((hit) => hit.article).sort();

/** The years in which an article of that date may have appeared. */
const years = (date) => date.split('/').map((part) => part.slice(0, 4)).filter((year, at, all) => all.indexOf(year) === at);

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: each count is what choosing its value shows, with and without a query`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { plain, scan } = await vocabulary(page);
    const word = plain.find((word) => scan((words) => words.has(word)).length === 2);
    for (const q of ['', word]) {
      await search(page, q);
      const facets = await shown(page);
      assert.ok(facets.some(({ count }) => count > 0));
      for (const { group, label, count, box } of facets) {
        await box.click();
        await eventually(() => page.locator('article.hit').count(), count, `${group} ${label} with “${q}”`);
        const of = facets.filter((facet) => facet.group === group).map((facet) => facet.count);
        const still = (await shown(page)).filter((facet) => facet.group === group).map((facet) => facet.count);
        assert.deepEqual(still, of, `${group}: the counts of its other values do not sink`);
        await box.click();
      }
    }
  });
}

test('the counts are those of the corpus, and they count articles, not copies of them', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  assert.ok(articles.some((article) => article.witnesses.length > 1), 'or this proves little');
  const { facets } = await ask(page, 'search', {});
  for (const [key, values] of [['author', (a) => a.authors], ['outlet', (a) => [a.outlet]], ['year', (a) => years(a.date)]]) {
    const used = [...new Set(articles.flatMap(values))].sort();
    assert.deepEqual(facets[key].map((facet) => facet.value).sort(), used, key);
    for (const { value, count } of facets[key]) {
      assert.equal(count, articles.filter((article) => values(article).includes(value)).length, `${key} ${value}`);
    }
  }
  const counts = (await shown(page)).map(({ group, label, count }) => [groups[group], label, count]);
  const answered = Object.entries(facets).flatMap(([key, list]) => list.map(({ label, count }) => [key, label, count]));
  assert.deepEqual(counts, answered);
});

test('author, outlet and year narrow together, and values of one widen', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const { facets } = await ask(page, 'search', {});
  const label = (key, value) => facets[key].find((facet) => facet.value === value).label;
  const box = (group, value) => page.getByRole('group', { name: group }).locator('.facet', { hasText: label(groups[group], value) }).locator('input');
  const where = (holds) => articles.filter(holds).map((article) => article.id).sort();
  const [one] = articles;
  const other = articles.find((article) => !article.authors.some((id) => one.authors.includes(id)) && article.outlet !== one.outlet);

  await box('Author', one.authors[0]).click();
  await box('Outlet', one.outlet).click();
  await box('Year', years(one.date)[0]).click();
  const first = where((a) => a.authors.includes(one.authors[0]) && a.outlet === one.outlet && years(a.date).includes(years(one.date)[0]));
  await eventually(() => ids(page), first);

  await box('Author', other.authors[0]).click();
  await eventually(() => page.locator('.chip').count(), 4);
  assert.deepEqual(await ids(page), first, 'the outlet still holds');
  await box('Outlet', one.outlet).click();
  await box('Year', years(one.date)[0]).click();
  await eventually(() => ids(page), where((a) => [...one.authors, ...other.authors].some((id) => a.authors.includes(id))), 'either author');

  await go(page, `author=${one.authors[0]}&outlet=${other.outlet}`);
  assert.deepEqual(await ids(page), []);
  assert.match(await page.locator('.found').innerText(), /^No article$/);
  await page.getByRole('link', { name: 'Search without the filters' }).click();
  await eventually(() => ids(page), where(() => true));
});

test('whoever is not named is a value of the author filter', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const unnamed = articles.filter((article) => article.authors.includes('unnamed')).map((article) => article.id).sort();
  assert.ok(unnamed.length > 0);
  await page.getByRole('group', { name: 'Author' }).locator('.facet', { hasText: 'not named' }).locator('input').click();
  await eventually(() => ids(page), unnamed);
});
