import test from 'node:test';
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const named = (list, id) => list.find((one) => one.id === id);

/** Whether who is for an answer is thereby for another: it is the same, or implies it at any remove. */
function gives(answers, answer, other) {
  for (let at = answer, steps = 0; at && steps <= answers.length; at = named(answers, at)?.implies, steps += 1) if (at === other) return true;
  return false;
}

/** What positions are for and against: those with an answer, in a stance that is for, against or for with a reserve. */
const side = (corpus, positions) => positions
  .map(({ answer, stance }) => ({ answer, polarity: named(corpus.stances, stance).polarity }))
  .filter(({ answer, polarity }) => answer && polarity !== '0')
  .map(({ answer, polarity }) => ({ answer, isFor: polarity !== '-' }));

/**
 * Whether two tellings of one actor differ by the codebook's rule: they are for two answers and neither for the other's, or
 * one is for and one against the same. Where both tell that it is for an answer and against it, they tell the same.
 */
function differ(answers, one, other) {
  const isFor = (side, answer) => side.some((held) => held.isFor && gives(answers, held.answer, answer));
  const isAgainst = (side, answer) => side.some((held) => !held.isFor && gives(answers, answer, held.answer));
  const apart = (answer, denied) => gives(answers, answer, denied) && ![one, other].every((side) => isFor(side, answer) && isAgainst(side, answer));
  return one.some((ours) => other.some((theirs) => {
    if (ours.isFor && theirs.isFor) return !isFor(one, theirs.answer) && !isFor(other, ours.answer);
    if (ours.isFor) return apart(ours.answer, theirs.answer);
    return theirs.isFor && apart(theirs.answer, ours.answer);
  }));
}

/** What a cell's panel must tell: each article once, in the corpus's order, and whether another reads the actor differently. */
function wanted(corpus, cell) {
  const positions = cell.positions.map((id) => named(corpus.positions, id));
  const { answers } = named(corpus.issues, cell.issue);
  const told = corpus.articles.map(({ id }) => [id, positions.filter(({ article }) => article === id)]).filter(([, held]) => held.length > 0);
  return told.map(([article, held]) => ({
    article,
    first: held[0].id,
    says: [...new Set(held.map(({ stance, answer }) => `${stance} ${named(answers, answer)?.label ?? 'another answer'}`))].sort(),
    apart: told.some(([, other]) => other !== held && differ(answers, side(corpus, held), side(corpus, other))),
  }));
}

/** What it tells. */
const read = (page, corpus, issue) => page.locator('#evidence .told-apart').evaluateAll((all, answers) => all.flatMap((told) => [...told.querySelectorAll('li')].map((row) => {
  const link = row.querySelector('a');
  const view = new URLSearchParams(link.hash.slice(1));
  const copy = row.cloneNode(true);
  copy.querySelectorAll('.stands, a').forEach((element) => element.remove());
  // Answers have commas and “and” of their own: each saying is taken out of the line, the longest first.
  let line = copy.textContent.replace(/\s+/g, ' ').replace(/^ ?: /, '');
  const says = answers.filter((saying) => line.includes(saying) && (line = line.replace(saying, '') || ' '));
  return {
    article: view.get('article'), first: view.get('position'), says: says.sort(), rest: line.replace(/,|and/g, '').trim(),
    apart: row.querySelector('.stands')?.textContent === 'read differently', teller: link.textContent,
  };
})), corpus.stances.flatMap(({ id }) => [...named(corpus.issues, issue).answers.map(({ label }) => label), 'another answer'].map((label) => `${id} ${label}`)).sort((a, b) => b.length - a.length));

const keyOf = (by) => (by === 'government' ? '' : `&by=${by}`);

