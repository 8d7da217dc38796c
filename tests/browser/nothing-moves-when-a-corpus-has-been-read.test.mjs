import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, open, source, without, written } from '../harness.mjs';
import { articles, bitByBit, complete, corpusOf, holdBack, release, uncoded } from '../large.mjs';

const skip = without('invented');
const made = articles(120, { seed: 11 });
const address = (t) => written(t, bitByBit(source('invented'), uncoded(corpusOf(source('invented')), made), { each: 40 }));

for (const width of [1280, 360]) {
  for (const [hash, first] of [['view=articles', '#search'], ['view=words', '#search'], ['view=read', 'h1.choose'], ['view=about', '.about h1']]) {
    test(`${hash} at ${width}: its beginning stands where it stood, and nothing lies over it`, { skip }, async (t) => {
      const { page } = await open(t, { address: address(t), hash, size: { width, height: 800 }, before: holdBack });
      const top = () => page.locator(first).evaluate((element) => element.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(element).paddingTop));
      const [while_, foot] = [await top(), await page.locator('.reading').evaluate((element) => element.getBoundingClientRect().bottom)];
      assert.ok(foot <= while_ + 0.5, `the progress ends at ${foot}, the view begins at ${while_}`);
      await release(page);
      await complete(page);
      await eventually(() => page.locator('.reading').count(), 0);
      assert.equal(await top(), while_);
    });
  }
}

test('an article that is still to come is said to be, and comes', { skip }, async (t) => {
  const { page } = await open(t, { address: address(t), hash: `view=read&article=${made.at(-1).id}`, before: holdBack });
  assert.equal(await page.locator('h1:visible').innerText(), 'This article is still being read');
  await release(page);
  await complete(page);
  await eventually(() => page.locator('h1:visible').innerText(), made.at(-1).title.value);
});
