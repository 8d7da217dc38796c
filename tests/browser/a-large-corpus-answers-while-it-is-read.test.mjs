import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, search, source, without, written } from '../harness.mjs';
import { article, articles, bitByBit, chance, complete, corpusOf, holdBack, parts, release, text, uncoded, words } from '../large.mjs';

// Blocks are held back, so that the page is seen while it reads them.
const skip = without('invented');
const MANY = 300;
const EACH = 50;
const made = articles(MANY, { seed: 2 });
const last = made.at(-1);
/** The articles that hold a word. */
const holding = (word) => made.filter(({ title, paragraphs }) =>
  [title.value, ...paragraphs.map(({ text }) => text)].some((text) => words(text).includes(word)));
const corpus = (more = {}) => ({ ...uncoded(corpusOf(source('invented')), made), ...more });

async function held(t, { hash, with: with_ = corpus(), size } = {}) {
  const opened = await open(t, { address: written(t, bitByBit(source('invented'), with_, { each: EACH })), before: holdBack, hash, size });
  await eventually(() => opened.page.evaluate(() => window.asked()), 1);
  return opened;
}

/** Lets so many blocks come, and waits until they are read: the page then asks for the next. */
async function come(page, many = 1) {
  const before = await page.evaluate(() => window.asked());
  await release(page, many);
  await eventually(() => page.evaluate(() => window.asked()), before + many);
}

/** Waits until the page would show at once what comes next, which it does a few times a second. */
const due = (page) => page.evaluate(() => new Promise((due) => setTimeout(due, 450)));

const progress = (page) => page.locator('progress').evaluate(({ value, max }) => [value, max]);

/** Waits until so many articles are shown. */
const shows = (page, many) => eventually(async () => (await progress(page))[0], many);

test('how far it is is said truly, and grows', { skip }, async (t) => {
  const { page, errors } = await held(t);
  assert.deepEqual(await progress(page), [0, MANY]);
  for (let here = EACH; here < MANY; here += EACH) {
    await due(page);
    await come(page);
    await eventually(() => progress(page), [here, MANY]);
    assert.match(await page.locator('.reading').innerText(), new RegExp(`\\b${here} of ${MANY} articles can be found so far`));
    assert.equal((await ask(page, 'search', {})).total, here);
  }
  await release(page);
  await complete(page);
  await eventually(() => page.locator('progress').count(), 0);
  assert.equal(await page.locator('.found').innerText(), `All ${MANY} articles`);
  assert.deepEqual(errors, []);
});

test('what is here is not called all while more comes', { skip }, async (t) => {
  const { page } = await held(t);
  await due(page);
  await come(page);
  await eventually(() => progress(page), [EACH, MANY]);
  assert.doesNotMatch(await page.locator('.found').innerText(), /^All/);
});

test('what is in no article so far is not said to be in none, until all are read', { skip }, async (t) => {
  const { page, errors } = await held(t);
  const found = page.locator('.found');
  await search(page, 'xyzzyplugh');
  for (let here = 0; here < MANY; here += EACH) {
    if (here > 0) await come(page);
    await shows(page, here);
    assert.equal(await found.innerText(), 'Searching…');
    assert.equal(await page.locator('.nothing').count(), 0);
    await due(page);
  }
  await release(page);
  await complete(page);
  await eventually(() => found.innerText(), 'No article');
  assert.match(await page.locator('.nothing').innerText(), /is in no article here/);
  assert.deepEqual(errors, []);
});

test('whatever is asked between two blocks is answered, also before what came is shown', { skip }, async (t) => {
  const { page, errors } = await held(t);
  const word = words(made[0].paragraphs[0].text)[0];
  const truth = holding(word).length;
  let before = 0;
  for (let n = 1; n < MANY / EACH; n += 1) {
    await come(page);
    for (const options of [{}, { sort: 'date' }, { q: `${word.slice(0, 2)}*` }, { author: ['lee'] }]) await ask(page, 'search', options);
    const { total } = await ask(page, 'search', { q: word, exact: true });
    assert.ok(total >= before && total <= truth, `${before} ${total} ${truth}`);
    before = total;
    assert.ok(await page.locator('#failure').isHidden(), await page.locator('#failure').innerText());
  }
  await release(page);
  await complete(page);
  assert.equal((await ask(page, 'search', { q: word, exact: true })).total, truth);
  assert.deepEqual(errors, []);
});

test('typing, choosing and going elsewhere work between two blocks', { skip }, async (t) => {
  const { page, errors } = await held(t);
  const word = words(last.paragraphs[0].text)[3];
  const lives = async () => assert.ok(await page.locator('#failure').isHidden(), await page.locator('#failure').innerText());
  await come(page, 2);
  await page.locator('#search').pressSequentially(word);
  await eventually(() => page.locator('#search').inputValue(), word);
  await page.locator('#search').press('Enter');
  await lives();
  await come(page);
  await page.locator('#search').fill('');
  await lives();
  await page.locator('.facet input').first().click();
  await lives();
  await come(page);
  assert.ok(await page.locator('.facet input').first().isChecked());
  for (const pane of ['words', 'about', 'read', 'articles']) await go(page, `view=${pane}`);
  await page.locator('#search').fill(word);
  await release(page);
  await complete(page);
  await eventually(() => page.locator('#search').inputValue(), word);
  const truth = holding(word).length;
  await page.locator('#search').press('Enter');
  assert.equal((await ask(page, 'search', { q: word, exact: true })).total, truth);
  await lives();
  assert.deepEqual(errors, []);
});

