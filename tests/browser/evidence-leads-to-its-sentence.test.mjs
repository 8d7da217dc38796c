import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const inView = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: a link of an open cell leads to its place in Read, lit up`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const { articles, positions } = await ask(page, 'corpus');
    const { cells } = await ask(page, 'table', { by: 'actor' });
    // The last position of each article: its evidence stands far down.
    for (const { id, paragraphs } of articles) {
      const position = positions.findLast((position) => position.article === id);
      const cell = cells.find((cell) => cell.positions.includes(position.id));
      await go(page, `view=compare&by=actor&cell=${cell.column}.${cell.issue}`);
      const quote = page.locator(`#position-${position.id} .quote`).first();
      const passage = plain(await quote.locator('.source, .digest').innerText());
      await quote.locator('a.place').click();
      const [{ p, s }] = position.evidence;
      const hash = new URLSearchParams(await eventually(() => fragment(page), (now) => now.includes('view=read')));
      assert.deepEqual([hash.get('article'), hash.get('p')], [id, `${p}.${s}`]);
      const lit = page.locator('.evidence');
      await eventually(() => lit.count(), 1);
      const says = plain(await lit.innerText());
      const paragraph = page.locator(`#p-${p}`);
      assert.equal(await paragraph.locator('.evidence').count(), 1, 'in its paragraph');
      if (edition === 'full') assert.equal(says, passage, 'the sentence that the cell shows');
      else assert.ok(says.includes(paragraphs.find(({ n }) => n === p).digest) && passage.includes(says), says);
      await eventually(() => lit.evaluate(inView), true, 'and it is in view');
      const ground = (element) => getComputedStyle(element).backgroundColor;
      assert.notEqual(await lit.evaluate(ground), await paragraph.evaluate(ground), 'lit is seen');
    }
    assert.deepEqual(errors, []);
  });
}

test('full edition: each sentence of a paragraph can be lit, and together they are the paragraph', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full' });
  const { articles } = await ask(page, 'corpus');
  for (const { id, paragraphs } of articles) {
    const { n, sentences, text } = paragraphs.toSorted((a, b) => b.sentences - a.sentences)[0];
    assert.ok(sentences > 2);
    const lit = [];
    for (let s = 1; s <= sentences; s += 1) {
      await go(page, `view=read&article=${id}&p=${n}.${s}`);
      assert.equal(await page.locator('.evidence').count(), 1, `${id} ${n}.${s}`);
      lit.push(plain(await page.locator(`#p-${n} .evidence`).innerText()));
    }
    assert.equal(lit.join(' '), plain(text));
  }
});

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: a place that the article does not have is said`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { articles: [{ id, paragraphs }] } = await ask(page, 'corpus');
    const { n, sentences } = paragraphs.at(-1);
    for (const [p, says] of [[`${n + 1}`, /paragraph/], [`${n}.${sentences + 1}`, /sentence/]]) {
      await go(page, `view=read&article=${id}&p=${p}`);
      assert.match((await page.locator('.notices').allInnerTexts()).join(), says, p);
      assert.ok(await page.locator(`#p-${n}`).isVisible());
    }
  });
}
