import test from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { oneFile, open, started } from '../harness.mjs';

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
  assert.equal(await page.locator('#failure-says').innerText(), 'The program broke by a fault of its own. Reload the page to start it again. (the first)');
});

for (const [language, heading, says, below] of [
  ['en', 'The explorer could not start', /^The program broke/, /^Its articles and positions/],
  ['ru', 'Программа не запустилась', /^При запуске программы произошёл сбой/, /^Статьи и позиции/],
  ['ja', 'プログラムを開始できませんでした', /^プログラムは開始時に停止しました/, /^記事と立場/],
]) {
  test(`the box speaks the language of the address: ${language}`, async (t) => {
    const { page } = await open(t, { hash: `view=compare&lang=${language}`, before: (page) => page.addInitScript(breakDrawing) });
    assert.equal(await started(page), 'failed');
    const box = page.locator('#failure');
    assert.equal(await box.getAttribute('lang'), language);
    assert.equal(await box.locator('h2').innerText(), heading);
    assert.match(await page.locator('#failure-says').innerText(), says);
    assert.match(await page.locator('#failure-below').innerText(), below);
    // Scripts are answered in English.
    assert.match(await page.evaluate(() => window.sightlines.ready.catch(({ message }) => message)), /^The program broke/);
  });
}

test('the language that the address names last is spoken, also behind a question mark', async (t) => {
  for (const [address, language] of [['?lang=ru', 'ru'], ['#lang=ru&lang=ja', 'ja'], ['?lang=ru#lang=ja', 'ja']]) {
    const { page } = await open(t, { address: pathToFileURL(oneFile()).href + address, before: (page) => page.addInitScript(breakDrawing) });
    assert.equal(await page.locator('#failure').getAttribute('lang'), language);
  }
});

test('a language that the page does not speak is none', async (t) => {
  for (const named of ['tlh', 'constructor']) {
    const { page } = await open(t, { hash: `lang=${named}`, before: (page) => page.addInitScript(breakDrawing) });
    assert.equal(await page.locator('#failure').getAttribute('lang'), 'en');
    assert.match(await page.locator('#failure-says').innerText(), /^The program broke/);
  }
});
