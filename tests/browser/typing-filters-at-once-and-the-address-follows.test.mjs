import test from 'node:test';
import assert from 'node:assert/strict';
import { byArticle, eventually, found, fragment, open, vocabulary } from '../harness.mjs';

// The page's clock stands still unless the test moves it: nothing here depends on how fast this machine is.
const still = async (t) => {
  const { page } = await open(t, {
    before: async (page) => {
      await page.clock.install();
      await page.addInitScript(() => {
        window.writes = [];
        for (const name of ['pushState', 'replaceState']) {
          const real = history[name].bind(history);
          history[name] = (...given) => {
            window.writes.push([name, given[2]]);
            return real(...given);
          };
        }
      });
    },
  });
  // Far enough ahead that the clock has not come there by itself.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
  await page.evaluate(() => { window.writes = []; });
  return { page, ...(await vocabulary(page)), writes: () => page.evaluate(() => window.writes) };
};

/** A word that only some articles hold. */
const telling = ({ plain, scan, corpus }) => plain.find((word) => {
  const hits = scan((words) => words.has(word));
  return word.length > 6 && hits.length > 1 && hits.length < corpus.articles.length;
});

test('each letter filters at once, and the last word may still go on', async (t) => {
  const { page, ...rest } = await still(t);
  const word = telling(rest);
  await page.locator('#search').focus();
  for (let end = 1; end <= word.length; end += 1) {
    await page.keyboard.insertText(word[end - 1]);
    const typed = word.slice(0, end);
    if (end < 4) continue; // Beginnings of other names and of titles.
    const wanted = rest.scan((words) => [...words].some((held) => held.startsWith(typed)));
    await eventually(async () => byArticle(await found(page)).filter((hit) => hit.passages.length > 0), wanted, typed);
  }
});

test('the address follows once, after a pause, and replaces', async (t) => {
  const { page, writes, ...rest } = await still(t);
  const [word, length] = [telling(rest), await page.evaluate(() => history.length)];
  await page.locator('#search').focus();
  for (const letter of word) {
    await page.keyboard.insertText(letter);
    await page.clock.runFor(100);
    assert.equal(await fragment(page), '', 'not while typing goes on');
  }
  await page.clock.runFor(1_000);
  assert.equal(await fragment(page), `q=${word}`);
  assert.deepEqual(await writes(), [['replaceState', `#q=${word}`]]);
  assert.equal(await page.evaluate(() => history.length), length);
});

test('what was typed a moment ago is a place to come back to from a choice', async (t) => {
  const { page, writes, ...rest } = await still(t);
  const word = telling(rest);
  await page.locator('#search').fill(word);
  await page.locator('.facet:not(.none) input').first().click();
  await eventually(async () => (await writes()).map(([name]) => name), ['replaceState', 'pushState']);
  assert.match(await fragment(page), new RegExp(`^q=${word}&author=`));
  await page.evaluate(() => history.back());
  await eventually(() => fragment(page), `q=${word}`);
  await eventually(() => page.locator('#search').inputValue(), word);
});

test('Enter makes the last word whole', async (t) => {
  const { page, ...rest } = await still(t);
  const all = new Set(rest.paragraphs.flatMap(({ words }) => [...words]));
  const word = rest.plain.find((word) => word.length > 7 && !all.has(word.slice(0, -2)));
  const typed = word.slice(0, -2);
  await page.locator('#search').fill(typed);
  await page.locator('.passage').first().waitFor();
  assert.ok((await found(page)).length > 0, 'a beginning is enough while it is typed');
  await page.locator('#search').press('Enter');
  await eventually(() => found(page), []);
});
