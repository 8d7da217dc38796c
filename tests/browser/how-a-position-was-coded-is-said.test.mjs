import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, go, open, setOpen, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const named = (list, id) => list.find((one) => one.id === id);
const island = (page) => page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
const agree = 'Two independent readings had it so.';

/** What a reading has that is not as the position has it, in the words of the codebook. */
function otherwise({ codebook }, reading, position) {
  const label = { answer: (id) => (id ? named(named(codebook.issue, reading.issue).answers, id).label : 'another answer') };
  const parts = [];
  if (reading.issue !== position.issue) parts.push(['question', named(codebook.issue, reading.issue).label]);
  if (reading.issue !== position.issue || (reading.answer ?? null) !== (position.answer ?? null)) parts.push(['answer', label.answer(reading.answer)]);
  for (const key of ['stance', 'voice']) if (reading[key] !== position[key]) parts.push([key, reading[key]]);
  return parts;
}

/** That a sentence says of each of two readings what it had, and by which rule it was settled. */
function check(corpus, position, says) {
  const { readings, rule } = position.coding;
  const settled = rule ? ` Settled by: ${plain(rule).replace(/\.+$/, '')}.` : '';
  assert.ok(says.endsWith(settled), `${position.id}: ${says}`);
  const clauses = says.slice(0, says.length - settled.length).split('; ');
  assert.equal(clauses.length, 2, `${position.id}: ${says}`);
  for (const [at, name] of [/^The first reading /, /^the second /].entries()) {
    const where = `${position.id}, ${name}: ${says}`;
    assert.match(clauses[at], name, where);
    if (!readings[at]) {
      assert.match(clauses[at], /had no such position\.?$/, where);
      continue;
    }
    const parts = otherwise(corpus, readings[at], position);
    if (parts.length === 0) assert.match(clauses[at], /had it so\.?$/, where);
    assert.equal(clauses[at].match(/\bthe (question|answer|stance|voice) “/g)?.length ?? 0, parts.length, where);
    for (const [kind, label] of parts) assert.ok(clauses[at].includes(`the ${kind} “${label}”`), `${where} names ${label}`);
  }
}

const notes = (within) => within.locator('.coder-note').allInnerTexts().then((all) => all.map(plain));
const isCoding = (note) => /\breading/.test(note) && !note.startsWith('Coder’s note: ');

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: of every position it is said what the two readings had, and by which rule they were settled`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await island(page);
    assert.ok(corpus.agreement.length > 0, 'there were two readings');
    const said = { settled: 0, agreed: 0 };
    for (const actor of new Set(corpus.positions.map(({ actor }) => actor))) {
      await go(page, `view=seminar&sheet=role&role=${actor}`);
      const held = corpus.positions.filter((position) => position.actor === actor);
      const shown = Object.fromEntries(await page.locator('.role-sheet .position').evaluateAll((all) => all.map((position) => [position.querySelector('.how code').textContent, [...position.querySelectorAll('.coder-note')].map((note) => note.textContent.replace(/\s+/g, ' ').trim())])));
      for (const position of held) {
        const all = shown[position.id];
        const notes = position.note ? [`Coder’s note: ${plain(position.note)}`] : [];
        assert.deepEqual(all.slice(0, -1), notes, position.id);
        if (position.coding) check(corpus, position, all.at(-1));
        else assert.equal(all.at(-1), agree, position.id);
        said[position.coding ? 'settled' : 'agreed'] += 1;
      }
    }
    assert.equal(said.settled + said.agreed, corpus.positions.length);
    assert.ok(said.settled > 0 && said.agreed > 0, JSON.stringify(said));
    assert.deepEqual(errors, []);
  });
}

/** Of each way in which two readings can stand to a position one, with the most that differs first. */
function kinds(corpus) {
  const kind = (position) => position.coding?.readings.map((reading) => (reading ? otherwise(corpus, reading, position).map(([key]) => key).join('+') || 'so' : 'none')).join(' | ') ?? 'agreed';
  return Object.entries(Object.fromEntries(corpus.positions.map((position) => [kind(position), position])));
}

test('every way in which two readings differ is said in the margin, in the table, in the timeline and after a passage was coded', async (t) => {
  const { page } = await open(t);
  const corpus = await island(page);
  const all = kinds(corpus);
  assert.ok(all.length > 6, all.map(([kind]) => kind).join(', '));
  for (const [kind, position] of all) {
    const same = async (within, where) => {
      const coding = (await notes(within)).filter(isCoding);
      assert.equal(coding.length, 1, `${kind} ${where}: ${coding}`);
      if (position.coding) check(corpus, position, coding[0]);
      else assert.equal(coding[0], agree, where);
    };
    await go(page, `view=read&article=${position.article}&position=${position.id}`);
    await same(page.locator('.note-opened').first(), 'in the margin');
    await go(page, `view=compare&by=actor&cell=${position.actor}.${position.issue}`);
    await same(page.locator(`#evidence #position-${position.id}`), 'in the table');
    if (position.as_of) {
      await go(page, `view=timeline&issue=${position.issue}`);
      await setOpen(page.locator('.years details'));
      await same(page.locator('.years .position').filter({ has: page.locator('code', { hasText: new RegExp(`^${position.id}$`) }) }), 'in the timeline');
    }
    await go(page, `view=seminar&sheet=code&position=${position.id}`);
    assert.equal(await page.locator('.coder-note').count(), 0, 'not before it was coded: it would tell');
    await page.locator('.exercise input[type=radio]').first().check();
    for (const select of await page.locator('.exercise select').all()) await select.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Reveal' }).click();
    await page.locator('.ours').waitFor();
    await same(page.locator('.ours'), 'after it was coded');
  }
});

test('invented edition: where there were no two readings nothing is said of them', { skip: without('invented') }, async (t) => {
  const { page } = await open(t, { edition: 'invented' });
  const corpus = await island(page);
  assert.ok(!corpus.agreement?.length && corpus.positions.every(({ coding }) => !coding), 'an edition without readings');
  for (const position of corpus.positions) {
    await go(page, `view=read&article=${position.article}&position=${position.id}`);
    const note = page.locator('.note-opened').first();
    await eventually(() => note.locator('code').innerText(), position.id);
    assert.deepEqual(await notes(note), position.note ? [`Coder’s note: ${plain(position.note)}`] : [], position.id);
  }
});
