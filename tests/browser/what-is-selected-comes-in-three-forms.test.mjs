import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { altered, ask, edition as folder, eventually, fragment, go, host, open as opened, setOpen, vocabulary, without } from '../harness.mjs';
import { packed, unpacked } from '../island.mjs';

/** Rows of a CSV file, by RFC 4180: the first names the others’ cells. */
function csv(text) {
  assert.equal(text.charCodeAt(0), 0xfeff, 'a byte-order mark');
  const rows = [];
  let [cells, cell, quoted] = [[], '', false];
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[++at];
    else if (sign === '"') {
      assert.ok(quoted || cell === '', 'a quote begins its cell');
      quoted = !quoted;
    } else if (!quoted && sign === ',') [cells, cell] = [[...cells, cell], ''];
    else if (!quoted && sign === '\r') {
      assert.equal(text[++at], '\n', 'lines end with CR and LF');
      rows.push([...cells, cell]);
      [cells, cell] = [[], ''];
    } else {
      assert.ok(quoted || sign !== '\n', 'a line’s end within a cell is quoted');
      cell += sign;
    }
  }
  assert.ok(!quoted && cell === '' && cells.length === 0, 'the last line ends');
  for (const row of rows) assert.equal(row.length, rows[0].length, `as many cells as columns: ${row}`);
  return rows;
}

const formula = /^[=+\-@\t\r＝＋－＠]/;
/** A cell as it was before the apostrophe that keeps a spreadsheet program from running it. */
const bare = (cell) => (cell[0] === "'" && formula.test(cell.slice(1)) ? cell.slice(1) : cell);
const objects = ([head, ...rows]) => rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], bare(cell)])));

/** The table of a Markdown file, cells as they are written, and what stands beneath it. */
function markdown(text) {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('|'));
  const to = lines.findIndex((line, at) => at > from && !line.startsWith('|'));
  const rows = lines.slice(from, to).map((line) => line.replace(/^\|/, '').match(/(?:\\.|[^\\|])*\|/g).map((cell) => cell.slice(0, -1).trim()));
  assert.ok(rows[1].every((cell) => cell === '---'), 'a line under the heads');
  for (const row of rows) assert.equal(row.length, rows[0].length, `as many cells as columns: ${row}`);
  return { rows: [rows[0], ...rows.slice(2)], above: lines.slice(0, from), beneath: lines.slice(to) };
}

