import test from 'node:test';
import assert from 'node:assert/strict';
import { edition, host, open } from '../harness.mjs';

const seen = (page) => page.evaluate(async () => {
  await window.sightlines.ready;
  return { title: document.title, says: document.querySelector('#app').innerText };
});

test('the one file is the same on a host as from disk', async (t) => {
  const disk = await seen((await open(t)).page);
  const { page, requests, errors } = await open(t, { address: `${await host(t, edition())}sightlines.html` });
  assert.deepEqual(await seen(page), disk);
  // Browsers ask every host for its icon.
  assert.deepEqual(requests.filter((address) => !address.endsWith('/favicon.ico')), []);
  assert.deepEqual(errors.filter((error) => !error.includes('404')), []);
});

test('the hosted page is the same as the one file and asks its own host only', async (t) => {
  const disk = await seen((await open(t)).page);
  const address = await host(t, edition());
  const { page, requests, errors } = await open(t, { address });
  // But for one line: a hosted copy fetches its files and keeps them, and must not say that it does neither.
  const [alone, hosted] = ['Nothing leaves this page: it makes no request and stores nothing.', 'Nothing that you do here leaves this page.'];
  assert.equal(disk.says.split(alone).length, 2);
  assert.deepEqual(await seen(page), { ...disk, says: disk.says.replace(alone, hosted) });
  assert.deepEqual(requests.filter((request) => !request.startsWith(address)), []);
  assert.ok(requests.some((request) => request.endsWith('.wasm')));
  assert.deepEqual(errors.filter((error) => !error.includes('404')), []);
});

test('a host that does not know WebAssembly by its type serves it all the same', async (t) => {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const { page } = await open(t, { address: await host(t, edition(), types) });
  assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live');
});

test('a host that lost the program shows the plain articles and says so', async (t) => {
  const address = await host(t, edition());
  const { page } = await open(t, { address, before: (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404 })) });
  assert.match(await page.locator('#failure-says').innerText(), /could not be fetched.*404/s);
  assert.ok(await page.locator('#plain article').first().isVisible());
});
