import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, open, without } from '../harness.mjs';

const captures = join(import.meta.dirname, '../../xtask/tests/fixtures/harbour/captures');
const capture = (name) => readFileSync(join(captures, name));
const skip = without('invented');
const text = (words, name = 'copy.txt', mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(words) });

async function read(t) {
  return open(t, { edition: 'invented', hash: 'view=read&article=lee-2031' });
}

/** Opens files as a reader does, and gives what the page says of them. */
async function give(page, ...files) {
  await page.setInputFiles('input[type=file]', files);
  await page.waitForFunction((count) => document.querySelectorAll('.copies > :is(p, .copy)').length >= count, files.length);
  return page.locator('.copies').innerText();
}

const articles = async (page) => (await ask(page, 'corpus')).articles;
const ofLee = async (page) => (await articles(page)).find(({ id }) => id === 'lee-2031');

test('a text file is told to be its article, which has its text from then on', { skip }, async (t) => {
  const { page, requests, errors } = await read(t);
  assert.equal((await ofLee(page)).edition, 'digest');
  const says = await give(page, { name: 'download.txt', mimeType: 'text/plain', buffer: capture('lee-a.txt') });
  assert.match(says, /download\.txt holds Let the pilots run it: of \d+ sentences, \d+ word for word, \d+ closely, 0 not/);
  const lee = await ofLee(page);
  assert.equal(lee.edition, 'full');
  assert.ok(lee.paragraphs.every(({ text }) => text && !/Subscribe|Read the Post/.test(text)));
  // What needs order is found now, and marked.
  const { hits } = await ask(page, 'search', { q: '"every ship into this town"' });
  assert.deepEqual(hits.map(({ article }) => article), ['lee-2031']);
  assert.ok(hits[0].passages[0].marks.length > 0);
  assert.match(await page.locator('article.reader').innerText(), /The text is that of your own copy/);
  assert.deepEqual([requests, errors], [[], []]);
});

test('a saved web page is read without its navigation', { skip }, async (t) => {
  const { page, requests } = await read(t);
  const paragraphs = String(capture('lee-a.txt')).split(/\n\n+/).map((words) => `<p>${words.replace(/ (\w+)/, ' <em>$1</em>')}</p>`);
  const html = `<!doctype html><title>x</title><nav>Home News Sport</nav><script>window.stolen = 1</script>
    <img src="https://example.org/a.png" onerror="window.stolen = 2">${paragraphs.join('\n')}<footer>© nobody</footer>`;
  await give(page, text(html, 'saved.html', 'text/html'));
  const lee = await ofLee(page);
  assert.equal(lee.edition, 'full');
  assert.ok(lee.paragraphs.every(({ text }) => !/<|Home News/.test(text)));
  assert.equal(await page.evaluate(() => window.stolen), undefined);
  assert.deepEqual(requests, []);
});

test('two articles in one file are both found, and a part says what it has not', { skip }, async (t) => {
  const { page } = await read(t);
  const both = Buffer.concat([capture('lee-a.txt'), Buffer.from('\n\n'), capture('brandt.txt')]);
  await give(page, { name: 'both.txt', mimeType: 'text/plain', buffer: both });
  const full = (await articles(page)).filter(({ edition }) => edition === 'full').map(({ id }) => id);
  assert.deepEqual(full.sort(), ['brandt-2031', 'lee-2031']);

  const { page: other } = await read(t);
  const half = String(capture('lee-a.txt')).slice(0, 900);
  assert.match(await give(other, text(half)), /, [1-9]\d* not\./);
  const lee = await ofLee(other);
  assert.equal(lee.edition, 'digest');
  assert.ok(lee.paragraphs.some(({ text }) => text) && lee.paragraphs.some(({ text }) => !text));
});

test('old encodings are read', { skip }, async (t) => {
  const { page } = await read(t);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(String(capture('lee-a.txt')), 'utf16le')]);
  assert.match(await give(page, { name: 'old.txt', mimeType: 'text/plain', buffer: utf16 }), /holds Let the pilots run it/);
});

for (const [what, file, says] of [
  ['another text', text('The bells of the town were cast from the guns of a ship that never came into any harbour at all.'), /none of its sentences belongs to an article/],
  ['an empty file', text(''), /the file is empty/],
  ['a picture', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]) }, /no plain text|cannot be read/],
  ['a PDF', text('%PDF-1.7 …', 'a.pdf'), /this is a PDF: copy its text/],
  ['a word processor’s document', text('PK\x03\x04…', 'a.docx'), /save the article as plain text/],
  ['a huge file', text('word '.repeat(900_000)), /too long for an article/],
]) {
  test(`${what} is refused plainly and changes nothing`, { skip }, async (t) => {
    const { page, errors } = await read(t);
    const before = await articles(page);
    assert.match(await give(page, file), says);
    assert.deepEqual(await articles(page), before);
    assert.deepEqual(errors, []);
  });
}

test('a file dropped anywhere is taken, and the page stays', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: 'view=compare' });
  const words = String(capture('brandt.txt'));
  const dragged = await page.evaluateHandle((words) => {
    const data = new DataTransfer();
    data.items.add(new File([words], 'dropped.txt', { type: 'text/plain' }));
    return data;
  }, words);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dragged });
  assert.ok(await page.evaluate(() => document.documentElement.classList.contains('dropping')));
  await page.dispatchEvent('main', 'drop', { dataTransfer: dragged });
  await page.locator('.copies').waitFor();
  assert.match(await page.locator('.copies').innerText(), /dropped\.txt holds A lease is a lease/);
  assert.ok(!(await page.evaluate(() => document.documentElement.classList.contains('dropping'))));
  assert.equal(await page.locator('table.positions').count(), 1);
});
