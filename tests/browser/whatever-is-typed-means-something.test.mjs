import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, found, fragment, open, search, vocabulary, without } from '../harness.mjs';

const strings = [
  '"', '""', '"""', '-', '--', '- -', '*', '***', '-*', '-""', '"*"', ':', '::', 'author:', 'outlet:', '-author:', 'author:""', 'author:"',
  'author::', '()', '(', ')', '(((', 'OR', 'OR OR', '~', '"a b"~', '~5', '"" - * : ( ) ~', '%', '&', '#', '=', '?', '+', '\\', '/', "'", '’s',
  '\u200b', '\u0000', '\u202e', '🏝', '👩‍🚀*', 'İ', 'ß', 'ﬃ', '\ud800', 'a\u0301', '千島', '-千', 'ё', '1', '-1', '17%', '٣', 'constructor', '__proto__',
];

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: nothing but operators and signs`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    for (const q of strings) {
      await search(page, q);
      const hits = await found(page);
      const says = await page.locator('.found').innerText();
      assert.equal(says === 'No article', hits.length === 0, `${JSON.stringify(q)} gives an answer that is counted: ${says}`);
      assert.equal(hits.length === 0, await page.locator('.nothing').count() === 1, `${JSON.stringify(q)}: no blank page`);
      assert.equal(await page.locator('#search').inputValue(), q.toWellFormed(), 'what was typed stays');
    }
    assert.deepEqual(errors, []);
  });
}

test('operators that hold no word ask for nothing, and every article stays', async (t) => {
  const { page } = await open(t);
  const { corpus } = await vocabulary(page);
  for (const q of ['""', '-', '*', ':', '()', '- "" *']) {
    await search(page, q);
    assert.equal((await found(page)).length, corpus.articles.length, q);
  }
});

test('a field that has no value yet asks for nothing', async (t) => {
  const { page } = await open(t);
  const { corpus } = await vocabulary(page);
  for (const q of ['author:', 'outlet:', '-author:', 'author:""']) {
    await search(page, q);
    assert.equal((await found(page)).length, corpus.articles.length, q);
  }
});

const long = {
  'one word': () => 'a'.repeat(10_000),
  'one word again and again': ([word]) => `${word} `.repeat(2_000).slice(0, 10_000),
  'many words': (plain) => plain.join(' ').repeat(10).slice(0, 10_000),
  'operators': () => '-"*:'.repeat(2_500),
  'exclusions': () => '-a '.repeat(3_333),
  'quotes': () => '"'.repeat(10_000),
  'letters of three bytes': () => '島'.repeat(10_000),
};

for (const [what, query] of Object.entries(long)) {
  test(`10,000 characters: ${what}`, async (t) => {
    const { page, errors } = await open(t);
    const q = query((await vocabulary(page)).plain);
    await search(page, q);
    assert.match(await page.locator('.found').innerText(), /article/i);
    assert.equal(await page.locator('#search').inputValue(), q, 'nothing of it is lost');
    await page.locator('.facet input').first().click();
    assert.equal(await page.locator('#search').inputValue(), q, 'not by a choice either');
    assert.deepEqual(errors, []);
  });
}

test('a query that is too long for a link says so and what can be done', async (t) => {
  const { page } = await open(t);
  const { plain } = await vocabulary(page);
  await search(page, plain.join(' ').repeat(10).slice(0, 10_000));
  await page.waitForTimeout(600); // The pause, after which the address would follow.
  assert.ok((await fragment(page)).length <= 8 * 1024, 'the address stays one that can be read again');
  assert.match(await page.locator('main').innerText(), /too long|longer/);
  await page.getByRole('button', { name: 'Share' }).click();
  assert.match(await page.locator('.share').innerText(), /too long|longer/);
});

test('a query that was too long is followed by the next', async (t) => {
  const { page } = await open(t);
  await search(page, 'x'.repeat(10_000));
  const { plain } = await vocabulary(page);
  await search(page, plain[0]);
  assert.ok((await found(page)).length > 0);
  await eventually(() => fragment(page), `q=${plain[0]}`);
});