const unescaped = (text) => text.replace(/\\([\\`*_[\]<>|#&~])/g, '$1');
const joined = (text) => text.replace(/[\r\n]/g, ' ');
const oneLine = (text) => joined(text).trim();
const place = ({ p, s }) => (s === null ? `¶${p}` : `¶${p}.${s}`);
const ids = (positions) => positions.map(({ id }) => id);
const linked = (link) => Object.fromEntries(new URLSearchParams(link.slice(link.indexOf('#') + 1)));

const forms = { CSV: 'csv', JSON: 'json', Markdown: 'md' };
const unfold = (page) => setOpen(page.locator('details.export'));

const media = { CSV: 'text/csv;charset=utf-8', JSON: 'application/json', Markdown: 'text/markdown;charset=utf-8' };

/**
 * Opens a page that keeps what it would hand to the browser as a file: of many downloads in a row the browser leaves some out.
 * One test below has real ones.
 */
const open = (t, options = {}) => opened(t, { ...options, before: async (page) => {
  await page.addInitScript(() => {
    const make = URL.createObjectURL;
    let blob;
    URL.createObjectURL = (given) => make(blob = given);
    HTMLAnchorElement.prototype.click = function click() { window.handed = { name: this.download, to: this.href, blob }; };
  });
  await options.before?.(page);
} });

/** What was handed over last, with a byte-order mark where it has one. */
const handed = (page) => page.evaluate(async () => {
  const { name, to, blob } = window.handed ?? {};
  delete window.handed;
  return { name, to, type: blob?.type, text: blob && new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()) };
});

/** A thing in each form, as files. */
async function files(page, thing) {
  const { id } = await ask(page, 'corpus');
  await unfold(page);
  const taken = {};
  for (const [form, end] of Object.entries(forms)) {
    await page.getByRole('button', { name: `${thing} as ${form}`, exact: true }).click();
    const { name, to, type, text } = await handed(page);
    assert.deepEqual([name, type], [`${id}-${thing.toLowerCase()}.${end}`, media[form]]);
    assert.match(to, /^blob:/);
    taken[form] = text;
  }
  return taken;
}

/** The rows of a list, once they are known to be the same in each form. */
async function list(page, thing) {
  const taken = await files(page, thing);
  const corpus = await ask(page, 'corpus');
  const { [thing.toLowerCase()]: rows, ...edition } = JSON.parse(taken.JSON);
  assert.equal(edition.hash, corpus.hash, 'and of which edition it is');
  const [head, ...cells] = csv(taken.CSV);
  for (const cell of cells.flat()) assert.ok(!formula.test(cell), `would run: ${cell}`);
  for (const row of rows) assert.deepEqual(Object.keys(row).sort(), head.toSorted());
  assert.deepEqual(objects([head, ...cells]), rows.map((row) => Object.fromEntries(head.map((key) => [key, row[key]]))));
  const { rows: [heads, ...lines], beneath } = markdown(taken.Markdown);
  assert.deepEqual(heads.map(unescaped), head);
  assert.deepEqual(lines.map((line) => line.map(unescaped)), rows.map((row) => head.map((key) => oneLine(row[key]))));
  assert.ok(beneath.join().includes(corpus.hash));
  return rows;
}

/** The table, once its three forms are known to tell the same. */
async function table(page) {
  const taken = await files(page, 'Table');
  const told = JSON.parse(taken.JSON);
  const [head, ...rows] = csv(taken.CSV);
  for (const cell of [head, ...rows].flat()) assert.ok(!formula.test(cell), `would run: ${cell}`);
  assert.deepEqual(head.map(bare), ['issue', 'question', ...told.columns.map(({ label }) => label)]);
  const subject = ({ actor }) => (actor ? `${actor} ` : '');
  const says = ({ says }) => says.map((one) => `${subject(one)}${one.stance}: ${one.answer} (${one.positions.join(', ')})`).join('\n');
  assert.deepEqual(rows.map((row) => row.map(bare)), told.rows.map((row) => [row.issue, row.question, ...row.cells.map(says)]));
  for (const { cells } of told.rows) assert.deepEqual(cells.map(({ column }) => column), told.columns.map(({ value }) => value));
  // Markdown numbers its evidence, in the order of the cells.
  const number = new Map(told.positions.map(({ id }, at) => [id, at + 1]));
  const { rows: [heads, ...lines], beneath } = markdown(taken.Markdown);
  assert.deepEqual(heads.map(unescaped), ['Question', ...told.columns.map(({ label }) => oneLine(label))]);
  const read = ({ says }) => (says.length ? says.map((one) =>
    oneLine(`${subject(one)}${one.stance} **${one.answer}** ${one.positions.map((id) => `[${number.get(id)}]`).join('')}`)) : ['nothing in this selection']);
  assert.deepEqual(lines.map((line) => line.map((cell) => cell.split('<br>').map((line) => unescaped(line).trim()))),
    told.rows.map((row) => [[oneLine(row.question)], ...row.cells.map(read)]));
  const evidence = beneath.filter((line) => /^\d+\. /.test(line));
  assert.equal(evidence.length, told.positions.length);
  told.positions.forEach(({ actor_label, summary, link }, at) => {
    const line = unescaped(evidence[at]);
    assert.ok(line.startsWith(`${at + 1}. ${joined(actor_label)}: ${joined(summary)}`), line);
    assert.ok(evidence[at].endsWith(`(${link})`), evidence[at]);
  });
  return told;
}

/** A copy of a page over another corpus. */
const over = (t, edition, change) => altered(t, (page) => {
  const corpus = JSON.parse(unpacked(page, 'corpus'));
  change(corpus);
  return page.replace(/(id="corpus">)[^<]*(<)/, (_, before, after) => before + packed(JSON.stringify(corpus)) + after);
}, edition);

/** What of a corpus a view of it selects: the fragment, and which positions. */
const selections = (corpus) => {
  const [{ outlet, id }] = corpus.articles.filter((one) => corpus.positions.some(({ article }) => article === one.id));
  const { issue } = corpus.positions.at(-1);
  const date = corpus.positions.find(({ as_of: date }) => date).as_of.slice(0, 4);
  return [
    ['', () => true],
    [`&outlet=${outlet}`, ({ article }) => article === id],
    [`&issue=${issue}&as_of=${date}`, (one) => one.issue === issue && one.as_of !== null && one.as_of.slice(0, 4) <= date && (one.as_of.split('/').at(-1)).slice(0, 4) >= date],
  ];
};

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: the selected positions, with every field and in each form`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const named = (list, id) => list.find((one) => one.id === id);
    for (const [hash, selects] of selections(corpus)) {
      await go(page, `view=compare${hash}`);
      const rows = await list(page, 'Positions');
      const wanted = corpus.positions.filter(selects);
      assert.ok(wanted.length > 0);
      assert.deepEqual(ids(rows), ids(wanted), hash);
      rows.forEach((row, at) => {
        const position = wanted[at];
        const [article, issue] = [named(corpus.articles, position.article), named(corpus.issues, position.issue)];
        const { evidence, ...fields } = position;
        for (const [key, value] of Object.entries(fields)) assert.equal(row[key], value ?? '', `${row.id}: ${key}`);
        assert.equal(row.evidence, evidence.map(place).join('; '));
        assert.deepEqual([row.title, row.date, row.outlet], [article.title, article.date, named(corpus.outlets, article.outlet).name]);
        assert.equal(row.actor_label, named(corpus.actors, position.actor).label);
        assert.equal(row.question, issue.question);
        assert.equal(row.answer_label, named(issue.answers, position.answer)?.label ?? 'another answer');
        assert.equal(row.nearness, named(corpus.voices, position.voice).nearness);
        assert.deepEqual(linked(row.link), { view: 'read', article: position.article, p: place(evidence[0]).slice(1), position: position.id });
      });
    }
    assert.deepEqual([requests, errors], [[], []]);
  });

  test(`${edition} edition: the table as it is shown, in each form`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    for (const by of ['government', 'actor', 'nearness']) {
      const whole = await ask(page, 'table', { by });
      const speaking = whole.columns.filter(({ value }) => whole.cells.some(({ column }) => column === value)).map(({ value }) => value);
      const pair = speaking.length > 1 ? [`&a=${speaking[0]}&b=${speaking[1]}`] : [];
      for (const more of [...selections(corpus).map(([hash]) => hash), `&column=${speaking.at(-1)}`, '&rows=positions', ...pair]) {
        await go(page, `view=compare&by=${by}${more}`);
        const told = await table(page);
        const shown = await page.evaluate(() => ({
          columns: [...document.querySelectorAll('thead th.column .label')].map(({ textContent }) => textContent),
          questions: [...document.querySelectorAll('tbody th .asks')].map(({ textContent }) => textContent),
        }));
        assert.deepEqual(told.columns.map(({ label }) => label), shown.columns, more);
        assert.deepEqual(told.rows.map(({ question }) => question), shown.questions, more);
        // What stands in the cells is what scripts are told of them.
        const filters = {};
        for (const [key, value] of new URLSearchParams(more)) if (['outlet', 'issue', 'as_of'].includes(key)) filters[key] = [value];
        const { cells } = await ask(page, 'table', { by, ...filters });
        for (const { issue, cells: row } of told.rows) {
          for (const { column, says } of row) {
            const held = cells.find((cell) => cell.issue === issue && cell.column === column)?.positions ?? [];
            assert.deepEqual(says.flatMap(({ positions }) => positions).sort(), held.toSorted(), `${issue} ${column}, ${more}`);
          }
        }
        assert.deepEqual(ids(told.positions).sort(), told.rows.flatMap(({ cells }) => cells).flatMap(({ says }) => says).flatMap(({ positions }) => positions).sort());
      }
    }
    assert.deepEqual(errors, []);
  });
}

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: the contrasts of all columns or of two, in each form`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    let several = 0;
    for (const by of ['government', 'actor', 'outlet']) {
      const { columns, cells } = await ask(page, 'table', { by });
      const label = (value) => columns.find((one) => one.value === value).label;
      const rows = async (hash) => (await go(page, `view=compare${by === 'government' ? '' : `&by=${by}`}${hash}`), list(page, 'Contrasts'));
      const all = await rows('');
      several += all.length;
      check(all, await ask(page, 'contrasts', { by }));
      assert.ok(all.every(({ a, b, link }) => (a === b) === ('column' in linked(link))), 'a link names a pair where there are two');
      for (const { link } of all.filter(({ a, b }) => a !== b).slice(0, 2)) {
        const { a, b } = linked(link);
        const pair = { a, b };
        const of = await rows(`&a=${a}&b=${b}`);
        assert.ok(of.every((row) => [row.a, row.b].every((one) => one === label(a) || one === label(b))), JSON.stringify(pair));
        check(of, await ask(page, 'contrasts', { by, ...pair }));
      }
      function check(rows, told) {
        const gathered = {};
        for (const { issue, kind, a_positions: a, b_positions: b } of rows) {
          const of = gathered[`${issue} ${kind}`] ??= { a: new Set(), b: new Set() };
          for (const id of a.split('; ').filter(Boolean)) of.a.add(id);
          for (const id of b.split('; ').filter(Boolean)) of.b.add(id);
        }
        const sorted = ({ a, b }) => ({ a: [...a].sort(), b: [...b].sort() });
        assert.deepEqual(Object.fromEntries(Object.entries(gathered).map(([key, of]) => [key, sorted(of)])),
          Object.fromEntries(told.map(({ issue, kind, ...of }) => [`${issue} ${kind}`, sorted(of)])), by);
        for (const row of rows) {
          // What changed outside a pair is one column's own: its link shows that column, and names no pair.
          const { a: first, b: second, column, issue, ...rest } = linked(row.link);
          if (column !== undefined) assert.deepEqual([row.kind, first, second], ['changed', undefined, undefined]);
          const [a, b] = column === undefined ? [first, second] : [column, column];
          assert.deepEqual(rest, by === 'government' ? { view: 'compare' } : { view: 'compare', by });
          assert.deepEqual([label(a), label(b), issue], [row.a, row.b, row.issue]);
          assert.equal(corpus.issues.find(({ id }) => id === issue).question, row.question);
          for (const [side, positions] of [[a, row.a_positions], [b, row.b_positions]]) {
            const held = cells.find((cell) => cell.column === side && cell.issue === issue)?.positions ?? [];
            for (const id of positions.split('; ').filter(Boolean)) assert.ok(held.includes(id), `${id} stands in ${side} on ${issue}`);
          }
        }
      }
    }
    assert.ok(several > 0, 'there are contrasts');
    assert.deepEqual(errors, []);
  });
}

test('the lines of a word, in each form and in the order that is shown', { skip: without('full') }, async (t) => {
  const { page, errors } = await open(t, { edition: 'full' });
  const corpus = await ask(page, 'corpus');
  const { plain, scan } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length > 2);
  for (const order of ['', '&lines=left', '&lines=right', `&outlet=${corpus.articles[0].outlet}`]) {
    await go(page, `view=words&q=${word}${order}`);
    const rows = await list(page, 'Lines');
    const shown = await page.locator('.kwic a').evaluateAll((all) => all.map((line) => ['.left', 'mark', '.right'].map((part) => line.querySelector(part).textContent)));
    assert.ok(shown.length > 0);
    assert.deepEqual(rows.map(({ left, word, right }) => [left, word, right]), shown, order);
    for (const row of rows) {
      const { article, p, ...rest } = linked(row.link);
      assert.deepEqual([article, `¶${p}`, rest], [row.article, row.place, { view: 'read' }]);
      const record = corpus.articles.find(({ id }) => id === article);
      const { text } = record.paragraphs.find(({ n }) => n === Number.parseInt(p, 10));
      assert.ok(text.includes(row.left + row.word + row.right), `${row.left}|${row.word}|${row.right}`);
      assert.deepEqual([row.date, row.outlet], [record.date, corpus.outlets.find(({ id }) => id === record.outlet).name]);
    }
  }
  assert.deepEqual(errors, []);
});

const begins = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'];
const awkward = ' “q” "d", s; p | r\\ *b* _i_ [l](x) <br> # `c`';

test('nothing that begins like a formula runs, and no sign ends a cell: positions, table and contrasts', { skip: without('invented') }, async (t) => {
  let nth = 0;
  const next = () => begins[nth++ % begins.length] + awkward;
  const { page, errors } = await open(t, { address: over(t, 'invented', (corpus) => {
    for (const position of corpus.positions) [position.summary, position.note] = [next(), next()];
    for (const outlet of corpus.outlets) outlet.name = next();
    for (const author of corpus.authors) author.name = next();
    for (const article of corpus.articles) article.title.value = next();
    for (const actor of corpus.codebook.actor) actor.label = next();
    for (const issue of corpus.codebook.issue) {
      issue.question = next();
      for (const answer of issue.answers) answer.label = next();
    }
  }) });
  await go(page, 'view=compare&by=actor');
  const positions = await list(page, 'Positions');
  for (const begin of begins) assert.ok(positions.some((row) => Object.values(row).some((cell) => cell.startsWith(begin))), `${JSON.stringify(begin)} is among them`);
  assert.ok((await list(page, 'Contrasts')).length > 0);
  assert.ok((await table(page)).positions.length > 0);
  await go(page, 'view=compare&by=outlet');
  assert.ok((await table(page)).positions.length > 0);
  assert.deepEqual(errors, []);
});

test('a line’s end before a formula does not help it', { skip: without('invented') }, async (t) => {
  const { page } = await open(t, { address: over(t, 'invented', (corpus) => {
    for (const position of corpus.positions) position.note = '\n=1+1';
  }) });
  await go(page, 'view=compare');
  const { CSV } = await files(page, 'Positions');
  for (const cell of csv(CSV).flat()) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
});

test('nothing that begins like a formula runs: lines', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full' });
  const { corpus } = await vocabulary(page);
  const starts = (of) => of.flatMap(({ paragraphs }) => paragraphs).map(({ text }) => /^([A-Za-z])\S* ([a-z]{2,}) /.exec(text)?.[2]).filter(Boolean);
  // The word that most often stands second in a paragraph: its lines begin with what stands before it.
  const seconds = starts(corpus.articles);
  const word = seconds.toSorted((a, b) => seconds.filter((one) => one === b).length - seconds.filter((one) => one === a).length)[0];
  let nth = 0;
  const fresh = await open(t, { address: over(t, 'full', (corpus) => {
    for (const paragraph of corpus.articles.flatMap(({ paragraphs }) => paragraphs)) {
      if (new RegExp(`^[A-Za-z]\\S* ${word} `).test(paragraph.text)) paragraph.text = '=+-@'[nth++ % 4] + paragraph.text.slice(1);
    }
  }) });
  assert.ok(nth > 1);
  await go(fresh.page, `view=words&q=${word}`);
  const rows = await list(fresh.page, 'Lines');
  assert.ok(rows.some(({ left }) => formula.test(left)), 'a line begins so, or this proves nothing');
});

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: the link of a row opens its place`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, hash: 'view=compare&by=actor' });
    const corpus = await ask(page, 'corpus');
    const rows = await list(page, 'Positions');
    const own = await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent).public_url);
    // Of each article the first and the last; every other link is known to have the same form.
    for (const { id } of corpus.articles) {
      const here = rows.filter(({ article }) => article === id);
      for (const row of [here[0], here.at(-1)]) {
        // From a disk there is no address that others could follow, unless the corpus has one.
        const [address, hash] = row.link.split('#');
        assert.equal(address, own);
        const fresh = await open(t, { edition, hash });
        const { evidence } = corpus.positions.find((one) => one.id === row.id);
        assert.equal(await fresh.page.locator('.para.here').getAttribute('id'), `p-${evidence[0].p}`);
        assert.equal(await fresh.page.locator('.note-opened code').first().innerText(), row.id);
        assert.equal(await fresh.page.locator('.notices').count(), 0);
        await fresh.page.context().close();
      }
    }
    assert.deepEqual(errors, []);
  });
}

