import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** Every year that is in a date. */
const years = (date) => [...new Set(date.match(/\d{4}/g))];

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: a cell opens into each of its positions`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, hash: 'view=compare&by=outlet' });
    const corpus = await ask(page, 'corpus');
    const { cells, columns } = await ask(page, 'table', { by: 'outlet' });
    const named = (list, id) => list.find((one) => one.id === id);
    // All kinds of positions, in a few cells: another answer, relayed by somebody, undated, and of each voice.
    const kinds = [({ answer }) => !answer, ({ via }) => via, ({ as_of: date }) => !date, ...corpus.voices.map(({ id }) => ({ voice }) => voice === id)];
    const holding = kinds.map((kind) => cells.find((cell) => cell.positions.some((id) => kind(named(corpus.positions, id)))));
    for (const { issue, column, positions } of new Set(holding.filter(Boolean))) {
      const { label } = columns.find(({ value }) => value === column);
      const { question, answers } = named(corpus.issues, issue);
      const cell = page.locator(`a.cell`).filter({ hasText: `${label}: ${question}` });
      await cell.click();
      await eventually(() => fragment(page), `view=compare&by=outlet&cell=${column}.${issue}`);
      assert.equal(await cell.getAttribute('aria-expanded'), 'true');
      const panel = page.getByRole('complementary', { name: /^Evidence/ });
      assert.equal(plain(await panel.getByRole('heading').innerText()), `${label} ${question}`);
      const items = panel.locator('ol > li');
      assert.equal(await items.count(), positions.length);
      for (const [at, id] of positions.entries()) {
        const position = named(corpus.positions, id);
        const item = items.nth(at);
        const says = plain(await item.innerText());
        assert.equal(await item.getAttribute('id'), `position-${id}`);
        assert.ok(says.startsWith(position.summary), `${id}: ${says}`);
        assert.ok(says.includes(`${position.confidence} confidence`), id);
        assert.ok(says.includes(named(answers, position.answer)?.label ?? 'another answer'), id);
        assert.ok(says.includes(named(corpus.outlets, column).name), `${id}: where it is told`);
        if (position.as_of) for (const year of years(position.as_of)) assert.match(says, new RegExp(`as of .*${year}`), id);
        else assert.ok(says.includes('undated'), id);
        if (position.via) assert.ok(says.includes(`${position.voice} by ${named(corpus.actors, position.via).label}`), id);
        const article = named(corpus.articles, position.article);
        await evidence(item, position, article);
      }
      // The rules of the first: stance, then voice.
      const first = named(corpus.positions, positions[0]);
      const words = items.first().locator('.rule-word');
      for (const [at, rule] of [named(corpus.stances, first.stance).rule, named(corpus.voices, first.voice).rule].entries()) {
        assert.ok(!plain(await items.first().innerText()).includes(rule));
        await words.nth(at).click();
        assert.equal(await words.nth(at).getAttribute('aria-expanded'), 'true');
        assert.ok(plain(await items.first().innerText()).includes(rule), rule);
        await words.nth(at).click();
      }
    }
    assert.deepEqual(errors, []);
  });
}

/** Each locator with its passage, or the digest of its paragraph once, and a link to its place. */
async function evidence(item, position, article) {
  const links = await item.locator('a.place').evaluateAll((all) => all.map(({ hash }) => Object.fromEntries(new URLSearchParams(hash.slice(1)))));
  assert.equal(links.length, position.evidence.length, position.id);
  const passages = await item.locator('.source').allInnerTexts();
  const digests = await item.locator('.digest').allInnerTexts();
  for (const [at, { p, s }] of position.evidence.entries()) {
    assert.deepEqual(links[at], { view: 'read', by: 'outlet', article: article.id, p: `${p}.${s}`, position: position.id }, position.id);
    const paragraph = article.paragraphs.find(({ n }) => n === p);
    if (paragraph.text) {
      assert.ok(passages[at].length > 1 && plain(paragraph.text).includes(plain(passages[at])), `${position.id} at ${p}.${s}`);
      if (paragraph.sentences > 1) assert.ok(passages[at].length < paragraph.text.length, 'the sentence, not its paragraph');
    } else {
      assert.ok(digests.some((digest) => digest.includes(paragraph.digest) && digest.includes(`digest of ¶ ${p}`)), `${position.id} at ${p}.${s}`);
    }
  }
  assert.equal(passages.length > 0, digests.length === 0, 'never both');
}

test('choosing the open cell again closes it, and so does the panel’s link', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  for (const close of [() => page.locator('a.cell').first().click(), () => page.locator('#evidence').getByText('Close').click()]) {
    await page.locator('a.cell').first().click();
    await page.locator('#evidence').waitFor();
    await close();
    await eventually(() => page.locator('#evidence').count(), 0);
    await eventually(() => fragment(page), 'view=compare');
  }
});

test('other columns close the cell, other filters keep it', async (t) => {
  const { page } = await open(t);
  const { cells } = await ask(page, 'table', { by: 'government' });
  const { positions } = await ask(page, 'corpus');
  const told = (cell) => cell.positions.map((id) => positions.find((position) => position.id === id).article);
  const cell = cells.find((cell) => new Set(told(cell)).size > 1);
  const [article] = told(cell);
  await go(page, `view=compare&cell=${cell.column}.${cell.issue}`);
  const { articles } = await ask(page, 'corpus');
  const { outlet } = articles.find(({ id }) => id === article);
  await go(page, `view=compare&outlet=${outlet}&cell=${cell.column}.${cell.issue}`);
  const left = cell.positions.filter((id) => articles.find((one) => one.id === positions.find((p) => p.id === id).article).outlet === outlet);
  assert.equal(await page.locator('#evidence ol > li').count(), left.length, 'the panel shows the same selection');
  await page.locator('.by select').selectOption('year');
  await eventually(() => page.locator('#evidence').count(), 0);
});

test('an open cell says what belongs to its question', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { issues } = await ask(page, 'corpus');
  await page.locator('a.cell').first().click();
  const hash = new URLSearchParams(await eventually(() => fragment(page), (now) => now.includes('cell=')));
  const issue = issues.find(({ id }) => id === hash.get('cell').split('.')[1]);
  await page.getByText('What belongs to this question').click();
  assert.ok(plain(await page.locator('#evidence .rule').innerText()).includes(plain(issue.rule)));
});
