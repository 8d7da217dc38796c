import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, fragment, eventually, go, open, without } from '../harness.mjs';

const KINDS = ['differ', 'agree', 'changed'];
const EDITORS = /^The editors see this/;
const sorted = (ids) => [...new Set(ids)].sort();
const named = (list, id) => list.find((one) => one.id === id);

/** A list of the corpus that scripts are not told of. */
const written = (page, list) => page.evaluate((list) => JSON.parse(document.getElementById('corpus').textContent)[list], list);

/** Every prompt as it is read: its question, its badge, what stands against what, what is asked, and what it rests on. */
const read = (page) => page.locator('.seminar section').evaluateAll((sections) => sections.flatMap((section) => {
  const text = (element) => element.innerText.replace(/\s+/g, ' ').trim();
  const question = text(section.querySelector('h2'));
  return [...section.querySelectorAll('.prompts > li')].map((prompt) => {
    const badge = prompt.querySelector('.stands');
    const words = [...badge.parentElement.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const side = (at) => [...prompt.querySelectorAll(`.sides > ol:nth-of-type(${at}) > .position`)].map(({ dataset }) => dataset.position);
    const places = (element) => [...element.querySelectorAll(':scope > a.place')].map(({ hash }) => new URLSearchParams(hash.slice(1))).map((to) => `${to.get('article')} ${to.get('p')}`);
    return {
      question,
      badge: text(badge),
      kind: badge.className.split(' ').find((name) => name !== 'stands'),
      says: words.map(({ data }) => data).join('').trim(),
      asks: text(prompt.querySelector('.prompt')),
      a: side(1),
      b: side(2),
      places: places(badge.parentElement),
      events: [...prompt.querySelectorAll('.between li')].map((event) => ({ says: text(event), places: places(event) })),
    };
  });
}));

/** A prompt comes from two articles that read one actor differently, from the editors, or from a contrast by rule. */
function from({ badge, asks }) {
  if (badge === 'read differently') return 'told';
  return EDITORS.test(asks) ? 'editors' : 'rule';
}

const hashOf = (options) => ['view=seminar', ...Object.entries(options).flatMap(([key, values]) => [values].flat().map((value) => `${key}=${value}`))].join('&');

/** The prompts by rule, held against what a script is told of the same contrasts. */
async function compare(page, corpus, options) {
  await go(page, hashOf(options));
  const wanted = (await ask(page, 'contrasts', options)).filter(({ kind }) => KINDS.includes(kind));
  const shown = await read(page);
  const byRule = shown.filter((prompt) => from(prompt) === 'rule');
  const where = JSON.stringify(options);
  for (const { issue, kind, a, b, says } of wanted) {
    const here = byRule.filter((prompt) => prompt.question === named(corpus.issues, issue).question && prompt.kind === kind);
    assert.equal(here.map((prompt) => prompt.says.replace(/\.$/, '')).join('. '), says, `${where}: ${issue} ${kind}`);
    assert.deepEqual(sorted(here.flatMap((prompt) => prompt.a)), sorted(a), `${where}: ${issue} ${kind}, first side`);
    assert.deepEqual(sorted(here.flatMap((prompt) => prompt.b)), sorted(b), `${where}: ${issue} ${kind}, second side`);
  }
  const kinds = new Set(wanted.map(({ issue, kind }) => `${named(corpus.issues, issue).question} ${kind}`));
  for (const prompt of byRule) assert.ok(kinds.has(`${prompt.question} ${prompt.kind}`), `${where}: a prompt without a contrast: ${prompt.says}`);
  if (shown.length > 0) assert.match(await page.locator('.told').innerText(), new RegExp(`^${shown.length} prompts?\\b`));
  const order = corpus.issues.map(({ question }) => question).filter((question) => shown.some((prompt) => prompt.question === question));
  assert.deepEqual(await page.locator('.seminar h2').allInnerTexts(), order, `${where}: in the codebook’s order`);
  return { wanted, shown, byRule };
}

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: each difference, agreement and change is a prompt under its question, whatever the columns`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    let prompts = 0;
    for (const by of ['government', 'group', 'author', 'outlet', 'year', 'nearness', 'actor']) {
      prompts += (await compare(page, corpus, { by })).byRule.length;
    }
    assert.ok(prompts > 0);
    assert.deepEqual(errors, []);
  });
}

test('filters and words narrow the prompts to what the selection contrasts', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const all = (await compare(page, corpus, { by: 'government' })).shown.length;
  const issue = (await ask(page, 'contrasts', { by: 'government' })).find(({ kind }) => kind === 'differ').issue;
  const [first, second] = corpus.outlets.filter(({ id }) => corpus.articles.some(({ outlet }) => outlet === id));
  const selections = [{ by: 'government', issue: [issue] }, { by: 'government', outlet: [first.id] }, { by: 'actor', outlet: [first.id, second.id] }, { by: 'outlet', issue: [issue] }, { by: 'government', q: 'treaty' }];
  for (const options of selections) {
    const { shown } = await compare(page, corpus, options);
    if (options.by === 'government') assert.ok(shown.length < all, JSON.stringify(options));
    const held = new Set((await ask(page, 'table', { ...options, by: 'actor' })).cells.flatMap(({ positions }) => positions));
    assert.ok(shown.flatMap(({ a, b }) => [...a, ...b]).every((id) => held.has(id)), `only what is selected: ${JSON.stringify(options)}`);
  }
});

test('a pair of columns leaves its own contrasts, without what one side is silent on', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  for (const by of ['government', 'actor', 'outlet']) {
    const { columns } = await ask(page, 'table', { by });
    const pairs = columns.flatMap(({ value: a }, at) => columns.slice(at + 1).map(({ value: b }) => [a, b]));
    const kinds = new Set();
    for (const [a, b] of pairs.slice(0, 4)) {
      for (const options of [{ by, a, b }, { by, a: b, b: a }]) {
        const { shown, wanted, byRule } = await compare(page, corpus, options);
        assert.equal(shown.length, byRule.length, 'neither the editors’ nor what two articles read differently');
        assert.equal(shown.length, wanted.length, 'one of each kind on each question');
        (await ask(page, 'contrasts', options)).forEach(({ kind }) => kinds.add(kind));
      }
    }
    if (by !== 'outlet') assert.ok(['differ', 'agree', 'only_a', 'only_b'].every((kind) => kinds.has(kind)), `${by}: ${[...kinds]}`);
  }
});

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: the passages of both sides open under a prompt and lead to their places`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition, hash: 'view=seminar' });
    const corpus = await ask(page, 'corpus');
    const prompts = await read(page);
    for (const kind of KINDS) {
      const at = prompts.findIndex((prompt) => prompt.kind === kind && from(prompt) === 'rule');
      const prompt = page.locator('.prompts > li').nth(at);
      const positions = prompt.locator('.sides .position');
      assert.equal(await positions.first().isVisible(), false);
      const count = prompts[at].a.length + prompts[at].b.length;
      assert.match(await prompt.locator(':scope > details > summary').innerText(), new RegExp(`\\b${count} positions?$`));
      await prompt.locator(':scope > details > summary').click();
      for (const [nth, id] of [...prompts[at].a, ...prompts[at].b].entries()) {
        const { summary, evidence, article } = named(corpus.positions, id);
        assert.ok(await positions.nth(nth).isVisible());
        assert.equal(await positions.nth(nth).locator('.summary').innerText(), summary);
        assert.ok((await positions.nth(nth).locator('.source, .digest').count()) > 0, id);
        const links = await positions.nth(nth).locator('a.place').evaluateAll((all) => all.map(({ hash }) => new URLSearchParams(hash.slice(1))).map((to) => `${to.get('article')} ${to.get('p')} ${to.get('position')}`));
        assert.deepEqual(links, evidence.map(({ p, s }) => `${article} ${p}${s === null ? '' : `.${s}`} ${id}`));
      }
    }
    const place = page.locator('.prompts > li details[open] a.place').first();
    await place.click();
    await eventually(() => fragment(page), (now) => now.startsWith('view=read&'));
  });
}

