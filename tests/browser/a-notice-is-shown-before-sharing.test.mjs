import test from 'node:test';
import assert from 'node:assert/strict';
import { go, open, vocabulary, without } from '../harness.mjs';

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: in Read, and in Share before the link`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { corpus } = await vocabulary(page);
    assert.ok(corpus.articles.some(({ notice }) => notice) && corpus.articles.some(({ notice }) => !notice));
    for (const { id, notice } of corpus.articles) {
      await go(page, `view=read&article=${id}`);
      const shown = page.locator('.reader .caution');
      assert.equal(await shown.count(), notice ? 1 : 0, id);
      await page.getByRole('button', { name: 'Share' }).click();
      const share = page.getByRole('region', { name: 'Share this view' });
      assert.equal(await share.locator('.caution').count(), notice ? 1 : 0, id);
      if (notice) {
        assert.ok((await shown.innerText()).includes(notice));
        const says = await share.innerText();
        assert.ok(says.includes(notice));
        const [above, link] = [await share.locator('.caution').boundingBox(), await share.locator('#share-link').boundingBox()];
        assert.ok(above.y + above.height <= link.y, 'it stands above the link');
      }
      await share.getByRole('button', { name: 'Close' }).click();
    }
  });
}

test('and on paper', async (t) => {
  const { page } = await open(t);
  const { corpus } = await vocabulary(page);
  const { id } = corpus.articles.find(({ notice }) => notice);
  await go(page, `view=read&article=${id}`);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.reader .caution').isVisible());
});
