import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, open, vocabulary, without } from '../harness.mjs';

// The form of a value: a key each, `[form]` for a list of that form, a function for what must hold of a value.
const text = (value) => typeof value === 'string';
const some = (value) => typeof value === 'string' && value.length > 0;
const number = (value) => typeof value === 'number' && Number.isFinite(value);
const whole = (value) => Number.isInteger(value) && value >= 0;
const orNull = (form) => (value) => value === null || form(value);
const date = (value) => /^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/.test(value);
const oneOf = (...values) => (value) => values.includes(value);
/** Has at least these keys; the codebook's and the corpus's own lists may say more. */
const atLeast = (form) => ({ atLeast: form });

const corpusForm = {
  id: some, title: some, version: some, edition: oneOf('digest', 'full', 'mixed'), hash: some, horizon: some,
  articles: [{
    id: some, title: some, authors: [some], outlet: some, date, edition: oneOf('digest', 'full'),
    paragraphs: [{ n: whole, text: orNull(some), digest: orNull(some), sentences: whole }],
    witnesses: [some],
    variants: [{ p: whole, readings: [{ witness: some, reading: text }] }],
    repairs: [{ kind: some, p: orNull(whole), count: whole }],
  }],
  authors: [atLeast({ id: some, name: some })],
  outlets: [atLeast({ id: some, name: some })],
  issues: [atLeast({ id: some, label: some, question: some, rule: some, answers: [atLeast({ id: some, label: some })] })],
  stances: [atLeast({ id: some, rule: some, polarity: oneOf('+', '-', '±', '0') })],
  voices: [atLeast({ id: some, rule: some, nearness: oneOf('own', 'ascribed', 'inferred') })],
  actors: [atLeast({ id: some, label: some, kind: some })],
  positions: [{
    id: some, article: some, actor: some, issue: some, answer: orNull(some), stance: some, voice: some, via: orNull(some),
    summary: some, as_of: orNull(date), evidence: [{ p: whole, s: orNull(whole) }], confidence: oneOf('high', 'medium', 'low'),
  }],
};
const facetForm = [{ value: some, label: some, count: whole }];
const searchForm = {
  total: whole,
  hits: [{
    article: some, score: number,
    passages: [{ p: (p) => p === 'title' || whole(p), text: orNull(some), digest: orNull(some), marks: [[whole]], why: [some] }],
  }],
  facets: { author: facetForm, outlet: facetForm, year: facetForm },
  notices: [(notice) => notice !== null],
  micros: whole,
};
const tableForm = { rows: [some], columns: [{ value: some, label: some }], cells: [{ issue: some, column: some, positions: [some] }] };