test('what two articles read differently of one actor has each article on its side, and is asked once', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar' });
  const { positions, actors } = await ask(page, 'corpus');
  const told = (await read(page)).filter((prompt) => from(prompt) === 'told');
  assert.ok(told.length > 0);
  const holder = (id) => {
    const actor = named(actors, named(positions, id).actor);
    return actor.speaks_for ?? actor.id;
  };
  for (const { a, b, says } of told) {
    const [tellers, others] = [a, b].map((side) => [...new Set(side.map((id) => named(positions, id).article))]);
    assert.ok(tellers.length === 1 && others.length === 1 && tellers[0] !== others[0], says);
    assert.equal(new Set([...a, ...b].map(holder)).size, 1, says);
  }
  assert.equal(new Set(told.map(({ a, b }) => `${a} | ${b}`)).size, told.length);
});

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: the editors’ contrasts are asked where the selection holds a position at their places`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const contrasts = await written(page, 'contrasts');
    assert.ok(contrasts.length > 0);
    for (const options of [{}, ...corpus.articles.map(({ outlet }) => ({ outlet: [outlet] }))]) {
      await go(page, hashOf(options));
      const held = (await ask(page, 'table', { ...options, by: 'actor' })).cells.flatMap((cell) => cell.positions).map((id) => named(corpus.positions, id));
      const touches = ({ issue, evidence }) => evidence.some(({ article, at }) => held.some((position) => position.issue === issue && position.article === article && position.evidence.some(({ p }) => p === at.p)));
      const wanted = corpus.issues.flatMap(({ id, question }) => contrasts.filter((one) => one.issue === id && touches(one)).map(({ summary, kind, evidence }) => ({
        question, kind, says: summary.replace(/\s+/g, ' '), places: evidence.map(({ article, at }) => `${article} ${at.p}${at.s ? `.${at.s}` : ''}`),
      })));
      const shown = (await read(page)).filter((prompt) => from(prompt) === 'editors').map(({ question, kind, says, places }) => ({ question, kind, says, places }));
      assert.deepEqual(shown, wanted, JSON.stringify(options));
    }
  });
}

test('a change between two dates tells every event between them, with its places; other prompts tell none', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&by=actor' });
  const { positions } = await ask(page, 'corpus');
  const events = await written(page, 'events');
  const first = (date) => `${date.split('/')[0]}-01-01`.slice(0, 10);
  const last = (date) => { const end = date.split('/').at(-1); return `${end}${'-12-31'.slice(end.length - 4)}`; };
  const prompts = await read(page);
  const changed = prompts.filter((prompt) => prompt.kind === 'changed' && from(prompt) === 'rule');
  assert.ok(prompts.filter((prompt) => !changed.includes(prompt)).every((prompt) => prompt.events.length === 0));
  const asked = { once: new Set(), between: new Set() };
  for (const { says, asks, a, b, events: told } of changed) {
    const dates = [...new Set([...a, ...b].map((id) => named(positions, id).as_of).filter(Boolean))];
    asked[dates.length > 1 ? 'between' : 'once'].add(asks);
    const [from, to] = [dates.map(first).sort()[0], dates.map(last).sort().at(-1)];
    const within = dates.length > 1 ? events.filter(({ date }) => from <= first(date) && last(date) <= to) : [];
    assert.deepEqual(told.map(({ places }) => places).map(String).sort(), within.map(({ evidence }) => evidence.map(({ article, at }) => `${article} ${at.p}${at.s ? `.${at.s}` : ''}`)).map(String).sort(), says);
    for (const { label } of within) assert.ok(told.some((event) => event.says.includes(label)), `${says} ${label}`);
  }
  assert.deepEqual([asked.once.size, asked.between.size], [1, 1], 'both kinds of change, each asked in its own way');
  assert.notDeepEqual([...asked.once], [...asked.between]);
});

test('what a difference asks follows from who speaks for itself and who tells both', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&by=actor' });
  const { positions, voices } = await ask(page, 'corpus');
  const asked = new Map();
  for (const { a, b, asks } of (await read(page)).filter((prompt) => prompt.kind === 'differ' && from(prompt) === 'rule')) {
    const own = [a, b].filter((side) => side.some((id) => named(voices, named(positions, id).voice).nearness === 'own')).length;
    const [tellers, others] = [a, b].map((side) => new Set(side.map((id) => named(positions, id).article)));
    const key = `${own} of two speak for themselves, ${[...tellers].some((id) => others.has(id)) ? 'one' : 'no'} article tells both`;
    asked.set(key, (asked.get(key) ?? new Set()).add(asks));
  }
  assert.equal(asked.size, 6, `all cases: ${[...asked.keys()]}`);
  assert.ok([...asked.values()].every((questions) => questions.size === 1), 'each asked in one way');
  assert.equal(new Set([...asked.values()].map(([question]) => question)).size, asked.size, 'no two in the same');
});

test('a selection without contrasts says so', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const lone = [];
  for (const { id: issue } of corpus.issues) {
    for (const { outlet } of corpus.articles) {
      const options = { outlet: [outlet], issue: [issue], by: 'actor' };
      const held = (await ask(page, 'table', options)).cells.flatMap(({ positions }) => positions);
      if (held.length === 1) lone.push(options);
    }
  }
  assert.ok(lone.length > 0, 'one position contrasts with nothing');
  const contrasts = await written(page, 'contrasts');
  const silent = lone.filter(({ issue: [issue] }) => !contrasts.some((one) => one.issue === issue));
  for (const options of [{ q: 'xyzzyplugh' }, ...silent.slice(0, 3)]) {
    await go(page, hashOf(options));
    assert.equal(await page.locator('.prompts').count(), 0);
    assert.match(await page.locator('.seminar .silence').innerText(), /^No contrast in this selection/);
  }
});

test('no prompt is asked twice', async (t) => {
  const { page } = await open(t);
  for (const by of ['government', 'outlet', 'author']) {
    await go(page, hashOf({ by }));
    const seen = new Map();
    for (const { question, kind, a, b, says } of (await read(page)).filter((prompt) => from(prompt) !== 'editors')) {
      const key = [question, kind, ...[`${sorted(a)}`, `${sorted(b)}`].sort()].join(' | ');
      assert.ok(!seen.has(key), `${by}: “${says}” is “${seen.get(key)}” once more`);
      seen.set(key, says);
    }
  }
});
