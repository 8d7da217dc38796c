import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const place = ({ p, s }) => (s === null ? `${p}` : `${p}.${s}`);
const inOrder = (evidence) => evidence.toSorted((a, b) => a.p - b.p || (a.s ?? 0) - (b.s ?? 0));
const paragraphs = (evidence) => [...new Set(evidence.map(({ p }) => p))].sort((a, b) => a - b);
const params = async (page) => Object.fromEntries(new URLSearchParams(await fragment(page)));
const arrived = async (page, view) => {
  await eventually(() => fragment(page), (now) => now.includes(`view=${view}`), `leads to ${view}`);
  return params(page);
};

/** Of each article the position that rests on most and the last, and one of each voice. */
function some({ articles, positions, voices }) {
  const chosen = new Set(voices.map(({ id }) => positions.find(({ voice }) => voice === id)));
  for (const { id } of articles) {
    const here = positions.filter(({ article }) => article === id);
    chosen.add(here.toSorted((a, b) => b.evidence.length - a.evidence.length)[0]).add(here.at(-1));
  }
  chosen.delete(undefined);
  return [...chosen];
}

/** What is chosen in the margin, opened and marked. */
const read = (page) => page.evaluate(() => {
  const within = (element) => Number(element.closest('.para').id.slice(2));
  const text = (element) => element.innerText.replace(/\s+/g, ' ').trim();
  return {
    pressed: [...document.querySelectorAll('.margin [aria-pressed=true]')].map(within),
    opened: [...document.querySelectorAll('.margin .note-opened')].map((note) => [within(note), text(note.querySelector('.summary')), text(note.querySelector('code'))]),
    marked: [...document.querySelectorAll('.body .evidence')].map((element) => [within(element), element.className.includes('digest') ? 'digest' : 'sentence', text(element)]),
    here: [...document.querySelectorAll('.para.here')].map(within),
  };
});

/** What must be so, by the corpus and by the passages that the cell showed. */
function wanted(edition, corpus, position, passages, at) {
  const on = paragraphs(position.evidence);
  const article = corpus.articles.find(({ id }) => id === position.article);
  const digest = (p) => [p, 'digest', plain(article.paragraphs.find(({ n }) => n === p).digest)];
  const sentences = inOrder(position.evidence).map((one) => [one.p, 'sentence', passages[position.evidence.indexOf(one)]]);
  return {
    pressed: on,
    opened: on.map((p) => [p, plain(position.summary), position.id]),
    marked: edition === 'full' ? sentences : on.map(digest),
    here: [position.evidence[at].p],
  };
}

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: each evidence link of a cell opens its place, the position’s note and exactly its marks`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const { cells } = await ask(page, 'table', { by: 'actor' });
    for (const position of some(corpus)) {
      const { column, issue } = cells.find((cell) => cell.positions.includes(position.id));
      const opened = `view=compare&by=actor&cell=${column}.${issue}`;
      await go(page, opened);
      const item = page.locator(`#position-${position.id}`);
      const passages = (await item.locator('.quote .source').allInnerTexts()).map(plain);
      assert.equal(await item.locator('.quote a.place').count(), position.evidence.length, position.id);
      for (const at of position.evidence.keys()) {
        await go(page, opened);
        await item.locator('.quote a.place').nth(at).click();
        assert.deepEqual(await arrived(page, 'read'),
          { view: 'read', by: 'actor', article: position.article, p: place(position.evidence[at]), position: position.id });
        await eventually(() => read(page), wanted(edition, corpus, position, passages, at), position.id);
      }
    }
    assert.deepEqual(errors, []);
  });
}

for (const edition of ['full', 'invented']) {
  test(`${edition} edition: “rests on” leads to each place and leaves the position chosen`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const several = corpus.positions.filter(({ evidence }) => evidence.length > 1).toSorted((a, b) => b.evidence.length - a.evidence.length).slice(0, 3);
    assert.ok(several.length > 0);
    for (const position of several) {
      await go(page, `view=read&article=${position.article}&position=${position.id}`);
      const { marked } = await read(page);
      const ways = page.locator('.note-opened').first().locator('.ways a').filter({ hasText: '¶' });
      assert.deepEqual((await ways.allInnerTexts()).map(plain), position.evidence.map((one) => `¶ ${place(one)}`));
      for (const [at, one] of position.evidence.entries()) {
        await ways.nth(at).click();
        await eventually(() => params(page), { view: 'read', article: position.article, p: place(one), position: position.id });
        const now = await eventually(() => read(page), ({ here }) => here.join() === `${one.p}`, place(one));
        assert.deepEqual(now.marked, marked, 'the marks are the position’s, whichever place is gone to');
        const inView = () => page.locator(`#p-${one.p}`).evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
        await eventually(inView, true, `${position.id} at ${place(one)} is in view`);
      }
    }
  });
}