for (const edition of ['digest', 'invented']) {
  for (const [columns, by, kind] of [
    ['governments', 'government', () => true],
    ['actors alone', 'actor', (kind) => kind !== 'government'],
  ]) {
    test(`${edition} edition: a cell of several articles lists what each tells, and which read the actor differently: ${columns}`, { skip: without(edition) }, async (t) => {
      const { page, errors } = await open(t, { edition });
      const corpus = await ask(page, 'corpus');
      const cells = (await ask(page, 'table', { by })).cells.filter(({ column }) => kind(named(corpus.actors, column).kind));
      const faults = [];
      let [several, alone] = [0, 0];
      for (const cell of cells) {
        await go(page, `view=compare${keyOf(by)}&cell=${cell.column}.${cell.issue}`);
        await page.locator('#evidence').waitFor();
        const must = wanted(corpus, cell);
        const rows = await read(page, corpus, cell.issue);
        const told = rows.map(({ article, first, says, apart, rest }) => ({ article, first, says, apart, ...rest && { rest } }));
        if (!isDeepStrictEqual(told, must.length > 1 ? must : [])) {
          faults.push({ cell: `${cell.column}.${cell.issue}`, tells: told.map(({ article, says, apart }) => [article, says.join(), apart].join(': ')), holds: must.map(({ article, says, apart }) => [article, says.join(), apart].join(': ')) });
          continue;
        }
        if (must.length < 2) {
          alone += 1;
          continue;
        }
        several += 1;
        for (const { article, teller } of rows) {
          const { authors, outlet, date } = named(corpus.articles, article);
          const known = authors.map((id) => named(corpus.authors, id)?.name).filter(Boolean);
          const names = known.length > 0 ? known : [named(corpus.outlets, outlet).name];
          assert.ok(names.every((name) => teller.includes(name)) && teller.includes(date.slice(0, 4)), teller);
        }
        // That it is no change of the actor's is said where it could be taken for one.
        const says = await page.locator('#evidence .told-apart').innerText();
        assert.equal(/no change of the actor’s/.test(says), must.some(({ apart }) => apart), says);
      }
      assert.deepEqual(faults, []);
      assert.ok(alone > 0 && (several > 0 || edition === 'invented'), `${several} with several articles, ${alone} with one`);
      assert.deepEqual(errors, []);
    });
  }
}

test('some articles read an actor differently, and some do not', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const kinds = new Set(cells.map((cell) => wanted(corpus, cell)).filter((told) => told.length > 1).map((told) => told.some(({ apart }) => apart)));
  assert.deepEqual([...kinds].sort(), [false, true], 'or what stands above proves little');
});

test('each article leads to what it tells, with the position chosen', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const cell = cells.find((cell) => wanted(corpus, cell).length > 2) ?? cells.find((cell) => wanted(corpus, cell).length > 1);
  const hash = `view=compare&cell=${cell.column}.${cell.issue}`;
  for (const [nth, { article, first }] of wanted(corpus, cell).entries()) {
    await go(page, hash);
    await page.locator('#evidence .told-apart li a').nth(nth).click();
    const { p, s } = named(corpus.positions, first).evidence[0];
    await eventually(() => fragment(page), `view=read&article=${article}&p=${p}.${s}&position=${first}`);
    await eventually(() => page.locator('.note-opened').count(), (now) => now > 0, first);
    assert.ok(plain(await page.locator('.note-opened').first().innerText()).startsWith(plain(named(corpus.positions, first).summary)));
  }
});

test('only the articles of the selection are told, and one alone is compared with none', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const cell = cells.toSorted((a, b) => wanted(corpus, b).length - wanted(corpus, a).length)[0];
  const all = wanted(corpus, cell);
  assert.ok(all.length > 2, 'so that two are some of them');
  const outlet = ({ article }) => named(corpus.articles, article).outlet;
  for (const chosen of [all.slice(0, 2), all.slice(1), all.slice(0, 1)]) {
    const outlets = [...new Set(chosen.map(outlet))];
    const selected = (await ask(page, 'table', { by: 'government', outlet: outlets })).cells.find(({ issue, column }) => issue === cell.issue && column === cell.column);
    await go(page, `view=compare${outlets.map((outlet) => `&outlet=${outlet}`).join('')}&cell=${cell.column}.${cell.issue}`);
    const must = wanted(corpus, selected);
    const told = (await read(page, corpus, cell.issue)).map(({ article, apart }) => [article, apart]);
    assert.deepEqual(told, must.length > 1 ? must.map(({ article, apart }) => [article, apart]) : []);
  }
});

test('where a column is not one actor, nothing is told of one', async (t) => {
  const { page } = await open(t);
  const { positions } = await ask(page, 'corpus');
  for (const by of ['group', 'author', 'outlet', 'year', 'nearness']) {
    const { cells } = await ask(page, 'table', { by });
    const cell = cells.toSorted((a, b) => new Set(b.positions.map((id) => named(positions, id).article)).size - new Set(a.positions.map((id) => named(positions, id).article)).size)[0];
    await go(page, `view=compare&by=${by}&cell=${cell.column}.${cell.issue}`);
    assert.equal(await page.locator('#evidence ol > li').count(), cell.positions.length, by);
    assert.equal(await page.locator('#evidence .told-apart').count(), 0, by);
  }
});
