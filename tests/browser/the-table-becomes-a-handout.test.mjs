import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, edition as folder, eventually, fragment, go, host, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const named = (list, id) => list.find((one) => one.id === id);
const years = (date) => [...new Set(date.match(/\d{4}/g))];

/** The handout as it is read. */
const read = (page) => page.locator('.handout').evaluate((handout) => {
  const text = (element) => element?.innerText.replace(/\s+/g, ' ').trim();
  // More columns than a page holds stand in several tables: each has all the questions, and they are read as one.
  const tables = [...handout.querySelectorAll('.matrix')];
  const rows = [...(tables[0]?.querySelectorAll('tbody tr') ?? [])];
  const questions = (table) => [...table.querySelectorAll('tbody th .asks')].map(text);
  for (const table of tables) if (`${questions(table)}` !== `${questions(tables[0])}` || table.rows[0].cells.length > 7) throw new Error('a part that is no part');
  const heading = (words) => [...handout.querySelectorAll('h3')].some((h3) => h3.innerText === words);
  return {
    header: text(handout.querySelector('header')),
    columns: ['Question', ...tables.flatMap((table) => [...table.querySelectorAll('thead th')].slice(1).map(text))],
    questions: rows.map((row) => text(row.querySelector('th .asks'))),
    answers: rows.map((row) => text(row.querySelector('th .answers'))),
    cells: rows.map((_, nth) => tables.flatMap((table) => [...table.tBodies[0].rows[nth].querySelectorAll('td')]).map((cell) => ({
      says: text(cell),
      lines: [...cell.querySelectorAll('p')].map((line) => ({ says: text(line), answer: text(line.querySelector('strong')), numbers: text(line.querySelector('.numbers')).match(/\d+/g).map(Number) })),
    }))),
    evidence: [...handout.querySelectorAll('.numbered li')].map((line) => ({ number: line.value, says: text(line), place: text(line.querySelector('a')), to: line.querySelector('a').hash.slice(1) })),
    references: [...handout.querySelectorAll('.references li')].map((line) => ({ sign: text(line.querySelector('strong')), says: text(line) })),
    headings: { evidence: heading('Evidence'), references: heading('References') },
    address: text(handout.querySelector('.address')),
    edition: text(handout.querySelector('.edition-line')),
  };
});

const hashOf = ({ by, a, b, rows, silence, column = [], ...options }, sheet = 'matrix') => ['view=seminar',
  ...Object.entries(options).flatMap(([key, values]) => [values].flat().map((value) => `${key}=${value}`)),
  by && by !== 'government' && `by=${by}`, a && `a=${a}`, b && `b=${b}`, rows && `rows=${rows}`, ...column.map((value) => `column=${value}`), silence && `silence=${silence}`,
  sheet && `sheet=${sheet}`].filter(Boolean).join('&');

/** What a script is told of the same table: its columns and questions, which columns say something, and the positions of a cell. */
async function told(page, { by = 'government', q, outlet, issue }) {
  const { rows, columns, cells } = await ask(page, 'table', { by, ...(q && { q }), ...(outlet && { outlet: [outlet].flat() }), ...(issue && { issue }) });
  const says = (value) => cells.some((cell) => cell.column === value);
  const positions = (issue, value) => cells.find((cell) => cell.issue === issue && cell.column === value)?.positions ?? [];
  return { rows, columns, says, positions };
}

