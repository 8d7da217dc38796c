import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, search, source, vocabulary, without, written } from '../harness.mjs';
import { bitByBit, complete, holdBack, holding, release, uncoded } from '../large.mjs';

const invented = { skip: without('invented') };
const begin = (page) => page.locator('.first');
const asks = (page) => begin(page).locator('a').allInnerTexts();

/** A copy of the invented page whose corpus was changed. */
const over = async (t, change) => {
  const { page } = await open(t, { edition: 'invented' });
  const { corpus } = await vocabulary(page);
  return written(t, holding(source('invented'), change(corpus) ?? corpus));
};

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: the first screen says what is here and asks three questions, each answered by a view`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const says = await begin(page).innerText();
    assert.ok(says.includes(`${corpus.articles.length} articles`) && says.includes(`${corpus.positions.length} positions`) && says.includes(`${corpus.issues.length} questions`), says);
    for (const { name } of corpus.authors) assert.ok(says.includes(name), name);
    const links = begin(page).locator('a');
    assert.equal(await links.count(), 3);
    const places = new Set();
    for (let nth = 0; nth < 3; nth += 1) {
      const question = await links.nth(nth).innerText();
      assert.match(question, /\?$/);
      await links.nth(nth).click();
      await begin(page).waitFor({ state: 'detached' });
      places.add(await fragment(page));
      assert.match(await fragment(page), /^view=/, question);
      assert.equal(await page.locator('.notices, .nothing').count(), 0, question);
      assert.doesNotMatch(await page.locator('main').innerText(), /No article|As 0 of|Nothing in this selection is dated/, question);
      await page.goBack();
      await begin(page).waitFor();
    }
    assert.equal(places.size, 3);
    assert.deepEqual(errors, []);
  });
}

for (const [width, height] of [[1280, 900], [360, 800], [320, 800]]) {
  test(`it stands on one screen, and the first result's title with it but for the narrowest: ${width} by ${height}`, async (t) => {
    const { page } = await open(t, { size: { width, height } });
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    const bottom = (found) => found.evaluate((element) => element.getBoundingClientRect().bottom);
    assert.ok(await bottom(begin(page)) < height);
    if (width > 320) assert.ok(await bottom(page.locator('article.hit h2').first()) < height);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

test('whatever is asked or chosen puts it away, and without that it is back', async (t) => {
  const { page } = await open(t);
  const { articles, outlets } = await ask(page, 'corpus');
  await search(page, 'treaty');
  assert.equal(await begin(page).count(), 0, 'a query');
  await search(page, '');
  assert.equal(await begin(page).count(), 1, 'and none');
  await page.locator('.facet input').first().check();
  await eventually(() => begin(page).count(), 0, 'a filter');
  await page.locator('.facet input').first().uncheck();
  await eventually(() => begin(page).count(), 1, 'and none');
  for (const hash of ['view=compare', `view=read&article=${articles[0].id}`, 'view=timeline', 'view=words', 'view=seminar', 'view=about', `outlet=${outlets[0].id}`, 'embed=1']) {
    await go(page, hash);
    assert.equal(await begin(page).count(), 0, hash);
  }
  await go(page, '');
  await begin(page).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await begin(page).isHidden(), 'nor is it printed');
  assert.ok(await page.locator('.lead').isVisible(), 'but for what this is about');
});

test('a corpus without positions asks of its words and articles', invented, async (t) => {
  const { page, errors } = await open(t, { address: await over(t, (corpus) => uncoded(corpus, corpus.articles)) });
  const questions = await asks(page);
  assert.ok(questions.length >= 2, questions.join());
  assert.doesNotMatch(await begin(page).innerText(), /position|coded/);
  for (const link of await begin(page).locator('a').evaluateAll((all) => all.map(({ hash }) => hash))) assert.match(link, /^#view=(words|read)&/);
  assert.deepEqual(errors, []);
});

test('one article without names asks one thing less, and with nothing at all there is nothing to ask', invented, async (t) => {
  const bare = (articles) => (corpus) => ({ ...uncoded(corpus, articles(corpus)), rings: [], related: [], map: undefined });
  const one = await open(t, { address: await over(t, bare(({ articles }) => articles.slice(0, 1))) });
  assert.match(await begin(one.page).innerText(), /^1 article by /);
  const questions = await asks(one.page);
  assert.ok(questions.length >= 1 && questions.length <= 2, questions.join());
  const none = await open(t, { address: await over(t, bare(() => [])) });
  assert.deepEqual(await asks(none.page), []);
  assert.deepEqual([...one.errors, ...none.errors], []);
});

test('the questions are the corpus’s own, and stand as text', invented, async (t) => {
  const { page, errors } = await open(t, { address: await over(t, (corpus) => {
    for (const issue of corpus.codebook.issue) issue.question = `Is <b>${issue.id}</b> & “so”?`;
  }) });
  assert.match((await asks(page))[0], /^Is <b>[\w-]+<\/b> & “so”\?$/);
  assert.equal(await begin(page).locator('b').count(), 0);
  assert.deepEqual(errors, []);
});

test('once a large corpus is read it is asked what a small one would be, and the focus stays', invented, async (t) => {
  const { page: first } = await open(t, { edition: 'invented' });
  const { corpus } = await vocabulary(first);
  const wanted = await asks(first);
  const address = written(t, bitByBit(source('invented'), corpus, { each: 1 }));
  const { page } = await open(t, { address, before: holdBack });
  await begin(page).waitFor();
  await begin(page).locator('a').last().focus();
  assert.equal((await asks(page)).length, wanted.length, 'nothing below moves');
  assert.ok((await begin(page).innerText()).startsWith(`${corpus.articles.length} articles`));
  await release(page);
  await complete(page);
  await eventually(() => asks(page), wanted);
  await eventually(() => begin(page).locator('a').last().evaluate((link) => link === document.activeElement), true, 'nor is the focus lost');
});
