import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, open, source, without, written } from '../harness.mjs';
import { articles, bitByBit, complete, corpusOf, uncoded, words } from '../large.mjs';

const skip = without('invented');
const MANY = 2000;
const made = articles(MANY, { seed: 4, length: 20, vocabulary: 400 });

async function large(t, options = {}) {
  const page = source('invented');
  const opened = await open(t, { address: written(t, bitByBit(page, uncoded(corpusOf(page), made), { each: 500 })), ...options });
  await complete(opened.page);
  await eventually(() => opened.page.locator('.found').innerText(), (says) => options.hash || says === `All ${MANY} articles`);
  return opened;
}

const cards = (page) => page.locator('article.hit').count();
const more = (page) => page.locator('#more-articles button');
const titles = (page) => page.locator('article.hit h2 a').evaluateAll((links) => links.map((link) => new URLSearchParams(link.hash.slice(1)).get('article')));

test('twenty first, more as their end is near, and the count tells all', { skip }, async (t) => {
  const { page, errors } = await large(t);
  await eventually(() => cards(page), 20);
  assert.equal(await more(page).innerText(), `${MANY - 20} articles more`);
  const first = await titles(page);
  for (let shown = 40; shown <= 100; shown += 20) {
    await more(page).scrollIntoViewIfNeeded();
    await eventually(() => cards(page), (now) => now >= shown);
    assert.equal(await page.locator('.found').innerText(), `All ${MANY} articles`);
  }
  const all = await titles(page);
  assert.deepEqual(all.slice(0, 20), first, 'what was there stays');
  assert.equal(new Set(all).size, all.length, 'none is drawn twice');
  assert.ok(all.length < 300, `${all.length} cards`);
  const { hits } = await page.evaluate((limit) => window.sightlines.search({ limit }), all.length);
  assert.deepEqual(all, hits.map(({ article }) => article), 'in the order of the answer');
  assert.deepEqual(errors, []);
});

test('two thousand hits do not put two thousand cards into the page', { skip }, async (t) => {
  const { page } = await large(t);
  const common = words(made.flatMap(({ paragraphs }) => paragraphs[0].text).join(' ')).sort()[0].slice(0, 1);
  await page.locator('#search').fill(`${common}*`);
  await page.locator('#search').press('Enter');
  await eventually(() => page.locator('.found').innerText(), (says) => Number(/^[\d]+/.exec(says)?.[0]) > 100);
  await eventually(() => cards(page), 20);
  assert.ok(await page.locator('#app *').count() < 5000);
});

test('the button gives them too, keeps the focus, and the keyboard goes on to what it gave', { skip }, async (t) => {
  const { page } = await large(t, { size: { width: 1280, height: 20_000 } });
  await eventually(() => cards(page), 20);
  await more(page).focus();
  await page.keyboard.press('Enter');
  await eventually(() => cards(page), 40);
  const focused = () => page.evaluate(() => {
    const all = [...document.querySelectorAll('article.hit')];
    const at = all.indexOf(document.activeElement.closest('article.hit'));
    return at >= 0 ? at : document.activeElement.closest('#more-articles') ? 'button' : document.activeElement.localName;
  });
  await eventually(focused, 20, 'the focus is on the first that came: it would have to be gone back for otherwise');
});

test('where the last are drawn the button goes, and the focus does not', { skip }, async (t) => {
  const { page } = await large(t, { size: { width: 1280, height: 20_000 }, hash: 'year=2003' });
  const total = Number(/\d+/.exec(await page.locator('.found').innerText())[0]);
  assert.ok(total > 20);
  while (await more(page).count()) {
    const before = await cards(page);
    // At once: the button may go between the two, as its end is near, and a key would then press what has the focus instead.
    await more(page).evaluateAll(([button]) => { button?.focus(); button?.click(); });
    await eventually(async () => await cards(page) > before || await more(page).count() === 0, true);
  }
  assert.equal(await cards(page), total);
  await eventually(() => page.evaluate(() => document.activeElement.localName), (name) => name !== 'body');
});

test('Tab alone reaches one after the other, also those that were not drawn yet', { skip }, async (t) => {
  const { page } = await large(t);
  await eventually(() => cards(page), 20);
  await page.locator('article.hit h2 a').first().focus();
  const seen = [];
  const limit = 400;
  for (let presses = 0; seen.length < 50 && presses < limit; presses += 1) {
    const id = await page.evaluate(() => document.activeElement.closest('article.hit')?.querySelector('h2 a').hash);
    if (id && id !== seen.at(-1)) seen.push(id);
    await page.keyboard.press('Tab');
    // More are drawn when the page has scrolled to the focus, which is at its next frame: no reader is faster.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
  const drawn = await page.locator('article.hit h2 a').evaluateAll((links) => links.slice(0, 50).map(({ hash }) => hash));
  assert.deepEqual(seen, drawn);
});

/** Far down in the list of all. */
async function farDown(page) {
  // Until the first are drawn their end is not asked for.
  await eventually(() => cards(page), 20);
  for (let shown = 40; shown <= 120; shown += 20) {
    await more(page).scrollIntoViewIfNeeded();
    await eventually(() => cards(page), (now) => now >= shown);
  }
}

const inView = (page, selector) => page.locator(selector).first().evaluate((place) => {
  const { top } = place.getBoundingClientRect();
  return top >= 0 && top < innerHeight;
});

test('a query that is typed far down is read from its top', { skip }, async (t) => {
  const { page } = await large(t);
  await farDown(page);
  await page.keyboard.press('/');
  await eventually(() => page.evaluate(() => document.activeElement.id), 'search');
  await eventually(() => inView(page, '#search'), true, 'the box that has the focus is seen');
  await page.keyboard.type(words(made[0].paragraphs[0].text)[0].slice(0, 2));
  await eventually(() => inView(page, 'article.hit'), true, 'the first that is found is seen');
  await eventually(() => cards(page), 20);
});

test('so is what a choice or a script asks for', { skip }, async (t) => {
  const { page } = await large(t);
  await farDown(page);
  await page.evaluate(() => { window.sightlines.view = 'outlet=port-leaflet'; });
  await eventually(() => page.locator('.found').innerText(), (says) => / of /.test(says));
  await eventually(() => inView(page, 'article.hit'), true);
  await eventually(() => cards(page), 20);
});
