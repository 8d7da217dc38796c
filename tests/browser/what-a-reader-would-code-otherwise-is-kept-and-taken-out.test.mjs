import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const named = (list, id) => list.find((one) => one.id === id);
const NOTES = 'view=seminar&sheet=notes';
const DISAGREE = 'I disagree with this coding';
const AWKWARD = 'It says “both”, "both" and, later;\n=neither. Зачем, 何故?';

/** What of a position can be disputed: the words of the choice, by the field of the rows, and how it is coded now. */
const fields = {
  answer: ['the answer', ({ answer }) => answer ?? ''],
  stance: ['the stance', ({ stance }) => stance],
  actor: ['the actor', ({ actor }) => actor],
  issue: ['the question', ({ issue }) => issue],
  voice: ['the voice', ({ voice }) => voice],
  evidence: ['the evidence', ({ evidence }) => evidence.map(({ p, s }) => `${p}${s === null ? '' : `.${s}`}`).join('; ')],
  as_of: ['the date', ({ as_of: date }) => date ?? ''],
  position: ['that it is a position at all', () => ''],
};

/** Rows of a CSV file as objects, by RFC 4180. */
function rows(csv) {
  const [rows, cells] = [[], []];
  let [cell, quoted] = ['', false];
  for (let at = csv.charCodeAt(0) === 0xfeff ? 1 : 0; at < csv.length; at += 1) {
    const sign = csv[at];
    if (quoted && sign === '"' && csv[at + 1] === '"') cell += csv[at += 1];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') cells.push(cell), (cell = '');
    else if (!quoted && sign === '\n') rows.push([...cells.splice(0), cell]), (cell = '');
    else if (quoted || sign !== '\r') cell += sign;
  }
  const [head, ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
}

/** A cell with several positions, opened; gives their ids in order. */
async function opened(page) {
  const { cells } = await ask(page, 'table', { by: 'government' });
  const { column, issue, positions } = cells.find((cell) => cell.positions.length > 2);
  await go(page, `view=compare&cell=${column}.${issue}`);
  return positions;
}

const item = (page, id) => page.locator(`[id="position-${id}"]`).first();

async function disagree(page, id, { field, proposal = '', reason = '' }) {
  const position = item(page, id);
  await position.getByRole('button', { name: DISAGREE }).click();
  if (field) await position.getByLabel('What is wrong').selectOption(field);
  await position.getByLabel('Better').fill(proposal);
  await position.getByLabel('Why').fill(reason);
  await position.getByRole('button', { name: 'Keep the note' }).click();
}

const kept = (page) => page.locator('.notes-kept li').evaluateAll((all) => all.map((row) => row.querySelector('span').innerText));

/** The notes as a file. */
async function taken(page) {
  if (!(await page.locator('.export').evaluate((details) => details.open))) await page.locator('.export summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Notes as CSV' }).click()]);
  assert.match(download.suggestedFilename(), /-notes\.csv$/);
  return rows(readFileSync(await download.path(), 'utf8'));
}

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: a note on a position in a cell stands under My notes and in the file, safe and whole`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const [first, second] = await opened(page);
    await disagree(page, first, { field: 'stance', proposal: '=1+1', reason: AWKWARD });
    await disagree(page, second, { field: 'position', reason: '@none' });
    for (const id of [first, second]) {
      await eventually(() => item(page, id).locator('.dispute').innerText(), (says) => /1 note kept$/.test(says));
      assert.equal(await item(page, id).locator('.dispute form').count(), 0, 'the form folds');
    }
    await go(page, NOTES);
    const notes = await kept(page);
    assert.equal(notes.length, 2);
    for (const part of [first, named(corpus.actors, named(corpus.positions, first).actor).label, 'the stance', '=1+1', 'Зачем, 何故?']) assert.ok(notes[0].includes(part), `${notes[0]}: ${part}`);
    for (const part of [second, 'that it is a position at all', '@none']) assert.ok(notes[1].includes(part), `${notes[1]}: ${part}`);

    const file = await taken(page);
    assert.equal(file.length, 2);
    for (const [at, id] of [first, second].entries()) {
      const { article, actor, issue, summary, evidence } = named(corpus.positions, id);
      const { hash, version } = corpus;
      const places = evidence.map(({ p, s }) => `${p}${s === null ? '' : `.${s}`}`).join('; ');
      const { link, position, field, coded, proposal, reason, corpus: whose, ...rest } = file[at];
      assert.deepEqual(rest, { article, evidence: places, actor, issue, summary, version, hash });
      assert.deepEqual([position, whose], [id, corpus.id]);
      const says = [['stance', named(corpus.positions, first).stance, "'=1+1", AWKWARD], ['position', '', '', "'@none"]][at];
      assert.deepEqual([field, coded, proposal, reason], says);
      await go(page, link.replace(/^[^#]*#/, ''));
      assert.match(await fragment(page), new RegExp(`^view=read&article=${article}&.*position=${id}`));
      assert.equal(await page.locator('section.para.here').count(), 1, 'the link leads to the passage');
    }
    assert.deepEqual([requests, errors], [[], []]);
  });
}

test('each field can be disputed, and the row says how it is coded now', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const [id] = await opened(page);
  const position = item(page, id);
  await position.getByRole('button', { name: DISAGREE }).click();
  await position.getByLabel('What is wrong').waitFor();
  const offered = await position.getByLabel('What is wrong').locator('option').evaluateAll((all) => all.map(({ value, label }) => [value, label]));
  assert.deepEqual(offered, Object.entries(fields).map(([field, [label]]) => [field, label]));
  await position.getByRole('button', { name: DISAGREE }).click();
  for (const field of Object.keys(fields)) await disagree(page, id, { field, proposal: `another ${field}` });
  await eventually(() => position.locator('.dispute').innerText(), (says) => says.endsWith(` ${Object.keys(fields).length} notes kept`));
  await go(page, NOTES);
  const file = await taken(page);
  assert.deepEqual(file.map(({ field, coded, proposal }) => [field, coded, proposal]),
    Object.entries(fields).map(([field, [, coded]]) => [field, coded(named(corpus.positions, id)), `another ${field}`]));
});

test('a note that says nothing is not kept', async (t) => {
  const { page } = await open(t);
  const [id] = await opened(page);
  for (const [proposal, reason] of [['', ''], ['  ', '\n \n']]) {
    await disagree(page, id, { field: 'voice', proposal, reason });
    assert.equal(plain(await item(page, id).locator('.dispute > button').innerText()), DISAGREE);
    assert.doesNotMatch(await item(page, id).locator('.dispute').innerText(), /kept$/);
    assert.equal(await item(page, id).locator('.dispute form').count(), 1, 'the form stays, to be filled');
    await item(page, id).getByRole('button', { name: DISAGREE }).click();
  }
  await go(page, NOTES);
  assert.deepEqual(await kept(page), []);
  assert.match(await page.locator('.seminar .silence').innerText(), /^No note yet/);
  assert.equal(await page.locator('.export').count(), 0, 'and there is nothing to take out');
});

test('a form that is kept is empty when it is opened again', async (t) => {
  const { page } = await open(t);
  const [id] = await opened(page);
  await disagree(page, id, { field: 'actor', proposal: 'somebody else', reason: 'because' });
  await item(page, id).getByRole('button', { name: DISAGREE }).click();
  const values = ['Better', 'Why'].map((label) => item(page, id).getByLabel(label).inputValue());
  assert.deepEqual(await Promise.all(values), ['', '']);
});

test('a note is taken back by itself, and leads to its passage', async (t) => {
  const { page } = await open(t);
  const [first, second, third] = await opened(page);
  for (const id of [first, second, third]) await disagree(page, id, { reason: `of ${id}` });
  await go(page, NOTES);
  await page.locator('.notes-kept li').nth(1).getByRole('link').click();
  await eventually(() => fragment(page), (now) => now.startsWith('view=read&') && now.includes(`position=${second}`));
  await go(page, NOTES);
  await page.locator('.notes-kept li').nth(1).getByRole('button', { name: 'Remove' }).click();
  await eventually(async () => (await kept(page)).length, 2);
  assert.deepEqual((await taken(page)).map(({ position, reason }) => [position, reason]), [[first, `of ${first}`], [third, `of ${third}`]]);
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: 'Remove' }).last().click();
    await eventually(() => page.locator('.notes-kept li').count(), left);
  }
  assert.match(await page.locator('.seminar .silence').innerText(), /^No note yet/);
});

test('a note can be made wherever a position stands', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const { id, article, evidence: [{ p, s }], actor } = corpus.positions.find((position) => named(corpus.actors, position.actor).kind === 'government');
  const places = {
    'the exercise, once revealed': [`view=seminar&position=${id}&sheet=code`, async () => {
      await page.locator('input[name=own-answer]').first().check();
      for (const name of ['How is it held?', 'Who vouches for it?']) await page.getByRole('combobox', { name }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Reveal' }).click();
      return page.locator('.ours');
    }],
    'a role sheet': [`view=seminar&sheet=role&role=${actor}`, () => item(page, id)],
    'the margin of its article': [`view=read&article=${article}&p=${p}.${s}&position=${id}`, () => page.locator('.margin .note-opened')],
  };
  for (const [where, [hash, at]] of Object.entries(places)) {
    await go(page, hash);
    const place = await at();
    await eventually(() => place.getByRole('button', { name: DISAGREE }).count(), 1, where);
    await place.getByRole('button', { name: DISAGREE }).click();
    await place.getByLabel('Why').fill(where);
    await place.getByRole('button', { name: 'Keep the note' }).click();
  }
  await go(page, NOTES);
  const notes = await kept(page);
  assert.deepEqual(notes.map((says) => Object.keys(places).find((where) => says.includes(where))), Object.keys(places));
  assert.ok(notes.every((says) => says.includes(id)));
});

test('notes outlast the views, are stored nowhere, are in no address, and are gone after a reload', async (t) => {
  const { page } = await open(t);
  const [id] = await opened(page);
  await disagree(page, id, { proposal: 'unlikelyword', reason: 'unlikelyword' });
  for (const hash of ['view=about', 'view=read', NOTES]) await go(page, hash);
  assert.equal((await kept(page)).length, 1);
  assert.ok(!page.url().includes('unlikelyword'));
  const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, window.name]);
  assert.deepEqual(stored, [0, 0, '', 0, '']);
  await page.reload();
  await page.locator('html.live').waitFor();
  assert.equal(await fragment(page), NOTES);
  assert.deepEqual(await kept(page), []);
  assert.ok(!(await page.content()).includes('unlikelyword'));
});

test('what is typed and not yet kept stays while the panel stands', async (t) => {
  const { page } = await open(t);
  const [first, second] = await opened(page);
  await item(page, first).getByRole('button', { name: DISAGREE }).click();
  await item(page, first).getByLabel('Why').fill('half a thought');
  await disagree(page, second, { reason: 'a whole one' });
  assert.equal(await item(page, first).getByLabel('Why').inputValue(), 'half a thought');
});

test('the focus stays with the position when its note is kept, and with the notes when one is removed', async (t) => {
  const { page } = await open(t);
  const [first, second] = await opened(page);
  await disagree(page, second, { reason: 'one' });
  await item(page, first).getByRole('button', { name: DISAGREE }).click();
  await item(page, first).getByLabel('Why').fill('another');
  await item(page, first).getByRole('button', { name: 'Keep the note' }).press('Enter');
  await eventually(() => item(page, first).locator('.dispute form').count(), 0);
  await eventually(() => item(page, first).evaluate((position) => position.contains(document.activeElement)), true, 'after Keep');
  await go(page, NOTES);
  await page.getByRole('button', { name: 'Remove' }).first().press('Enter');
  await eventually(() => kept(page).then(({ length }) => length), 1);
  await eventually(() => page.evaluate(() => document.activeElement !== document.body), true, 'after Remove');
});
