import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: every dated position stands in its year`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, hash: 'view=timeline' });
    const { positions } = await ask(page, 'corpus');
    const wanted = {};
    for (const { as_of } of positions.filter(({ as_of }) => as_of)) {
      const year = as_of.slice(0, 4);
      wanted[year] = (wanted[year] ?? 0) + 1;
    }
    const shown = await page.locator('.years > li').evaluateAll((years) => years.map((year) => [
      year.querySelector('h2').textContent, year.querySelectorAll('.position').length]));
    assert.deepEqual(Object.fromEntries(shown.filter(([, count]) => count > 0)), wanted);
    const years = shown.map(([year]) => Number(year));
    assert.deepEqual(years, years.toSorted((a, b) => a - b));
    assert.ok(await page.locator('.years .events li').count() > 0, 'there are events');
    assert.equal(await page.locator('.drawing g.column').count(), years.length);
    assert.deepEqual(errors, []);
  });
}

test('an event leads to the sentence that tells of it', async (t) => {
  const { page } = await open(t, { hash: 'view=timeline' });
  const link = page.locator('.years .events .place').first();
  const wanted = (await link.getAttribute('href')).slice(1);
  await link.click();
  await eventually(() => fragment(page), wanted);
  assert.match(wanted, /^view=read&article=[^&]+&p=\d+/);
  await eventually(() => page.locator('section.para.here').count(), 1);
});

test('filters and queries narrow the years as they narrow everything', async (t) => {
  const { page } = await open(t, { hash: 'view=timeline' });
  const count = () => page.locator('.years .position').count();
  const all = await count();
  const { articles } = await ask(page, 'corpus');
  await go(page, `view=timeline&outlet=${articles[0].outlet}`);
  const { positions } = await ask(page, 'corpus');
  const dated = positions.filter(({ article, as_of }) => as_of && article === articles[0].id).length;
  assert.equal(await count(), dated);
  assert.ok(dated < all);
  await go(page, 'view=timeline&q=xyzzyplugh');
  assert.match(await page.locator('main').innerText(), /Nothing in this selection is dated/);
});