for (const kind of ['differ', 'agree', 'changed', 'only_a', 'only_b']) {
  test(`the link of a contrast shows its columns on its question, and no others: ${kind}`, async (t) => {
    const { page } = await open(t);
    const { columns, cells } = await ask(page, 'table', { by: 'government' });
    const [a, b] = columns.map(({ value }) => value).filter((value) => cells.some(({ column }) => column === value));
    await go(page, `view=compare${kind.startsWith('only') ? `&a=${a}&b=${b}` : ''}`);
    const contrast = (await list(page, 'Contrasts')).find((row) => row.kind === kind);
    assert.ok(contrast, 'there is one');
    await go(page, contrast.link);
    assert.deepEqual(await page.locator('tbody th .asks').allTextContents(), [contrast.question]);
    assert.deepEqual(await page.locator('thead th.column .label').allTextContents(), [...new Set([contrast.a, contrast.b])]);
    assert.equal(await page.locator('.notices').count(), 0);
  });
}

test('on a host the links of a row begin with the page’s address', async (t) => {
  const address = await host(t, folder('digest'));
  const { page } = await open(t, { address: `${address}sightlines.html`, hash: 'view=compare' });
  const rows = await list(page, 'Positions');
  const { public_url: own } = await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
  assert.ok(rows.every(({ link }) => link.startsWith(`${own || `${address}sightlines.html`}#`)), rows[0].link);
});

