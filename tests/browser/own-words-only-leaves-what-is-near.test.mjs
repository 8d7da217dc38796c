import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, open } from '../harness.mjs';

test('own words only leaves the positions of an actor’s own voice, in every view', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet' });
  const { voices, positions } = await ask(page, 'corpus');
  const own = voices.filter(({ nearness }) => nearness === 'own').map(({ id }) => id);
  const all = await page.locator('.line').count();
  const box = page.getByLabel('own words only');
  await box.click();
  const hash = await eventually(() => fragment(page), (now) => now.includes('voice='));
  assert.deepEqual(new URLSearchParams(hash).getAll('voice'), own.toSorted());
  assert.ok(await box.isChecked());
  const { cells } = await ask(page, 'table', { by: 'outlet', voice: own });
  const held = cells.flatMap((cell) => cell.positions);
  assert.equal(held.length, positions.filter(({ voice }) => own.includes(voice)).length);
  assert.ok(held.length < positions.length);
  assert.match(await page.locator('.told').innerText(), new RegExp(`\\b${held.length} positions`));
  assert.equal(await page.locator('.line:not(.own)').count(), 0);
  assert.ok(await page.locator('.line.own').count() > 0);
  assert.equal(await page.locator('.chip').count(), own.length, 'and its chips say so');
  await box.click();
  await eventually(() => fragment(page), 'view=compare&by=outlet');
  assert.equal(await page.locator('.line').count(), all);
});

test('own, ascribed and inferred are told apart at a glance', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet' });
  const looks = {};
  for (const near of ['own', 'ascribed', 'inferred']) {
    looks[near] = await page.locator(`.line.${near}`).first().evaluate((line) => {
      const style = (element) => getComputedStyle(element);
      return [style(line.querySelector('.reads')).fontStyle, style(line.querySelector('.sign')).opacity].join(' ');
    });
  }
  assert.equal(new Set(Object.values(looks)).size, 3, JSON.stringify(looks));
});