/** Numbers and list against the table of the same columns and questions. */
async function compare(page, corpus, options) {
  await go(page, hashOf(options));
  const handout = await read(page);
  const { columns, positions } = await told(page, options);
  const where = JSON.stringify(options);
  const values = handout.columns.slice(1).map((label) => columns.find((column) => column.label === label || (column.value === 'unnamed' && label === 'Author not named')).value);
  const issues = handout.questions.map((question) => corpus.issues.find((issue) => issue.question === question).id);
  const ids = handout.evidence.map(({ to }) => new URLSearchParams(to).get('position'));
  assert.equal(handout.cells.flat().length, values.length * issues.length, where);
  const numbers = handout.cells.flatMap((row) => row.flatMap(({ lines }) => lines.flatMap((line) => line.numbers)));
  assert.deepEqual(numbers, numbers.map((_, at) => at + 1), `${where}: from cell to cell one after the other`);
  assert.deepEqual(handout.evidence.map(({ number }) => number), numbers, `${where}: each in the list`);
  assert.equal(new Set(ids).size, ids.length, `${where}: each position once`);
  for (const [row, issue] of issues.entries()) {
    for (const [at, value] of values.entries()) {
      const { says, lines } = handout.cells[row][at];
      const wanted = positions(issue, value);
      const shown = lines.flatMap((line) => line.numbers).map((number) => ids[number - 1]);
      assert.deepEqual(shown.toSorted(), wanted.toSorted(), `${where}: ${value}, ${issue}`);
      if (wanted.length === 0) assert.equal(says, 'nothing in this selection');
      for (const line of lines) {
        for (const number of line.numbers) {
          const { answer, stance } = named(corpus.positions, ids[number - 1]);
          assert.equal(line.answer, named(named(corpus.issues, issue).answers, answer)?.label ?? 'another answer');
          assert.ok(line.says.includes(`${stance} ${line.answer}`), line.says);
        }
      }
    }
  }
  return { handout, values, issues, ids };
}

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: cells number each position once, and the list tells each with its place`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    for (const by of ['government', 'actor', 'group', 'author', 'outlet', 'year', 'nearness']) {
      const { handout, ids, values, issues } = await compare(page, corpus, { by });
      const { columns, rows, says } = await told(page, { by });
      assert.deepEqual(values, columns.map(({ value }) => value).filter(says), by);
      assert.deepEqual(issues, rows);
      const signs = new Map();
      for (const [at, id] of ids.entries()) {
        const { summary, as_of: date, evidence, article, via } = named(corpus.positions, id);
        const { says: line, place } = handout.evidence[at];
        assert.ok(line.includes(plain(summary)), `${id}: ${line}`);
        for (const year of date ? years(date) : ['undated']) assert.ok(line.includes(year), `${id}: ${line}`);
        if (via) assert.ok(line.includes(`by ${named(corpus.actors, via).label}`), `${id}: ${line}`);
        const [, sign, places] = /^\[([A-Z]+)\] (.*)$/.exec(place);
        assert.deepEqual(places.split('; '), evidence.map(({ p, s }) => `¶${p}${s === null ? '' : `.${s}`}`), id);
        signs.set(sign, (signs.get(sign) ?? new Set()).add(article));
      }
      assert.deepEqual(handout.references.map(({ sign }) => sign), [...signs.keys()], `${by}: lettered in the order of the numbers`);
      for (const { sign, says: reference } of handout.references) {
        const [article, ...others] = signs.get(sign);
        assert.deepEqual(others, [], `${sign} is one article`);
        const { title, outlet, date } = named(corpus.articles, article);
        for (const part of [plain(title), named(corpus.outlets, outlet).name, ...years(date)]) assert.ok(reference.includes(part), reference);
      }
    }
    assert.deepEqual(errors, []);
  });
}

test('it says of what it is: title, horizon, columns, selection, edition and address', async (t) => {
  const { page } = await open(t);
  const { title, horizon, hash, version, outlets } = await ask(page, 'corpus');
  const outlet = outlets[0];
  const selections = [[{}, 'all of the corpus'], [{ by: 'actor', outlet: [outlet.id] }, outlet.name], [{ q: 'treaty' }, 'treaty']];
  for (const [options, selection] of selections) {
    for (const sheet of ['matrix', 'blank']) {
      await go(page, hashOf(options, sheet));
      const { header, edition, address } = await read(page);
      for (const part of [title, horizon, selection]) assert.ok(header.includes(plain(part)), `${header}: ${part}`);
      for (const part of [title, horizon, hash, version]) assert.ok(edition.includes(plain(part)), `${edition}: ${part}`);
      assert.equal(address, `#${await fragment(page)}`, 'from a disk the view’s code');
      assert.equal(address, `#${hashOf(options, sheet)}`);
    }
  }
});

test('on a host the address is one that others can open', async (t) => {
  const base = await host(t, folder());
  const { page } = await open(t, { address: `${base}index.html`, hash: 'view=seminar&by=outlet&sheet=matrix' });
  const { address } = await read(page);
  assert.equal(address, page.url());
  const { page: other } = await open(t, { address });
  assert.deepEqual(await read(other), await read(page));
});