/** That the open cell holds a position, in the table and in its panel. */
async function holds(page, position, { by, column, label }, corpus) {
  const { question } = corpus.issues.find(({ id }) => id === position.issue);
  assert.equal(await page.locator('.by select').inputValue(), by, position.id);
  await eventually(() => page.locator(`#evidence #position-${position.id}`).count(), 1, `${position.id} is in the panel`);
  assert.equal(plain(await page.locator('#evidence h2').innerText()), `${label} ${question}`);
  assert.equal(await page.locator('#open-cell').count(), 1, `${position.id}: the table shows the open cell of ${column}`);
  const cell = page.locator('#open-cell a.cell');
  assert.ok(plain(await cell.textContent()).startsWith(`${label}: ${question}`), position.id);
  assert.equal(await cell.getAttribute('aria-expanded'), 'true');
}

/** The column in which a position stands, of governments or, where it speaks for none, of actors. */
async function columnOf(page, id) {
  for (const by of ['government', 'actor']) {
    const { cells, columns } = await ask(page, 'table', { by });
    const cell = cells.find(({ positions }) => positions.includes(id));
    if (cell) return { by, column: cell.column, label: columns.find(({ value }) => value === cell.column).label };
  }
  throw new Error(`${id} is in no table`);
}

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: “In the table” leads to the open cell that holds the position, of governments or of actors`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const kinds = new Set();
    for (const position of some(corpus)) {
      const at = await columnOf(page, position.id);
      kinds.add(at.by);
      await go(page, `view=read&article=${position.article}&p=${place(position.evidence[0])}&position=${position.id}`);
      await page.locator('.note-opened').first().getByRole('link', { name: 'In the table' }).click();
      const now = await arrived(page, 'compare');
      assert.equal(now.cell, `${at.column}.${position.issue}`);
      assert.equal(now.by ?? 'government', at.by, position.id);
      assert.equal(now.position, undefined, 'nothing of Read is left in the address');
      await holds(page, position, at, corpus);
    }
    assert.deepEqual([...kinds].sort(), ['actor', 'government'], 'both kinds, or this proves little');
    assert.deepEqual(errors, []);
  });
}

test('“In the table” keeps the columns that were chosen, whatever they are', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  for (const by of ['group', 'author', 'outlet', 'year', 'nearness']) {
    const { cells, columns } = await ask(page, 'table', { by });
    const { column, issue, positions: [id] } = cells.at(-1);
    const position = corpus.positions.find((one) => one.id === id);
    await go(page, `view=read&by=${by}&article=${position.article}&position=${id}`);
    await page.locator('.note-opened').first().getByRole('link', { name: 'In the table' }).click();
    const now = await arrived(page, 'compare');
    assert.deepEqual([now.by, now.cell], [by, `${column}.${issue}`]);
    await holds(page, position, { by, column, label: columns.find(({ value }) => value === column).label }, corpus);
  }
});

for (const [how, beside] of [['others were chosen', ([a, b]) => `column=${a}&column=${b}`], ['two others are compared', ([a, b]) => `a=${a}&b=${b}`]]) {
  test(`“In the table” shows the position’s column where ${how}`, async (t) => {
    const { page } = await open(t);
    const corpus = await ask(page, 'corpus');
    const { cells, columns } = await ask(page, 'table', { by: 'government' });
    const speaking = columns.filter(({ value }) => cells.some(({ column }) => column === value));
    assert.ok(speaking.length > 2, 'a third column, or this proves nothing');
    const third = speaking[2];
    const { positions: [id] } = cells.find(({ column }) => column === third.value);
    const position = corpus.positions.find((one) => one.id === id);
    await go(page, `view=read&article=${position.article}&${beside(speaking.map(({ value }) => value))}&position=${id}`);
    await page.locator('.note-opened').first().getByRole('link', { name: 'In the table' }).click();
    await arrived(page, 'compare');
    await holds(page, position, { by: 'government', column: third.value, label: third.label }, corpus);
  });
}

test('the filters go along to the sentence and back', async (t) => {
  const { page } = await open(t);
  const { positions } = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const { column, issue, positions: [id] } = cells[0];
  const { voice, article } = positions.find((one) => one.id === id);
  await go(page, `view=compare&voice=${voice}&cell=${column}.${issue}`);
  await page.locator(`#position-${id} a.place`).first().click();
  assert.equal((await arrived(page, 'read')).voice, voice);
  const shown = positions.filter((one) => one.article === article && one.voice === voice).flatMap(({ evidence }) => paragraphs(evidence));
  assert.equal(await page.locator('.margin button.note').count(), shown.length);
  await page.locator('.note-opened').first().getByRole('link', { name: 'In the table' }).click();
  await arrived(page, 'compare');
  // The article that was read stays, for the way back to it.
  assert.deepEqual(await params(page), { view: 'compare', voice, cell: `${column}.${issue}`, article });
});