test('a file is what the browser saves', async (t) => {
  const { page } = await opened(t, { hash: 'view=compare' });
  const kept = await open(t, { hash: 'view=compare' });
  const taken = await files(kept.page, 'Positions');
  await unfold(page);
  for (const [form, end] of Object.entries(forms)) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Positions as ${form}`, exact: true }).click()]);
    assert.match(download.suggestedFilename(), new RegExp(`-positions\\.${end}$`));
    assert.equal(readFileSync(await download.path(), 'utf8'), taken[form]);
  }
});

const way = (page, name) => page.getByRole('radio', { name, exact: true });
const status = (page) => page.locator('details.export [role=status]').innerText();

test('copied, the clipboard has the very text of the file', async (t) => {
  const { page, errors } = await open(t, { edition: without('full') ? 'digest' : 'full', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const { plain, scan } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length > 2);
  const views = [['view=compare', ['Positions', 'Table', 'Contrasts']], ...(without('full') ? [] : [[`view=words&q=${word}`, ['Lines']]])];
  for (const [hash, things] of views) {
    await go(page, hash);
    for (const thing of things) {
      const taken = await files(page, thing);
      await eventually(() => status(page), (says) => /file/.test(says));
      await way(page, 'copied').check();
      for (const form of Object.keys(forms)) {
        await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
        await page.getByRole('button', { name: `${thing} as ${form}`, exact: true }).click();
        const had = await eventually(() => page.evaluate(() => navigator.clipboard.readText()), (text) => text !== 'nothing yet', 'is copied');
        assert.ok(had === taken[form], `${thing} as ${form}: ${had.slice(0, 80)}`);
        await eventually(() => status(page), 'Copied.');
        assert.equal(await page.locator('.export textarea').count(), 0);
      }
      await way(page, 'as a file').check();
    }
  }
  assert.deepEqual(errors, []);
});

const refusals = {
  'there is no clipboard': () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
  'the clipboard is refused': () => { Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError')); },
};

for (const [why, refuse] of Object.entries(refusals)) {
  test(`where ${why} the text stands in a box, named and whole, until something else is taken`, async (t) => {
    const { page, errors } = await open(t, { hash: 'view=compare', before: (page) => page.addInitScript(refuse) });
    const box = page.getByRole('textbox', { name: 'What is to be copied' });
    for (const thing of ['Positions', 'Table', 'Contrasts']) {
      const taken = await files(page, thing);
      await eventually(() => box.count(), 0);
      await way(page, 'copied').check();
      for (const form of Object.keys(forms)) {
        await page.getByRole('button', { name: `${thing} as ${form}`, exact: true }).click();
        // A box has no CR of its own.
        await eventually(() => box.inputValue(), taken[form].replaceAll('\r\n', '\n'), `${thing} as ${form}`);
        assert.match(await status(page), /not allowed.*box/);
        assert.ok(await box.evaluate((box) => box.readOnly));
      }
      await way(page, 'as a file').check();
    }
    assert.deepEqual(errors, []);
  });
}

test('by the keyboard something is taken out, and what came of it is said', async (t) => {
  const { page } = await open(t, { hash: 'view=compare', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await page.locator('.export summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await way(page, 'as a file').evaluate((radio) => radio === document.activeElement && radio.checked));
  await page.keyboard.press('ArrowDown');
  assert.ok(await way(page, 'copied').evaluate((radio) => radio === document.activeElement && radio.checked));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(() => status(page), 'Copied.');
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).charCodeAt(0), 0xfeff, 'the first is CSV');
  assert.equal(await fragment(page), 'view=compare', 'and the address is as it was');
});

test('it says how many positions it would take, and follows the selection', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  for (const [hash, selects] of selections(corpus)) {
    await go(page, `view=compare${hash}`);
    await unfold(page);
    const n = corpus.positions.filter(selects).length;
    assert.ok((await page.locator('.export > p').first().innerText()).includes(`${n} position${n === 1 ? '' : 's'}.`), hash);
  }
});
