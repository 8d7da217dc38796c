import test from 'node:test';
import assert from 'node:assert/strict';
import { altered, open } from '../harness.mjs';

async function plain(page, says) {
  assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'failed');
  assert.ok(await page.locator('#failure').isVisible());
  assert.match(await page.locator('#failure-says').innerText(), says);
  assert.ok(await page.locator('#app').isHidden());
  assert.ok(await page.locator('#plain article h3').first().isVisible());
  assert.ok(await page.locator('#plain table').first().isVisible());
  assert.match(await page.evaluate(() => window.sightlines.ready.catch((error) => error.message)), /./, 'ready is refused');
}

test('a browser without WebAssembly shows the plain articles and positions, and why', async (t) => {
  const { page, errors } = await open(t, { before: (page) => page.addInitScript(() => delete globalThis.WebAssembly) });
  await plain(page, /has no WebAssembly/);
  assert.deepEqual(errors, []);
});

test('a browser that refuses to compile it does as well', async (t) => {
  const address = altered(t, (page) => page.replace(" 'wasm-unsafe-eval'", ''));
  await plain((await open(t, { address })).page, /refuses to run the program/);
});

test('a browser too old to unpack the program does as well', async (t) => {
  const { page } = await open(t, { before: (page) => page.addInitScript(() => delete globalThis.DecompressionStream) });
  await plain(page, /too old to unpack/);
});

test('a browser without Uint8Array.fromBase64 starts all the same', async (t) => {
  const { page } = await open(t, { before: (page) => page.addInitScript(() => delete Uint8Array.fromBase64) });
  assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live');
});

test('without scripts the plain articles and positions stand there', async (t) => {
  const { page } = await open(t, { context: { javaScriptEnabled: false }, wait: false });
  assert.ok(await page.locator('#plain article h3').first().isVisible());
  assert.ok(await page.locator('#plain table').first().isVisible());
  // Without scripts nothing can choose a language.
  assert.deepEqual(await page.locator('#unstarted p:visible').evaluateAll((all) => all.map(({ lang }) => lang)), ['en', 'ru', 'ja']);
  assert.ok(await page.locator('#failure').isHidden());
});
