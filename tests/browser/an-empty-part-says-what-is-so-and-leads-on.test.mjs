import test from 'node:test';
import assert from 'node:assert/strict';
import { corpusOf, holding, uncoded } from '../large.mjs';
import { fragment, open, source, without, written } from '../harness.mjs';

// A word that no article has, in each part: what is so stands there, and a link to the same part over everything.
const parts = {
  'view=compare': /^No position of this selection/,
  'view=timeline': /^Nothing in this selection is dated/,
  'view=words': /^Nothing in this selection holds/,
  'view=seminar': /^No contrast in this selection/,
  'view=seminar&sheet=code': /^There is no position in this selection/,
};

for (const width of [1280, 360]) {
  for (const [hash, says] of Object.entries(parts)) {
    test(`${hash} at ${width}`, async (t) => {
      const { page, errors } = await open(t, { hash: hash.replace(/^(view=\w+)/, '$1&q=xyzzyplugh'), size: { width, height: 800 } });
      assert.match(await page.locator('.nothing .silence').innerText(), says);
      await page.locator('.nothing').getByRole('link', { name: 'Without the query', exact: true }).click();
      await page.locator('.nothing').waitFor({ state: 'detached' });
      assert.equal(await fragment(page), hash);
      assert.deepEqual(errors, []);
    });
  }
}

test('a filter that leaves nothing is named, and so are both', async (t) => {
  const { page } = await open(t, { hash: 'view=timeline&as_of=1200..1201' });
  assert.match(await page.locator('.nothing').innerText(), /of that time\.\s+Without the filters/);
  const { page: both } = await open(t, { hash: 'view=compare&q=xyzzyplugh&author=unnamed' });
  assert.match(await both.locator('.nothing').innerText(), /Without the query and the filters/);
});

test('there is nothing to open where no prompt stands', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&q=xyzzyplugh' });
  await page.locator('.nothing').waitFor();
  assert.ok(await page.getByText('Open all passages').isHidden());
});

test('a corpus without positions, events or a map says so, and offers no way that leads nowhere', { skip: without('invented') }, async (t) => {
  const corpus = corpusOf(source('invented'));
  const address = written(t, holding(source('invented'), { ...uncoded(corpus, corpus.articles), map: undefined }));
  for (const [hash, says] of [
    ['view=compare', /No position is coded in this corpus/], ['view=timeline', /Nothing in this selection is dated/],
    ['view=seminar', /No contrast/], ['view=seminar&sheet=code', /no position/], ['view=seminar&sheet=matrix', /Nothing in this selection stands/],
  ]) {
    const { page, errors } = await open(t, { address, hash });
    assert.match(await page.locator('.nothing').innerText(), says, hash);
    assert.equal(await page.locator('.nothing a').count(), 0, hash);
    assert.deepEqual(errors, []);
  }
});
