import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const places = (evidence) => [...new Set(evidence.map(({ p }) => p))].sort((a, b) => a - b);

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: choosing a note marks what it rests on, choosing it again unmarks it`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { articles, positions } = await ask(page, 'corpus');
    // The one with most evidence of each article: several sentences, often of several paragraphs.
    for (const { id } of articles) {
      const position = positions.filter(({ article }) => article === id).toSorted((a, b) => b.evidence.length - a.evidence.length)[0];
      await go(page, `view=read&article=${id}`);
      assert.equal(await page.locator('.evidence').count(), 0);
      const [first] = places(position.evidence);
      const here = positions.filter((one) => one.article === id && one.evidence.some(({ p }) => p === first));
      const notes = page.locator(`#p-${first} .margin > li`);
      assert.equal(await notes.locator('button.note').count(), here.length, `each position on ¶ ${first} has a note`);
      const item = notes.nth(here.findIndex((one) => one.id === position.id));
      const note = item.locator('button.note');
      assert.equal(await note.count(), 1);
      await note.click();
      assert.equal(await note.getAttribute('aria-pressed'), 'true');
      await eventually(() => item.locator('.note-opened .summary').allInnerTexts(), [position.summary], position.id);
      assert.equal(await fragment(page), `view=read&article=${id}&position=${position.id}`);
      const marked = () => page.locator('.evidence').evaluateAll((all) => all.map((element) => Number(element.closest('.para').id.slice(2))));
      const wanted = edition === 'full' ? position.evidence.map(({ p }) => p).sort((a, b) => a - b) : places(position.evidence);
      await eventually(marked, wanted, position.id);
      await note.click();
      await eventually(marked, [], position.id);
      assert.equal(await page.locator('.note-opened').count(), 0);
      assert.equal(await fragment(page), `view=read&article=${id}`);
    }
  });
}

test('every position of the article stands in the margin where it is evidenced', async (t) => {
  const { page } = await open(t);
  const { articles, positions } = await ask(page, 'corpus');
  for (const { id, paragraphs } of articles) {
    await go(page, `view=read&article=${id}`);
    for (const { n } of paragraphs) {
      const here = positions.filter((one) => one.article === id && one.evidence.some(({ p }) => p === n));
      assert.equal(await page.locator(`#p-${n} .margin button.note`).count(), here.length, `${id} ¶ ${n}`);
    }
  }
});

test('under a filter the margin shows the selection and says how many are outside it', async (t) => {
  const { page } = await open(t);
  const { positions } = await ask(page, 'corpus');
  const [{ article, issue }] = positions;
  const all = positions.filter((position) => position.article === article);
  const shown = all.filter((position) => position.issue === issue);
  await go(page, `view=read&issue=${issue}&article=${article}`);
  const notes = shown.flatMap(({ evidence }) => places(evidence)).length;
  assert.equal(await page.locator('.margin button.note').count(), notes);
  assert.match(await page.locator('.outside').innerText(), new RegExp(`^${shown.length} of ${all.length} positions`));
  await page.getByRole('link', { name: 'Show all' }).click();
  await eventually(() => page.locator('.margin button.note').count(), all.flatMap(({ evidence }) => places(evidence)).length);
});