test('an article that carries a notice shows it on the handout', async (t) => {
  const { page } = await open(t, { hash: hashOf({}) });
  const { notice } = (await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent))).articles.find((article) => article.notice);
  for (const sheet of ['matrix', 'blank']) {
    await go(page, hashOf({}, sheet));
    assert.ok((await page.locator('.seminar').innerText()).includes(notice), sheet);
  }
});

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: the blank one has the questions with all their answers, the columns, and nothing else`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const text = async () => plain(await page.locator('.handout').innerText());
    for (const by of ['government', 'outlet', 'actor']) {
      await go(page, hashOf({ by }));
      const filled = await read(page);
      await go(page, hashOf({ by }, 'blank'));
      const blank = await read(page);
      assert.deepEqual([blank.columns, blank.questions], [filled.columns, filled.questions], by);
      assert.ok(blank.cells.flat().length > 0 && blank.cells.flat().every(({ says }) => says === ''), by);
      assert.deepEqual(blank.answers, corpus.issues.map(({ answers }) => answers.map(({ label }) => label).join(' · ')));
      assert.deepEqual([blank.evidence, blank.references, blank.headings], [[], [], { evidence: false, references: false }]);
      assert.deepEqual(filled.headings, { evidence: true, references: true });
      assert.ok(filled.answers.every((answers) => answers === undefined));
      const shown = await text();
      for (const { summary } of corpus.positions) assert.ok(!shown.includes(plain(summary)), summary);
    }
  });
}

test('the choice of columns, of questions and of silence is that of Compare', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const actors = await told(page, { by: 'actor' });
  const governments = await told(page, {});
  const speaking = actors.columns.map(({ value }) => value).filter(actors.says);
  const [issue, other] = [corpus.issues[2].id, corpus.issues[5].id];
  const { outlet } = corpus.articles[0];
  const choices = [
    { by: 'actor', column: [speaking[4], speaking[1]] },
    { by: 'outlet', column: [outlet] },
    { issue: [issue] },
    { by: 'author', issue: [other, issue] },
    { outlet: [outlet], silence: 'hidden' },
    { by: 'actor', issue: [issue], silence: 'hidden' },
    { by: 'actor', a: speaking[0], b: speaking[5] },
    { a: governments.columns[0].value, b: governments.columns[1].value, silence: 'hidden' },
    { rows: 'positions' },
    { by: 'outlet', rows: 'disagreement', column: [outlet] },
  ];
  for (const options of choices) {
    const { handout, values, issues } = await compare(page, corpus, options);
    const { columns, rows, says, positions } = await told(page, options);
    const where = JSON.stringify(options);
    // In Compare the columns and rows stand as on the handout.
    await go(page, hashOf(options, '').replace('view=seminar', 'view=compare'));
    const table = await page.locator('main table').evaluate((table) => ({
      // A heading without the word "Author" above all columns has to say whose name it lacks.
      columns: [...table.querySelectorAll('thead th.column, thead th[scope=col]')].map((head) => head.innerText.split('\n')[0].trim().replace(/^not named$/, 'Author not named')),
      questions: [...table.tBodies[0].rows].map((row) => row.querySelector('.asks').innerText.replace(/\s+/g, ' ').trim()),
    }));
    assert.deepEqual(handout.columns, table.columns, where);
    assert.deepEqual(handout.questions, table.questions, where);
    await go(page, hashOf(options, 'blank'));
    const blank = await read(page);
    assert.deepEqual({ columns: blank.columns, questions: blank.questions }, table, `${where}, blank`);
    // And they are those that were asked for.
    if (options.column) assert.deepEqual(values, columns.map(({ value }) => value).filter((value) => options.column.includes(value)), where);
    if (options.a) assert.deepEqual(values, [options.a, options.b], where);
    if (options.silence === 'hidden') assert.deepEqual(issues.filter((id) => !values.some((value) => positions(id, value).length > 0)), [], `${where}: no row without a position`);
    if (options.issue) assert.deepEqual(issues.toSorted(), options.issue.toSorted(), where);
    if (options.silence === 'hidden' && !options.a) assert.deepEqual(values, columns.map(({ value }) => value).filter(says), where);
    if (options.rows) assert.deepEqual(issues.toSorted(), rows.toSorted(), where);
  }
});

test('a pair stands in the order that was chosen, as in Compare', async (t) => {
  const { page } = await open(t);
  const { columns } = await told(page, {});
  for (const [a, b] of [[columns[0], columns[1]], [columns[1], columns[0]]]) {
    for (const sheet of ['matrix', 'blank']) {
      await go(page, hashOf({ a: a.value, b: b.value }, sheet));
      assert.deepEqual((await read(page)).columns.slice(1), [a.label, b.label], sheet);
    }
  }
});

test('Compare leads to the handout of what it shows', async (t) => {
  const { page } = await open(t);
  const { columns } = await told(page, { by: 'actor' });
  const hash = `view=compare&by=actor&column=${columns[0].value}&column=${columns[2].value}`;
  await go(page, hash);
  await page.getByRole('link', { name: 'Print it' }).click();
  await eventually(() => fragment(page), (now) => now.startsWith('view=seminar&by=actor&') && now.endsWith('&sheet=matrix'));
  assert.deepEqual((await read(page)).columns.slice(1), [columns[0].label, columns[2].label]);
});

test('a number of the list leads to its passage', async (t) => {
  const { page } = await open(t, { hash: hashOf({}) });
  const { evidence } = await read(page);
  await page.locator('.numbered a').last().click();
  await eventually(() => fragment(page), (now) => now.startsWith('view=read&'));
  const params = new URLSearchParams(await fragment(page));
  assert.equal(params.get('position'), new URLSearchParams(evidence.at(-1).to).get('position'));
  await eventually(() => page.locator('section.para.here').count(), 1);
});

test('a selection without a position says so, in every cell or once', async (t) => {
  const { page } = await open(t, { hash: hashOf({ q: 'xyzzyplugh' }) });
  const { cells } = await read(page);
  assert.ok(cells.flat().length > 0 && cells.flat().every(({ says }) => says === 'nothing in this selection'));
  await go(page, hashOf({ q: 'xyzzyplugh', silence: 'hidden' }));
  assert.match(await page.locator('.seminar').innerText(), /no(thing| position) in this selection/i, 'also where silence is not shown');
});

test('no heading stands over nothing', async (t) => {
  const { page } = await open(t, { hash: hashOf({ q: 'xyzzyplugh' }) });
  const { headings, evidence, references } = await read(page);
  assert.deepEqual([evidence, references], [[], []]);
  assert.deepEqual(headings, { evidence: false, references: false });
});
