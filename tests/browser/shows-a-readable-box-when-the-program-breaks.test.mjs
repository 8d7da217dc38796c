import test from 'node:test';
import assert from 'node:assert/strict';
import { open, started } from '../harness.mjs';

// What the program draws with: it cannot go on where these throw.
const breakDrawing = () => {
  const refuse = () => { throw new Error('no more elements'); };
  for (const name of ['createElement', 'createElementNS', 'createTextNode', 'createComment', 'importNode']) Document.prototype[name] = refuse;
  for (const name of ['cloneNode', 'appendChild', 'insertBefore']) Node.prototype[name] = refuse;
};

async function box(page) {
  assert.equal(await started(page), 'failed');
  assert.ok(await page.locator('#failure').isVisible());
  assert.match(await page.locator('#failure-says').innerText(), /^The program broke.*\w/);
  assert.ok(await page.locator('#app').isHidden());
  assert.ok(await page.locator('#plain article h3').first().isVisible());
}

test('a program that breaks at its start shows a box over the plain articles', async (t) => {
  const { page } = await open(t, { before: (page) => page.addInitScript(breakDrawing) });
  await box(page);
});

test('a program that breaks later shows it too', async (t) => {
  const { page } = await open(t);
  await page.evaluate(breakDrawing);
  await page.evaluate(() => { location.hash = 'view=about'; });
  await page.waitForFunction(() => document.documentElement.classList.contains('failed'));
  await box(page);
});

test('the first reason stays, whatever follows from it', async (t) => {
  const { page } = await open(t);
  await page.evaluate(() => {
    for (const detail of ['the first', 'the second']) dispatchEvent(new CustomEvent('sightlines:panic', { detail }));
  });
  assert.equal(await page.locator('#failure-says').innerText(), 'The program broke: the first.');
});