/** What a reader sees of a step. */
const seen = async (page) => ({
  fragment: await fragment(page),
  ...await read(page),
  panel: await page.locator('#evidence li.position').evaluateAll((all) => all.map(({ id }) => id)),
  cell: await page.locator('#open-cell').count(),
});

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: back and forward go the same way, and each step opened afresh shows the same`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    // One that rests on two paragraphs and speaks for no government: every step differs from the one before.
    const { cells } = await ask(page, 'table', { by: 'government' });
    const stands = new Set(cells.flatMap(({ positions }) => positions));
    const position = corpus.positions.find(({ id, evidence }) => !stands.has(id) && paragraphs(evidence).length > 1);
    const { column, issue } = (await ask(page, 'table', { by: 'actor' })).cells.find(({ positions }) => positions.includes(position.id));
    await go(page, `view=compare&by=actor&cell=${column}.${issue}`);
    const steps = [await seen(page)];
    const other = position.evidence.find(({ p }) => p !== position.evidence[0].p);
    for (const choose of [
      () => page.locator(`#position-${position.id} a.place`).first().click(),
      () => page.locator('.note-opened').first().locator('.ways a').filter({ hasText: new RegExp(`¶ ${place(other).replace('.', '\\.')}$`) }).click(),
      () => page.locator('.margin .note[aria-pressed=true]').first().click(),
      () => page.locator('.margin .note[aria-pressed=false]').last().click(),
      () => page.locator('.note-opened').first().getByRole('link', { name: 'In the table' }).click(),
    ]) {
      await choose();
      const before = steps.at(-1).fragment;
      await eventually(() => fragment(page), (now) => now !== before, 'each is a step');
      steps.push(await seen(page));
    }
    assert.equal(new Set(steps.map((step) => JSON.stringify(step))).size, steps.length, 'the steps are all different');
    assert.ok(steps[1].marked.length > 0 && steps[3].opened.length === 0 && steps[5].panel.length > 0);
    for (const step of steps.slice(0, -1).reverse()) {
      await page.evaluate(() => history.back());
      await eventually(() => seen(page), step, `back to ${step.fragment}`);
    }
    for (const step of steps.slice(1)) {
      await page.evaluate(() => history.forward());
      await eventually(() => seen(page), step, `forward to ${step.fragment}`);
    }
    for (const step of steps) {
      const fresh = await open(t, { edition, hash: step.fragment });
      await eventually(() => seen(fresh.page), step, `afresh at ${step.fragment}`);
      await fresh.page.context().close();
    }
  });
}

test('choosing a note puts it into the address and opens it, choosing it again takes it out', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  await go(page, `view=read&article=${articles[0].id}`);
  const before = await fragment(page);
  const note = page.locator('.margin .note').first();
  await note.click();
  const { position } = await eventually(() => params(page), (now) => 'position' in now, 'is in the address');
  assert.equal(await page.locator('.note-opened').first().locator('code').innerText(), position);
  await note.click();
  await eventually(() => fragment(page), before);
  assert.equal(await page.locator('.note-opened').count(), 0);
});

for (const view of ['read', 'compare', 'articles', 'seminar']) {
  test(`a position in the address that is not in this edition is said and left out: ${view}`, async (t) => {
    const { page, errors } = await open(t);
    const { articles: [{ id }] } = await ask(page, 'corpus');
    for (const arrive of [(hash) => go(page, hash), (hash) => page.evaluate((hash) => { window.sightlines.view = hash; }, hash)]) {
      await go(page, '');
      await arrive(`view=${view}&article=${id}&position=nobody-99`);
      await eventually(async () => (await page.locator('.notices li').allInnerTexts()).join(), (says) => /position.*not in this edition.*nobody-99/.test(says), 'is said');
      const without_ = `${view === 'articles' ? '' : `view=${view}&`}article=${id}`;
      assert.equal(await page.evaluate(() => window.sightlines.view), without_, 'is left out');
      assert.deepEqual(await read(page), { pressed: [], opened: [], marked: [], here: [] });
    }
    assert.deepEqual(errors, []);
  });
}
