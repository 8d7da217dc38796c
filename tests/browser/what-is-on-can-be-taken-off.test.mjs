import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, open } from '../harness.mjs';

/** A fragment with every filter on, all of them met by one position. */
async function everything(page) {
  const { articles, positions } = await ask(page, 'corpus');
  const position = positions.find((position) => position.answer);
  const article = articles.find((article) => article.id === position.article);
  const on = {
    author: article.authors[0], outlet: article.outlet, year: article.date.slice(0, 4),
    issue: position.issue, actor: position.actor, answer: position.answer, stance: position.stance, voice: position.voice,
    exact: '1',
  };
  return on;
}

const pairs = (hash) => [...new URLSearchParams(hash)].map(([key]) => key).sort();

for (const [view, more] of [['articles', []], ['compare', ['q', 'view']], ['read', ['article', 'q', 'view']]]) {
  test(`in ${view} each chip takes off what it names and nothing else`, async (t) => {
    const first = await open(t);
    const on = await everything(first.page);
    const { articles } = await ask(first.page, 'corpus');
    const with_ = { ...on };
    if (more.includes('view')) with_.view = view;
    if (more.includes('q')) with_.q = 'the';
    if (more.includes('article')) with_.article = articles[0].id;
    const { page } = await open(t, { hash: new URLSearchParams(with_).toString() });
    const removable = Object.keys(with_).filter((key) => !['view', 'article'].includes(key));
    const chips = page.locator('.chip');
    assert.equal(await chips.count(), removable.length);
    for (let left = removable.length; left > 0; left -= 1) {
      const before = pairs(await fragment(page));
      const chip = chips.nth(left >> 1);
      const name = await chip.getAttribute('aria-label');
      assert.match(name, /^Remove \S+ \S/);
      await chip.click();
      const after = await eventually(async () => pairs(await fragment(page)), (now) => now.length === before.length - 1, name);
      assert.ok(after.every((key) => before.includes(key)), name);
      await eventually(() => chips.count(), left - 1, name);
      assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0, `${name} is gone`);
    }
    assert.deepEqual(pairs(await fragment(page)), Object.keys(with_).filter((key) => !removable.includes(key)).sort());
  });
}

test('chips call things by their names', async (t) => {
  const first = await open(t);
  const on = await everything(first.page);
  const corpus = await ask(first.page, 'corpus');
  const { page } = await open(t, { hash: new URLSearchParams(on).toString() });
  const texts = (await page.locator('.chips').innerText()).replace(/\s+/g, ' ');
  const label = (list, id) => list.find((one) => one.id === id).label ?? list.find((one) => one.id === id).name;
  const answers = corpus.issues.flatMap((issue) => issue.answers);
  for (const name of [label(corpus.outlets, on.outlet), label(corpus.issues, on.issue), label(corpus.actors, on.actor), label(answers, on.answer)]) {
    assert.ok(texts.includes(name), `${name} in ${texts}`);
  }
});

test('all can be taken off at once', async (t) => {
  const first = await open(t);
  const on = await everything(first.page);
  const { page } = await open(t, { hash: new URLSearchParams(on).toString() });
  await page.getByRole('button', { name: 'Clear all' }).click();
  await eventually(() => fragment(page), '');
  await eventually(() => page.locator('.chip').count(), 0);
  assert.equal(await page.locator('.facet :checked').count(), 0);
});

test('the keyboard’s focus is not lost with the chip that it removed', async (t) => {
  const first = await open(t);
  const on = await everything(first.page);
  const { page } = await open(t, { hash: new URLSearchParams(on).toString() });
  await page.locator('.chip').first().focus();
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('.chip').count(), Object.keys(on).length - 1);
  await eventually(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag !== 'BODY');
});
