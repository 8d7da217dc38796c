import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, byArticle, found, open, search, vocabulary, without } from '../harness.mjs';

/** Two words that some paragraph holds together and others hold alone, in more than one article. */
function pair({ plain, paragraphs, scan }) {
  for (const { words } of paragraphs) {
    const held = plain.filter((word) => words.has(word));
    for (const a of held) {
      const others = scan((words) => words.has(a));
      if (others.length < 2) continue;
      const b = held.find((b) => b !== a && scan((words) => words.has(a) && !words.has(b)).length > 1
        && scan((words) => words.has(b) && !words.has(a)).length > 0);
      if (b) return [a, b];
    }
  }
  throw new Error('no such words');
}

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: each query gives the paragraphs that a naive scan gives`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const known = await vocabulary(page);
    const { scan, corpus } = known;
    const [a, b] = pair(known);
    const start = a.slice(0, -2);
    const has = (word) => (words) => words.has(word);
    const cases = [
      [a, has(a)],
      [`${a} ${b}`, (words) => words.has(a) && words.has(b)],
      [`${b}   ${a.toUpperCase()} ${a}`, (words) => words.has(a) && words.has(b)],
      [`${a} -${b}`, (words) => words.has(a) && !words.has(b)],
      [`-${a}`, (words) => !words.has(a)],
      [`${start}*`, (words) => [...words].some((word) => word.startsWith(start))],
      [`${start}* -${a}`, (words) => [...words].some((word) => word.startsWith(start)) && !words.has(a)],
      [`"${a}"`, has(a)],
      [`“${a}” ${b}`, (words) => words.has(a) && words.has(b)],
    ];
    for (const article of corpus.articles) {
      const outlet = corpus.outlets.find((one) => one.id === article.outlet.value);
      cases.push([`${a} outlet:${outlet.id}`, (words, id) => words.has(a) && id === article.id]);
      cases.push([`outlet:"${outlet.name.toLowerCase()}" ${a}`, (words, id) => words.has(a) && id === article.id]);
      for (const id of article.authors.value) {
        const author = corpus.authors.find((one) => one.id === id);
        const by = (article) => corpus.articles.find((one) => one.id === article).authors.value.includes(id);
        cases.push([`author:${id} ${a}`, (words, article) => words.has(a) && by(article)]);
        cases.push([`${a} -author:${id}`, (words, article) => words.has(a) && !by(article)]);
        cases.push([`${a} author:${author.name.split(' ').at(-1)}`, (words, article) => words.has(a) && by(article)]);
      }
    }
    for (const [q, holds] of cases) {
      await search(page, q);
      const hits = byArticle(await found(page)).filter((hit) => hit.passages.length > 0);
      assert.deepEqual(hits, scan(holds), q);
    }
  });
}

test('full edition: a phrase gives the paragraphs in which its words follow each other', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full' });
  const { articles } = await ask(page, 'corpus');
  const { plain, scan } = await vocabulary(page);
  const paragraphs = articles.flatMap((article) => article.paragraphs.map(({ n, text }) =>
    ({ article: article.id, p: n, words: text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ') })));
  // Two words that follow each other in one paragraph and stand apart in another.
  const asPhrase = (a, b) => paragraphs.filter(({ words }) => ` ${words} `.includes(` ${a} ${b} `));
  const together = (a, b) => paragraphs.filter(({ words }) => ` ${words} `.includes(` ${a} `) && ` ${words} `.includes(` ${b} `));
  const known = new Set(plain);
  const pairs = paragraphs.flatMap(({ words }) => words.split(' ').map((word, at, all) => [word, all[at + 1]]))
    .filter((pair) => pair.every((word) => known.has(word)));
  const [a, b] = pairs.find(([a, b]) => together(a, b).length > asPhrase(a, b).length);
  const of = (list) => scan((_, article, p) => list.some((one) => one.article === article && one.p === p));
  await search(page, `"${a} ${b}"`);
  assert.deepEqual(byArticle(await found(page)), of(asPhrase(a, b)));
  await search(page, `${a} ${b}`);
  assert.deepEqual(byArticle(await found(page)), of(together(a, b)));
  await search(page, `${a} ${b} -"${a} ${b}"`);
  assert.deepEqual(byArticle(await found(page)), of(together(a, b).filter((one) => !asPhrase(a, b).includes(one))));
});

test('a field alone gives its articles without passages', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const author = articles.find((article) => article.authors[0] !== 'unnamed').authors[0];
  await search(page, `author:${author}`);
  const wanted = articles.filter((article) => article.authors.includes(author)).map(({ id }) => ({ article: id, passages: [] }));
  assert.deepEqual(byArticle(await found(page)), byArticle(wanted));
  await search(page, 'author:unnamed');
  const unnamed = articles.filter((article) => article.authors.includes('unnamed')).map(({ id }) => ({ article: id, passages: [] }));
  assert.deepEqual(byArticle(await found(page)), byArticle(unnamed));
});

test('a field that names nobody says so', async (t) => {
  const { page } = await open(t);
  await search(page, 'author:nobodyhere');
  assert.deepEqual(await found(page), []);
  assert.match(await page.locator('.says').innerText(), /nobodyhere/);
});

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: what was found is marked, and the count is announced`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { plain, scan } = await vocabulary(page);
    const word = plain.find((word) => scan((words) => words.has(word)).length > 1);
    await search(page, word);
    const hits = await found(page);
    const marks = page.locator('.passage mark');
    assert.ok(await marks.count() >= hits.flatMap((hit) => hit.passages).length, 'each passage has one');
    for (const mark of await marks.allInnerTexts()) assert.equal(mark.toLowerCase(), word);
    const says = page.getByRole('status').filter({ hasText: 'passage' });
    assert.equal(await says.innerText(), `${hits.length} articles, ${hits.flatMap((hit) => hit.passages).length} passages`);
    assert.equal(await says.getAttribute('aria-live'), 'polite');
  });
}
