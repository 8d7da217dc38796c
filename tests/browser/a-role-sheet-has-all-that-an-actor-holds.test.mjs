import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const named = (list, id) => list.find((one) => one.id === id);
const count = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** The sheet as it is read. */
const read = (page) => page.locator('.role-sheet').evaluate((sheet) => {
  const text = (element) => element.innerText.replace(/\s+/g, ' ').trim();
  const sections = [...sheet.querySelectorAll('section')];
  const under = (heading) => sections.find((section) => section.querySelector('h2')?.innerText === heading);
  return {
    name: text(sheet.querySelector('h2')),
    says: text(sheet.querySelector('.told')),
    held: sections.filter((section) => section.querySelector('.held')).map((section) => ({
      question: text(section.querySelector('h3')),
      positions: [...section.querySelectorAll('.held > .position')].map((position) => ({
        id: position.id.replace('position-', ''),
        says: text(position),
        summary: text(position.querySelector('.summary')),
        passages: position.querySelectorAll('.source, .digest').length,
        places: [...position.querySelectorAll('a.place')].map(({ hash }) => new URLSearchParams(hash.slice(1)).get('p')),
      })),
    })),
    unsaid: [...(under('Not told of you')?.querySelectorAll('li') ?? [])].map(text),
    meets: [...(under('Whom you meet')?.querySelectorAll('li') ?? [])].map((row) => ({
      kind: row.querySelector('.stands').className.replace('stands ', ''),
      says: [...row.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join('').trim().replace(/\.$/, ''),
      to: row.querySelector('a').hash.slice(1),
    })),
  };
});

/** Whom an actor meets, pair by pair, as a script is told of it: `[issue, kind, says, other]`. */
async function met(page, { by, columns, rows, options }, actor) {
  const at = columns.findIndex(({ value }) => value === actor);
  const told = [];
  for (const [nth, { value }] of columns.entries()) {
    if (nth === at) continue;
    const [a, b] = nth < at ? [value, actor] : [actor, value];
    for (const one of await ask(page, 'contrasts', { ...options, by, a, b })) told.push({ ...one, other: value, own: nth < at ? one.b : one.a, others: nth < at ? one.a : one.b });
  }
  return rows.flatMap((issue) => {
    const here = told.filter((one) => one.issue === issue);
    const apart = columns.flatMap(({ value }) => ['differ', 'agree'].flatMap((kind) => here.filter((one) => one.other === value && one.kind === kind)));
    // A change is told with that of the other column: where the other has none, it is the actor's alone.
    const changed = here.filter(({ kind, own }) => kind === 'changed' && own.length > 0);
    const alone = changed.find(({ others }) => others.length === 0);
    return [...apart.map(({ kind, says }) => ({ issue, kind, says })), ...(changed.length ? [{ issue, kind: 'changed', says: alone?.says }] : [])];
  });
}

/** Of each kind of actors the one who holds most, and all governments. */
function some({ actors, positions }) {
  const held = ({ id }) => positions.filter(({ actor }) => actor === id).length;
  const holding = actors.filter((actor) => held(actor) > 0);
  const most = [...new Set(holding.map(({ kind }) => kind))].map((kind) => holding.filter((actor) => actor.kind === kind).sort((a, b) => held(b) - held(a))[0]);
  const speakers = holding.filter(({ speaks_for: government }) => government).slice(0, 1);
  return [...new Set([...holding.filter(({ kind }) => kind === 'government'), ...most, ...speakers])];
}

async function compare(page, corpus, { id, label, kind }, options = {}) {
  const by = kind === 'government' ? 'government' : 'actor';
  const hash = Object.entries(options).map(([key, value]) => `&${key}=${value}`).join('');
  await go(page, `view=seminar${hash}&sheet=role&role=${id}`);
  const sheet = await read(page);
  const { rows, columns, cells } = await ask(page, 'table', { by, ...options });
  const own = cells.filter(({ column }) => column === id);
  const where = `${id}${hash}`;
  assert.equal(sheet.name, label);
  assert.deepEqual(
    sheet.held.map(({ question, positions }) => [question, positions.map((position) => position.id)]),
    rows.flatMap((row) => own.filter(({ issue }) => issue === row)).map(({ issue, positions }) => [named(corpus.issues, issue).question, positions]),
    where,
  );
  const ids = own.flatMap(({ positions }) => positions);
  const held = ids.map((position) => named(corpus.positions, position));
  const articles = new Set(held.map(({ article }) => article)).size;
  assert.ok(sheet.says.startsWith(`You speak for ${label}: ${count(held.length, 'position')} in ${count(articles, 'article')}.`), sheet.says);
  const silent = rows.filter((row) => !own.some(({ issue }) => issue === row));
  assert.deepEqual(sheet.unsaid, silent.map((issue) => named(corpus.issues, issue).question), `${where}: what is not told`);
  const wanted = await met(page, { by, columns, rows, options }, id);
  assert.deepEqual(sheet.meets.map((one) => one.kind), wanted.map((one) => one.kind), `${where}: whom it meets`);
  for (const [at, { says }] of wanted.entries()) if (says) assert.equal(sheet.meets[at].says, says, where);
  return { sheet, held, by };
}

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: a sheet has by question what its column has, what is not told, and whom it meets`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const seen = { held: 0, unsaid: 0, meets: 0 };
    for (const actor of some(corpus)) {
      const { sheet, held } = await compare(page, corpus, actor);
      for (const { id, says, summary, passages, places } of sheet.held.flatMap(({ positions }) => positions)) {
        const position = named(corpus.positions, id);
        assert.equal(summary, plain(position.summary));
        assert.deepEqual(places, position.evidence.map(({ p, s }) => `${p}${s === null ? '' : `.${s}`}`), id);
        assert.ok(passages > 0, id);
        if (position.actor !== actor.id) assert.ok(says.includes(named(corpus.actors, position.actor).label), `${id} names who holds it`);
      }
      seen.held += held.length;
      seen.unsaid += sheet.unsaid.length;
      seen.meets += sheet.meets.length;
    }
    assert.ok(Object.values(seen).every((n) => n > 0), JSON.stringify(seen));
    assert.deepEqual(errors, []);
  });
}

test('a government has those who speak for it with it, and names them; nobody else has', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  let named_ = 0;
  for (const actor of some(corpus)) {
    await go(page, `view=seminar&sheet=role&role=${actor.id}`);
    const { says } = await read(page);
    const speak = corpus.actors.filter(({ id, speaks_for: government }) => actor.kind === 'government' && government === actor.id && corpus.positions.some((position) => position.actor === id));
    for (const { label } of speak) assert.ok(says.includes(label), `${actor.id}: ${says}`);
    assert.equal(/ speaks? with it in office\.$/.test(says), speak.length > 0, says);
    named_ += speak.length;
  }
  assert.ok(named_ > 0);
});

test('filters and words narrow a sheet', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const [actor] = some(corpus);
  const all = (await compare(page, corpus, actor)).held.length;
  for (const { outlet } of corpus.articles) {
    const { held } = await compare(page, corpus, actor, { outlet: [outlet] });
    assert.ok(held.length < all, outlet);
    assert.ok(held.every(({ article }) => named(corpus.articles, article).outlet === outlet));
  }
  const { held } = await compare(page, corpus, actor, { q: 'treaty' });
  assert.ok(held.length > 0 && held.length <= all);
});

test('a filter to some questions does not say that the others are not told', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const [{ issue, column }] = cells;
  await go(page, `view=seminar&issue=${issue}&sheet=role&role=${column}`);
  const told = cells.filter((cell) => cell.column === column && cell.issue !== issue).map((cell) => named(corpus.issues, cell.issue).question);
  const { unsaid } = await read(page);
  assert.deepEqual(unsaid.filter((question) => told.includes(question)), [], 'these are told of it');
});

test('whom an actor meets leads to the two side by side', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  for (const actor of some(corpus).slice(0, 4)) {
    await go(page, `view=seminar&sheet=role&role=${actor.id}`);
    const { meets } = await read(page);
    for (const { kind, to } of meets) {
      const params = new URLSearchParams(to);
      assert.equal(params.get('view'), 'compare');
      assert.equal(params.get('by') ?? 'government', actor.kind === 'government' ? 'government' : 'actor');
      // What changed is the actor's own, and stands in its cell.
      if (kind === 'changed') assert.deepEqual([params.get('a'), params.get('cell').split('.')[0]], [null, actor.id]);
      else assert.deepEqual([params.get('a'), params.get('b') === actor.id, params.get('cell')], [actor.id, false, null]);
    }
    const apart = meets.find(({ kind }) => kind === 'differ');
    if (!apart) continue;
    await page.locator('.meets a').nth(meets.indexOf(apart)).click();
    await eventually(() => fragment(page), (now) => now.startsWith('view=compare'));
    const others = corpus.actors.filter(({ id }) => id === actor.id || id === new URLSearchParams(apart.to).get('b'));
    const says = (line) => line.includes('they differ') && others.every(({ label }) => line.includes(label));
    await eventually(() => page.locator('.contrasts details[open] > ul > li > details > summary').allInnerTexts(), (all) => all.some(says), apart.says);
  }
});

test('a change of its own leads to where it is told', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  for (const actor of some(corpus)) {
    await go(page, `view=seminar&sheet=role&role=${actor.id}`);
    const { meets } = await read(page);
    for (const { to, says } of meets.filter(({ kind }) => kind === 'changed').slice(0, 1)) {
      await go(page, to);
      assert.equal(await page.locator('.notices').count(), 0, to);
      const [column, issue] = new URLSearchParams(to).get('cell').split('.');
      const by = new URLSearchParams(to).get('by') ?? 'government';
      const changed = (await ask(page, 'contrasts', { by })).find((entry) => entry.kind === 'changed' && entry.issue === issue);
      assert.ok(changed.says.includes(says), `${says} in ${changed.says}`);
      const { positions } = (await ask(page, 'table', { by })).cells.find((cell) => cell.column === column && cell.issue === issue);
      const here = changed.a.filter((id) => positions.includes(id));
      assert.ok(here.length > 0);
      for (const id of here) assert.equal(await page.locator(`#evidence [id="position-${id}"]`).count(), 1, `${id} behind ${to}`);
    }
  }
});

test('the actor is chosen from all who hold a position, and the address follows', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&sheet=role' });
  const { actors, positions } = await ask(page, 'corpus');
  const select = page.getByRole('combobox', { name: 'Actor' });
  const values = await select.locator('option').evaluateAll((all) => all.map(({ value }) => value));
  assert.deepEqual(values.toSorted(), ['', ...actors.filter(({ id }) => positions.some(({ actor }) => actor === id)).map(({ id }) => id)].sort());
  assert.equal(await page.locator('.role-sheet').count(), 0);
  const [first, second] = [values[1], values.at(-1)];
  for (const id of [first, second]) {
    await select.selectOption(id);
    await eventually(() => fragment(page), `view=seminar&sheet=role&role=${id}`);
    assert.equal((await read(page)).name, named(actors, id).label);
  }
  await page.goBack();
  await eventually(async () => [await select.inputValue(), (await read(page)).name], [first, named(actors, first).label], 'back leads to the one before');
  await select.selectOption('');
  await eventually(() => fragment(page), 'view=seminar&sheet=role');
  assert.equal(await page.locator('.role-sheet').count(), 0);
});
