import test from 'node:test';
import assert from 'node:assert/strict';
import { go, open, without } from '../harness.mjs';

const held = (page) => page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: each note stands at its paragraph`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { notes = [] } = await held(page);
    assert.ok(notes.length > 0);
    for (const article of new Set(notes.map(({ article }) => article))) {
      await go(page, `view=read&article=${article}`);
      for (const { p, text } of notes.filter((note) => note.article === article)) {
        const place = p === undefined ? page.locator('.reader > header') : page.locator(`#p-${p}`);
        assert.ok((await place.innerText()).includes(text), `${article} ¶${p}`);
      }
    }
  });

  test(`${edition} edition: each figure leads to its sentence`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition, hash: 'view=about' });
    const { figures = [] } = await held(page);
    assert.ok(figures.length > 0);
    const rows = page.locator('details .figures tbody tr');
    assert.equal(await rows.count(), figures.length);
    for (const [nth, { label, value, evidence }] of figures.entries()) {
      const text = await rows.nth(nth).textContent();
      assert.ok(text.includes(label) && text.includes(String(value)), text);
      const to = await rows.nth(nth).locator('a').evaluateAll((links) => links.map(({ hash }) => hash));
      assert.deepEqual(to, evidence.map(({ article, at: { p, s } }) => `#view=read&article=${article}&p=${p}${s ? `.${s}` : ''}`));
    }
  });
}