const places = { 'an author': '.facet input >> nth=0', 'the earliest year': '.facet input >> nth=-1', 'an article': 'article.hit h2 a >> nth=0' };

for (const [what, place] of Object.entries(places)) {
  test(`the focus stays on ${what} while articles come`, { skip }, async (t) => {
    const { page } = await held(t);
    await due(page);
    await come(page);
    await shows(page, EACH);
    await page.locator(place).focus();
    const focused = await page.locator(place).elementHandle();
    for (let here = 2 * EACH; here < MANY; here += EACH) {
      await due(page);
      await come(page);
      await eventually(() => progress(page), [here, MANY]);
      // A row that moved has it again a frame later.
      await eventually(() => focused.evaluate((element) => element === document.activeElement), true, `with ${here} articles`);
    }
  });
}

test('a link to what comes late is kept, complains of nothing, and leads there', { skip }, async (t) => {
  const long = { ...last, paragraphs: Array.from({ length: 60 }, (_, at) => ({ n: at + 1, text: text(chance(at), 60) })) };
  const with_ = corpus({ articles: [...made.slice(0, -1), long] });
  const { page, errors } = await held(t, { hash: `view=read&article=${long.id}&p=50`, with: with_ });
  await come(page, 2);
  await shows(page, 2 * EACH);
  assert.equal(await page.locator('.notices').count(), 0);
  await release(page);
  await complete(page);
  await eventually(() => page.locator('#p-50').count(), 1);
  assert.equal(await fragment(page), `view=read&article=${long.id}&p=50`);
  const inView = () => page.locator('#p-50').evaluate((place) => {
    const { top, bottom } = place.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await eventually(inView, true, 'the paragraph is brought into view once it is there');
  assert.equal(await page.locator('.notices').count(), 0);
  assert.deepEqual(errors, []);
});

for (const pane of ['articles', 'read', 'words', 'about']) {
  test(`that more comes is said in ${pane}`, { skip }, async (t) => {
    const { page } = await held(t, { hash: `view=${pane}` });
    await due(page);
    await come(page);
    await eventually(() => page.locator('main').innerText(), (says) => new RegExp(`${EACH} of ${MANY} articles`).test(says));
  });
}

test('a filter by what comes late is kept, and filters', { skip }, async (t) => {
  const late = article(999_999, { authors: ['late'], outlet: 'late-post', year: 2029, paragraphs: [text(chance(7), 40)] });
  const with_ = corpus({ articles: [...made, late], authors: [...corpus().authors, { id: 'late', name: 'Late Lately' }],
    outlets: [...corpus().outlets, { id: 'late-post', name: 'The Late Post' }] });
  for (const hash of ['author=late', 'outlet=late-post', 'year=2029']) {
    const { page } = await held(t, { hash, with: with_ });
    await come(page, 2);
    await shows(page, 2 * EACH);
    assert.equal(await page.locator('.notices').count(), 0, hash);
    assert.equal(await page.locator('article.hit').count(), 0);
    await release(page);
    await complete(page);
    await eventually(() => page.locator('article.hit').count(), 1, hash);
    assert.equal(await fragment(page), hash);
    assert.equal(await page.locator('.notices').count(), 0, hash);
  }
});

test('a link to what is in no block is said to be missing once all is here', { skip }, async (t) => {
  for (const [hash, says] of [
    ['author=nobody', /author .*nobody/], ['outlet=nowhere', /outlet .*nowhere/], ['view=read&article=nothing', /article .*nothing/],
    [`view=read&article=${last.id}&p=99`, /paragraph .*99/],
  ]) {
    const { page, errors } = await held(t, { hash });
    await come(page, 2);
    await shows(page, 2 * EACH);
    assert.equal(await page.locator('.notices').count(), 0, hash);
    await release(page);
    await complete(page);
    await eventually(() => page.locator('.notices li').allInnerTexts(), (said) => said.length === 1 && says.test(said[0]), hash);
    assert.deepEqual(errors, []);
  }
});

for (const pane of ['about', 'read', 'words', 'articles']) {
  test(`${pane}, opened early, shows in the end what it shows of a corpus that is there`, { skip }, async (t) => {
    const { page } = await held(t, { hash: `view=${pane}` });
    await come(page);
    await release(page);
    await complete(page);
    const { total } = await ask(page, 'search', {});
    if (pane === 'articles') await eventually(() => page.locator('article.hit').count(), Math.min(20, total), 'those that follow what fills a window');
    const early = await page.locator('main').innerText();
    // The same page, once everything is there.
    await go(page, pane === 'about' ? 'view=read' : 'view=about');
    await go(page, `view=${pane}`);
    await eventually(() => page.locator('main').innerText(), early, 'what was shown early is what is shown now');
  });
}

test('a query that is typed while all of it comes at once is answered rightly', { skip }, async (t) => {
  // Nothing is held back here: the blocks are many and small, and a reader types into them.
  const many = articles(1500, { seed: 3, length: 60 });
  const address = written(t, bitByBit(source('invented'), uncoded(corpus(), many), { each: 10 }));
  assert.ok(parts(many, 10).length > 100);
  const { page, errors } = await open(t, { address });
  const word = words(many[0].title.value)[0];
  for (const sign of word) await page.locator('#search').press(sign);
  await complete(page);
  assert.ok(await page.locator('#failure').isHidden(), await page.locator('#failure').innerText());
  await page.locator('#search').press('Enter');
  const { total } = await ask(page, 'search', { q: word });
  await eventually(() => page.locator('.found').innerText(), (says) => says.startsWith(`${total} article`));
  assert.deepEqual(errors, []);
});
