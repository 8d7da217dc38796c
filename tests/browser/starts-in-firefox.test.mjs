import test from 'node:test';
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { binary, oneFile, without, written } from '../harness.mjs';

// Automation relaxes Firefox: these are what a reader's Firefox has.
const extraPrefsFirefox = {
  'security.fileuri.strict_origin_policy': true,
  'dom.navigation.navigationRateLimit.count': 200,
  'dom.navigation.navigationRateLimit.timespan': 10,
};

async function firefox(t) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: binary('SIGHTLINES_FIREFOX', 'firefox-esr', 'firefox'),
    headless: true,
    extraPrefsFirefox,
  });
  t.after(() => browser.close());
  return browser.newPage();
}

for (const edition of ['digest', 'full']) {
  test(`the ${edition} edition starts in Firefox from disk and complains of nothing`, { skip: without(edition) }, async (t) => {
    const page = await firefox(t);
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(oneFile(edition)).href);
    // Puppeteer's own wait makes a function of a text, which the page's policy refuses in some versions.
    await page.evaluate(async () => {
      while (!/live|failed/.test(document.documentElement.className)) await new Promise((later) => setTimeout(later, 25));
    });
    assert.equal(await page.evaluate(() => document.querySelector('#failure-says').textContent), '');
    assert.ok((await page.evaluate(() => document.querySelector('#app').innerText)).trim().length > 0);
    assert.deepEqual(errors, []);
  });
}

test('Firefox is as strict here as a reader’s: a page from disk cannot fetch its neighbour', async (t) => {
  const page = await firefox(t);
  const address = written(t, '<!DOCTYPE html><title>canary</title>');
  writeFileSync(fileURLToPath(new URL('neighbour.txt', address)), 'near');
  await page.goto(address);
  const fetched = await page.evaluate(() => fetch('neighbour.txt').then(() => 'fetched', () => 'refused'));
  assert.equal(fetched, 'refused');
});
