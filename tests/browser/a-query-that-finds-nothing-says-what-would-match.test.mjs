import test from 'node:test';
import assert from 'node:assert/strict';
import { byArticle, eventually, found, fragment, open, search, vocabulary, without } from '../harness.mjs';

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: each word says in how many articles it is and can be searched alone`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { plain, scan } = await vocabulary(page);
    const a = plain.find((word) => scan((words) => words.has(word)).length === 2);
    const b = plain.find((word) => scan((words) => words.has(word)).length === 1 && scan((words) => words.has(word) && words.has(a)).length === 0);
    const none = 'xyzzyplugh';
    await search(page, `${a} ${b} ${none}`);
    assert.deepEqual(await found(page), []);
    const says = await page.locator('.nothing li').allInnerTexts();
    assert.equal(says.length, 3);
    assert.ok(says[0].startsWith(`${a} is in 2 articles`), says[0]);
    assert.ok(says[1].startsWith(`${b} is in 1 article`), says[1]);
    assert.equal(says[2], `${none} is in no article here`);
    await page.locator('.nothing li').nth(1).getByRole('link').click();
    await eventually(() => fragment(page), `q=${b}`);
    assert.deepEqual(await found(page), scan((words) => words.has(b)));
  });
}

test('under filters the words are counted under them, and the way out of them is shown', async (t) => {
  const { page } = await open(t);
  const { plain, scan, corpus } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length === 1);
  const [{ article }] = scan((words) => words.has(word));
  const outlet = corpus.articles.find(({ id }) => id !== article).outlet.value;
  const other = await open(t, { hash: `q=${word}&outlet=${outlet}` });
  assert.equal(await other.page.locator('.nothing li').innerText(), `${word} is in no article here`);
  await other.page.getByRole('link', { name: 'Search without the filters' }).click();
  await eventually(() => fragment(other.page), `q=${word}`);
  assert.deepEqual(byArticle(await found(other.page)), scan((words) => words.has(word)));
});

test('and every article is one link away', async (t) => {
  const { page } = await open(t, { hash: 'q=xyzzyplugh&author=unnamed' });
  await page.getByRole('link', { name: 'Show all articles' }).click();
  await eventually(() => fragment(page), '');
  const { corpus } = await vocabulary(page);
  await eventually(() => page.locator('article.hit').count(), corpus.articles.length);
});
