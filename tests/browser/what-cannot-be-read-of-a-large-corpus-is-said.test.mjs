import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, go, open, source, without, written } from '../harness.mjs';
import { packed, unpacked } from '../island.mjs';
import { articles, bitByBit, block, confined, corpusOf, uncoded } from '../large.mjs';

const skip = without('invented');
const MANY = 300;
const EACH = 50;
const made = articles(MANY, { seed: 5 });

const text = /(class="articles">)([^<]*)/;
const damages = {
  'a byte is changed': (block) => block.replace(text, (_, head, held) => `${head}${held.slice(0, 300)}${held[300] === 'A' ? 'B' : 'A'}${held.slice(301)}`),
  'the end is cut off': (block) => block.replace(text, (_, head, held) => head + held.slice(0, held.length / 2)),
  'nothing is left': (block) => block.replace(text, '$1'),
  'the text is no JSON': () => block('[{"id": "x'),
  'the JSON is of something else': () => block({ id: 'x' }),
  'an article is none': () => block([{ id: 'x' }]),
};

async function damaged(t, change, options = {}) {
  const page = source('invented');
  const opened = await open(t, { address: written(t, bitByBit(page, uncoded(corpusOf(page), made), { each: EACH, change })), ...options });
  await opened.page.getByRole('alert').first().waitFor();
  return opened;
}

/** What the page says of it, and what it found. */
async function holds({ page, errors }, here) {
  const says = await page.getByRole('alert').innerText();
  assert.match(says, new RegExp(`\\b${MANY - here} of its ${MANY} articles cannot be read`));
  assert.match(says, new RegExp(`the other ${here}\\b`));
  assert.ok(await page.locator('#failure').isHidden());
  assert.equal((await ask(page, 'search', {})).total, here);
  await eventually(() => page.locator('article.hit').count(), 20);
  assert.equal(await page.locator('progress').count(), 0, 'nothing more is waited for');
  assert.deepEqual(errors, []);
}

for (const [what, damage] of Object.entries(damages)) {
  test(`a block of which ${what} is said, and what stands before it is found`, { skip }, async (t) => {
    await holds(await damaged(t, (blocks) => [...blocks.slice(0, -1), damage(blocks.at(-1))]), MANY - EACH);
  });
}

test('so is a block that is missing', { skip }, async (t) => {
  await holds(await damaged(t, (blocks) => blocks.toSpliced(2, 1)), MANY - EACH);
});

test('a damaged block takes only its own articles along', { skip }, async (t) => {
  const opened = await damaged(t, (blocks) => blocks.map((block, nth) => (nth === 2 ? damages['a byte is changed'](block) : block)));
  await eventually(async () => (await ask(opened.page, 'search', {})).total, MANY - EACH);
  await holds(opened, MANY - EACH);
});

test('what is said of it is said in words of this page', { skip }, async (t) => {
  const { page } = await damaged(t, (blocks) => [...blocks.slice(0, -1), damages['a byte is changed'](blocks.at(-1))]);
  // The browser's word for it would send a reader to look for a network.
  assert.doesNotMatch(await page.getByRole('alert').innerText(), /fetch(?! it again)/i);
});

test('what is found is not called all, where some cannot be read', { skip }, async (t) => {
  const { page } = await damaged(t, (blocks) => blocks.slice(0, -1));
  await page.locator('article.hit').first().waitFor();
  assert.doesNotMatch(await page.locator('.found').innerText(), /^All/);
});

test('no block at all', { skip }, async (t) => {
  const { page, errors } = await damaged(t, () => []);
  assert.match(await page.getByRole('alert').innerText(), new RegExp(`\\b${MANY} of its ${MANY} articles cannot be read`));
  assert.ok((await page.locator('main').innerText()).trim().length > 0);
  assert.ok(await page.locator('#search').isVisible());
  assert.deepEqual(errors, []);
});

test('who waits for the whole corpus learns that it does not come', { skip }, async (t) => {
  const { page } = await damaged(t, (blocks) => blocks.slice(0, -1));
  const outcome = await page.evaluate(() => Promise.race([
    window.sightlines.complete.then(() => 'complete', (error) => `refused: ${error.message}`), new Promise((late) => setTimeout(late, 2000, 'nothing')),
  ]));
  assert.match(outcome, /^refused: .*articles/);
});

test('a link to an article that could not be read says that it is not here', { skip }, async (t) => {
  const { page } = await damaged(t, (blocks) => blocks.slice(0, -1), { hash: `view=read&article=${made.at(-1).id}` });
  await eventually(() => page.locator('[role=status] .notices li').allInnerTexts(), (said) => said.length === 1 && said[0].includes(made.at(-1).id));
  await go(page, 'author=nobody');
  await eventually(() => page.locator('[role=status] .notices li').allInnerTexts(), (said) => said.length === 1 && said[0].includes('nobody'));
});

test('what was read can be read, also where the rest is lost', { skip }, async (t) => {
  const { page, errors } = await damaged(t, (blocks) => blocks.slice(0, 1));
  await page.locator('article.hit h2 a').first().click();
  await page.locator('section.para').first().waitFor();
  assert.equal(await page.locator('section.para').count(), 3);
  assert.ok(await page.getByRole('alert').isVisible());
  assert.deepEqual(errors, []);
});

test('where memory does not suffice, the page says so and does not wait for ever', { skip }, async (t) => {
  const page = source('invented');
  const poor = page.replace(/(id="program">)([^<]*)/, (_, head) => head + packed(confined(unpacked(page, 'program'), 40)));
  const many = articles(2000, { length: 100 });
  const { page: opened } = await open(t, { address: written(t, bitByBit(poor, uncoded(corpusOf(page), many))) });
  // Something is said of it.
  await opened.locator('[role=alert]:visible, #failure-says:visible').first().waitFor();
});

test('where the head is damaged, nothing starts, and the box says it', { skip }, async (t) => {
  const page = bitByBit(source('invented'), uncoded(corpusOf(source('invented')), made), { each: EACH });
  const broken = page.replace(/(id="corpus">)([^<]*)/, (_, head, held) => head + held.slice(0, held.length / 2));
  const { page: opened } = await open(t, { address: written(t, broken) });
  assert.equal(await opened.evaluate(() => document.documentElement.className.trim()), 'failed');
  assert.match(await opened.locator('#failure-says').innerText(), /the corpus in it cannot be unpacked/);
});