function conforms(value, form, place) {
  if (typeof form === 'function') return assert.ok(form(value), `${place}: ${JSON.stringify(value)}`);
  if (Array.isArray(form)) {
    assert.ok(Array.isArray(value), `${place} is a list`);
    return value.forEach((one, at) => conforms(one, form[0], `${place}[${at}]`));
  }
  const keys = form.atLeast ?? form;
  const held = Object.keys(value).filter((key) => !form.atLeast || key in keys);
  assert.deepEqual(held.sort(), Object.keys(keys).sort(), place);
  for (const [key, inner] of Object.entries(keys)) conforms(value[key], inner, `${place}.${key}`);
}

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: corpus, search and table answer as documented, in plain JSON`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const { plain, scan } = await vocabulary(page);
    const word = plain.find((word) => scan((words) => words.has(word)).length > 1);
    const corpus = await ask(page, 'corpus');
    conforms(corpus, corpusForm, 'corpus');
    assert.equal(corpus.edition, edition);
    for (const options of [undefined, null, {}, { q: word }, { q: 'xyzzyplugh' }, { q: word, issue: [corpus.issues[0].id] }]) {
      conforms(await ask(page, 'search', options), searchForm, `search ${JSON.stringify(options)}`);
      const { limit, ...rest } = options ?? {};
      conforms(await ask(page, 'table', rest), tableForm, `table ${JSON.stringify(options)}`);
    }
    assert.match(await page.evaluate(() => window.sightlines.version), /^\d+\.\d+\.\d+/);
    const isPlain = await page.evaluate((word) => ['corpus', 'search', 'table'].every((name) => {
      const answer = window.sightlines[name](name === 'corpus' ? undefined : { q: word });
      const seen = (value) => value === null || typeof value !== 'object'
        || ([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) && Object.values(value).every(seen));
      return seen(answer);
    }), word);
    assert.ok(isPlain, 'nothing but lists, objects, strings, numbers, booleans and null');
    assert.deepEqual(errors, []);
  });
}

test('ready is a promise', async (t) => {
  const { page } = await open(t);
  assert.ok(await page.evaluate(() => window.sightlines.ready instanceof Promise));
  await page.evaluate(() => window.sightlines.ready);
});

test('contrasts name both sides’ positions, once a question and kind', async (t) => {
  const { page } = await open(t);
  const { positions, issues } = await ask(page, 'corpus');
  for (const options of [undefined, { by: 'outlet' }, { by: 'government', a: 'japan', b: 'russia' }]) {
    const told = await ask(page, 'contrasts', options);
    assert.ok(told.length > 0);
    assert.equal(new Set(told.map(({ issue, kind }) => `${issue} ${kind}`)).size, told.length);
    for (const { issue, kind, a, b, says, ...rest } of told) {
      assert.deepEqual(rest, {});
      assert.ok(issues.some(({ id }) => id === issue) && says.length > 0, issue);
      assert.ok(['differ', 'agree', 'only_a', 'only_b', 'changed'].includes(kind), kind);
      assert.ok([...a, ...b].every((id) => positions.find((position) => position.id === id).issue === issue));
      if (kind === 'differ' || kind === 'agree') assert.ok(a.length > 0 && b.length > 0, `${issue} ${kind}`);
    }
  }
});

test('every id that an answer names is in the corpus', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const ids = (list) => new Set(list.map(({ id }) => id));
  const known = { article: ids(corpus.articles), actor: ids(corpus.actors), issue: ids(corpus.issues), stance: ids(corpus.stances), voice: ids(corpus.voices) };
  for (const position of corpus.positions) {
    for (const [key, list] of Object.entries(known)) assert.ok(list.has(position[key]), `${position.id}: ${key} ${position[key]}`);
    if (position.via) assert.ok(known.actor.has(position.via), position.id);
    const { paragraphs } = corpus.articles.find(({ id }) => id === position.article);
    for (const { p, s } of position.evidence) assert.ok(s <= paragraphs.find(({ n }) => n === p).sentences, `${position.id} at ${p}.${s}`);
    const { answers } = corpus.issues.find(({ id }) => id === position.issue);
    if (position.answer) assert.ok(answers.some(({ id }) => id === position.answer), position.id);
  }
  const { rows, cells } = await ask(page, 'table', { by: 'actor' });
  assert.deepEqual(rows, corpus.issues.map(({ id }) => id));
  assert.deepEqual(cells.flatMap(({ positions }) => positions).sort(), corpus.positions.map(({ id }) => id).sort(), 'by actor, each position once');
});

test('full edition: marks are offsets in UTF-16 units, each with its reason', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full' });
  const { plain, scan, corpus } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length > 1);
  const name = corpus.rings[0].names[0];
  // Behind signs of two units an offset in characters or bytes would be another.
  for (const q of [word, `${word.slice(0, 4)}*`, name]) {
    const { hits } = await ask(page, 'search', { q });
    assert.ok(hits.length > 0);
    for (const { passages } of hits) {
      for (const { text, marks, why } of passages) {
        assert.ok(marks.length > 0 && marks.length === why.length);
        for (const [at, [from, to]] of marks.entries()) {
          const marked = text.slice(from, to).toLowerCase();
          const ring = corpus.rings[0].names.map((other) => other.toLowerCase());
          if (why[at] === 'alias') assert.ok(ring.includes(marked), marked);
          else assert.ok(marked.startsWith(q.replace('*', '').toLowerCase()), `${marked} for ${q}`);
          assert.ok(['exact', 'prefix', 'alias', 'form'].includes(why[at]), why[at]);
        }
      }
    }
  }
});

test('without passages hits are the same articles with the same scores', async (t) => {
  const { page } = await open(t);
  const options = { q: 'treaty' };
  const [all, bare] = [await ask(page, 'search', options), await ask(page, 'search', { ...options, passages: false })];
  assert.ok(all.hits.length > 0);
  assert.deepEqual(bare.hits, all.hits.map(({ article, score }) => ({ article, score })));
  assert.deepEqual([bare.total, bare.facets, bare.notices], [all.total, all.facets, all.notices]);
});

test('limit and offset page through the hits, sort orders them', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  const ids = async (options) => (await ask(page, 'search', options)).hits.map(({ article }) => article);
  const all = await ids({});
  assert.equal(all.length, articles.length);
  assert.deepEqual(await ids({ limit: 2 }), all.slice(0, 2));
  assert.deepEqual(await ids({ limit: 2, offset: 1 }), all.slice(1, 3));
  assert.deepEqual(await ids({ limit: 0 }), []);
  assert.deepEqual(await ids({ offset: 99 }), []);
  assert.equal((await ask(page, 'search', { limit: 0 })).total, articles.length);
  const last = (id) => `${articles.find((article) => article.id === id).date.split('/').at(-1)}-12-31`.replace(/^(\d{4}-\d\d)-12/, '$1').slice(0, 10);
  const dates = (await ids({ sort: 'date' })).map(last);
  assert.deepEqual(dates, dates.toSorted().reverse(), 'the newest first');
  const outlets = (await ids({ sort: 'outlet' })).length;
  assert.equal(outlets, articles.length);
});

test('view gives the present fragment and goes to another', async (t) => {
  const { page, errors } = await open(t, { hash: 'view=compare&by=outlet' });
  const view = () => page.evaluate(() => window.sightlines.view);
  const set = (to) => page.evaluate((to) => { window.sightlines.view = to; }, to);
  assert.equal(await view(), 'view=compare&by=outlet');
  const length = await page.evaluate(() => history.length);
  await set('view=about');
  assert.equal(await view(), 'view=about');
  await eventually(() => fragment(page), 'view=about');
  await eventually(() => page.locator('nav [aria-current]').innerText(), 'About');
  assert.equal(await page.evaluate(() => history.length), length + 1, 'one step');
  await set('#by=year&view=compare&colour=red');
  assert.equal(await view(), 'view=compare&by=year', 'in the form that every link has');
  assert.match(await page.locator('.notices').innerText(), /colour/);
  await set('');
  await eventually(() => fragment(page), '');
  assert.deepEqual(errors, []);
});
