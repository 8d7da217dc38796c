import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, byArticle, eventually, found, fragment, go, open, vocabulary, without } from '../harness.mjs';

// A reading of dates of its own: the first and the last day that a date may mean, as texts that order as time does.
const first = (point) => `${point}-01-01`.slice(0, 10);
const last = (point) => (point.length === 4 ? `${point}-12-31` : `${point}-31`.slice(0, 10));
const days = (date, between) => {
  const ends = date.split(between);
  return [first(ends[0]), last(ends.at(-1))];
};
/** Whether a date, as records have it, may lie in a span, as the address has it. */
const lies = (date, span) => {
  if (!date) return false;
  const [[from, to], [begins, ends]] = [days(date, '/'), days(span, '..')];
  return begins <= to && from <= ends;
};
const year = (date) => Number(date.slice(0, 4));
const ids = (positions) => positions.map(({ id }) => id).sort();
const held = (positions, ...spans) => positions.filter(({ as_of: date }) => spans.some((span) => lies(date, span)));
const places = (evidence) => [...new Set(evidence.map(({ p }) => p))];
const count = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** Spans of the corpus's own times: years, months, a day, what begins on one and ends on another, and one within an interval. */
function spans({ positions }) {
  const dates = [...new Set(positions.map(({ as_of: date }) => date).filter(Boolean))].sort();
  const months = dates.filter((date) => /^\d{4}-\d\d$/.test(date));
  const day = dates.find((date) => /^\d{4}-\d\d-\d\d$/.test(date));
  const years = [...new Set(dates.map(year))];
  const interval = dates.find((date) => date.includes('/') && days(date, '/')[0] !== days(date, '/')[1]);
  return [...new Set([`${years[0]}`, `${years.at(-1)}`, `${years[0]}..${years.at(-1)}`, months[0], months.at(-1),
    `${months[0]}..${months.at(-1)}`, day, `${day}..${year(day)}`, days(interval, '/')[1].slice(0, 7)])];
}

const drawing = (page) => page.locator('.drawing g.column').evaluateAll((columns) => columns.map((column) => ({
  year: Number(column.querySelector('text:not(.gap)').textContent), label: column.querySelector('a').getAttribute('aria-label'),
  off: column.classList.contains('off'), current: column.querySelector('a').getAttribute('aria-current'),
})));
const listed = (page) => page.locator('.years .position').evaluateAll((all) => all.map(({ id }) => id.replace('position-', '')).sort());
const from = (page) => page.getByRole('combobox', { name: 'Held from' });
const to = (page) => page.getByRole('combobox', { name: 'to', exact: true });
const choices = async (page) => [await from(page).inputValue(), await to(page).inputValue()];

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: a span is chosen by its first and its last year`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, hash: 'view=timeline' });
    const { positions } = await ask(page, 'corpus');
    const all = await drawing(page);
    const years = all.map(({ year }) => year);
    const options = (select) => select.locator('option').evaluateAll((all) => all.map(({ value }) => value));
    for (const select of [from(page), to(page)]) {
      assert.deepEqual(await options(select), ['', ...years.map(String)]);
      assert.equal(await select.inputValue(), '', 'at first any time');
    }
    const [early, middle, late] = [years[0], years[years.length >> 1], years.at(-1)];
    const span = (a, b) => (a === b ? `${a}` : `${a}..${b}`);
    let [a, b] = [years[0], years.at(-1)];
    for (const [end, chosen] of [['from', middle], ['to', late], ['from', early], ['to', middle], ['from', late], ['to', early], ['to', late]]) {
      await (end === 'from' ? from(page) : to(page)).selectOption(`${chosen}`);
      // Whoever chooses a beginning after the end has the end moved, and the other way.
      if (end === 'from') [a, b] = [chosen, Math.max(b, chosen)];
      else [a, b] = [Math.min(a, chosen), chosen];
      await eventually(() => fragment(page), `view=timeline&as_of=${span(a, b)}`, `${end} ${chosen}`);
      await eventually(() => choices(page), [`${a}`, `${b}`], `${end} ${chosen}: both lists show it`);
      assert.deepEqual(await listed(page), ids(held(positions, span(a, b))));
      const now = await drawing(page);
      assert.deepEqual(now.map(({ label }) => label), all.map(({ label }) => label), 'the drawing keeps all years and what is in them');
      assert.deepEqual(now.filter(({ off }) => off).map(({ year }) => year), years.filter((year) => year < a || year > b));
    }
    assert.deepEqual(errors, []);
  });

  for (const how of ['a click', 'Enter']) {
    test(`${edition} edition: a year’s column chooses its year by ${how}, and once more takes it off`, { skip: without(edition) }, async (t) => {
      const { page } = await open(t, { edition, hash: 'view=timeline' });
      const { positions } = await ask(page, 'corpus');
      const all = await drawing(page);
      for (const at of new Set([0, all.length >> 1, all.length - 1])) {
        const column = page.locator('.drawing g.column a').nth(at);
        const choose = async () => {
          if (how === 'a click') return column.locator('rect.hit').click();
          await column.focus();
          return page.keyboard.press('Enter');
        };
        await choose();
        const { year } = all[at];
        await eventually(() => fragment(page), `view=timeline&as_of=${year}`);
        const now = await drawing(page);
        assert.deepEqual(now.map(({ current }) => current), all.map((one) => (one.year === year ? 'true' : null)));
        assert.deepEqual(now.filter(({ off }) => !off).map((one) => one.year), [year]);
        assert.deepEqual(await listed(page), ids(held(positions, `${year}`)));
        if (how === 'Enter') assert.ok(await column.evaluate((link) => link === document.activeElement), 'the column keeps the focus');
        await choose();
        await eventually(() => fragment(page), 'view=timeline');
        assert.deepEqual(await drawing(page), all);
      }
    });
  }
}

test('a chip names the span and takes it off, and so does “any time”', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const all = corpus.positions.filter(({ as_of: date }) => date);
  const ways = {
    chip: () => page.getByRole('button', { name: /^Remove As of / }).click(),
    'any time': () => page.getByRole('button', { name: 'any time' }).click(),
  };
  for (const [way, off] of Object.entries(ways)) {
    for (const span of spans(corpus).slice(0, 4)) {
      await go(page, `view=timeline&as_of=${span}`);
      assert.equal(plain(await page.locator('.chip').innerText()), `As of ${span.replace('..', '–')} ×`);
      await off();
      await eventually(() => fragment(page), 'view=timeline', way);
      assert.equal(await page.locator('.chip').count(), 0);
      assert.equal(await page.getByRole('button', { name: 'any time' }).count(), 0);
      assert.deepEqual(await listed(page), ids(all));
      await eventually(() => choices(page), ['', ''], `${way} after ${span}: the lists follow`);
    }
  }
});

test('what the choices show is what is filtered, also where “any” is chosen', async (t) => {
  const { page } = await open(t, { hash: 'view=timeline' });
  const { positions } = await ask(page, 'corpus');
  const years = (await drawing(page)).map(({ year }) => year);
  await from(page).selectOption(`${years[2]}`);
  await to(page).selectOption(`${years[4]}`);
  for (const [select, shown] of [[from(page), `${years[0]}..${years[4]}`], [to(page), null]]) {
    await select.selectOption('');
    await page.waitForTimeout(100);
    const says = await choices(page);
    const means = `${says[0] || years[0]}..${says[1] || years.at(-1)}`;
    assert.deepEqual(await listed(page), ids(held(positions, means)), `“${says[0] || 'any'}” to “${says[1] || 'any'}”, in the address ${await fragment(page)}; would be ${shown ?? 'any time'}`);
  }
});

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: scripts, the articles, the table and Read have the positions that were held then`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const sizes = new Set();
    for (const span of spans(corpus)) {
      const wanted = held(corpus.positions, span);
      sizes.add(wanted.length);
      assert.ok(wanted.length > 0 || !span.includes('..'), span);
      // Scripts.
      const table = await ask(page, 'table', { by: 'actor', as_of: [span] });
      assert.deepEqual(table.cells.flatMap(({ positions }) => positions).sort(), ids(wanted), `table, ${span}`);
      const { hits } = await ask(page, 'search', { as_of: [span] });
      const carry = corpus.articles.map(({ id, paragraphs }) => {
        const on = new Set(wanted.filter(({ article }) => article === id).flatMap(({ evidence }) => places(evidence)));
        return { article: id, passages: paragraphs.map(({ n }) => n).filter((n) => on.has(n)) };
      }).filter(({ passages }) => passages.length > 0);
      assert.deepEqual(byArticle(hits.map(({ article, passages }) => ({ article, passages: passages.map(({ p }) => p) }))), byArticle(carry), `search, ${span}`);
      // The articles.
      await go(page, `as_of=${span}`);
      assert.deepEqual(byArticle(await found(page)), byArticle(carry), `articles, ${span}`);
      // The table: what it says of itself, of each column, and in each cell.
      await go(page, `view=compare&by=actor&as_of=${span}`);
      assert.ok((await page.locator('.told').innerText()).includes(`: ${count(wanted.length, 'position')}`), `told, ${span}`);
      const columns = await page.locator('thead th.column').evaluateAll((all) => all.map((head) => [head.querySelector('.label').textContent, head.querySelector('.counts').textContent]));
      const counts = table.columns.map(({ value, label }) => {
        const here = wanted.filter(({ actor }) => actor === value);
        return [label, `${count(here.length, 'position')}, ${count(new Set(here.map(({ article }) => article)).size, 'article')}`];
      }).filter(([, says]) => !says.startsWith('0 '));
      assert.deepEqual(columns, counts, `columns, ${span}`);
      assert.equal(await page.locator('a.cell').count(), table.cells.length);
      // Read: the notes, and how many are outside.
      for (const { id } of corpus.articles) {
        await go(page, `view=read&as_of=${span}&article=${id}`);
        const [here, shown] = [corpus.positions, wanted].map((list) => list.filter(({ article }) => article === id));
        assert.equal(await page.locator('.margin button.note').count(), shown.flatMap(({ evidence }) => places(evidence)).length, `${id}, ${span}`);
        const outside = await page.locator('.outside').allInnerTexts();
        if (shown.length === here.length) assert.deepEqual(outside, []);
        else assert.ok(outside[0].startsWith(`${shown.length} of ${count(here.length, 'position')}`), `${id}, ${span}: ${outside}`);
      }
    }
    assert.ok(sizes.size > 2, 'the spans select differently, or this proves little');
    assert.deepEqual(errors, []);
  });

  test(`${edition} edition: the sheets of Seminar have the positions that were held then`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const shown = () => page.locator('.seminar li.position').evaluateAll((all) => [...new Set(all.map(({ dataset }) => dataset.position))].sort());
    for (const span of spans(corpus)) {
      const wanted = held(corpus.positions, span);
      await go(page, `view=seminar&as_of=${span}&by=actor&sheet=matrix`);
      assert.equal(await page.locator('.handout .numbered > li').count(), wanted.length, `matrix, ${span}`);
      const linked = await page.locator('.handout .numbered a').evaluateAll((all) => all.map((link) => new URLSearchParams(link.hash.slice(1)).get('position')).sort());
      assert.deepEqual(linked, ids(wanted), `matrix, ${span}`);
      await go(page, `view=seminar&as_of=${span}&sheet=code`);
      const says = await page.locator('.exercise .onward').allInnerTexts();
      if (wanted.length) assert.match(says[0], new RegExp(`^Passage 1 of ${wanted.length}\\. `), `code, ${span}`);
      else assert.deepEqual(says, []);
      // Whoever speaks for nobody: a government’s sheet takes in those who speak for it.
      const persons = corpus.actors.filter(({ kind }) => kind !== 'government').map(({ id }) => id);
      const role = persons.toSorted((a, b) => wanted.filter(({ actor }) => actor === b).length - wanted.filter(({ actor }) => actor === a).length)[0];
      await go(page, `view=seminar&as_of=${span}&sheet=role&role=${role}`);
      assert.deepEqual(await shown(), ids(wanted.filter(({ actor }) => actor === role)), `role ${role}, ${span}`);
      await go(page, `view=seminar&as_of=${span}&by=actor`);
      const told = new Set((await ask(page, 'contrasts', { by: 'actor', as_of: [span] })).filter(({ kind }) => ['differ', 'agree', 'changed'].includes(kind)).flatMap(({ a, b }) => [...a, ...b]));
      const prompted = await shown();
      for (const id of prompted) assert.ok(wanted.some((one) => one.id === id), `${id} of a prompt, ${span}`);
      for (const id of told) assert.ok(prompted.includes(id), `${id} of a contrast is in a prompt, ${span}`);
    }
    assert.deepEqual(errors, []);
  });
}

test('full edition: Words has the lines of the paragraphs that carry what was held then', { skip: without('full') }, async (t) => {
  const { page } = await open(t, { edition: 'full' });
  const corpus = await ask(page, 'corpus');
  const { plain: words, scan } = await vocabulary(page);
  let narrowed = 0;
  for (const span of spans(corpus)) {
    const wanted = held(corpus.positions, span);
    const carries = (article, p) => wanted.some((one) => one.article === article && one.evidence.some((place) => place.p === p));
    const hits = (word, within) => scan((all, article, p) => all.has(word) && (!within || carries(article, p))).flatMap(({ article, passages }) => passages.map((p) => `${article} ${p}`));
    const word = words.toSorted((a, b) => hits(b).length - hits(a).length).find((word) => hits(word, true).length > 0) ?? words[0];
    // Other forms of the word are found too: the paragraphs of the very word are among those that have lines.
    await go(page, `view=words&q=${word}&as_of=${span}`);
    const lines = await page.locator('.kwic a').evaluateAll((all) => all.map((link) => Object.fromEntries(new URLSearchParams(link.hash.slice(1)))));
    const in_ = [...new Set(lines.map(({ article, p }) => `${article} ${p.split('.')[0]}`))];
    for (const at of hits(word, true)) assert.ok(in_.includes(at), `${word} in ${at}, ${span}`);
    for (const at of in_) assert.ok(carries(at.split(' ')[0], Number(at.split(' ')[1])), `${word}, ${span}: ${at} carries nothing of that time`);
    const { hits: told } = await ask(page, 'search', { q: word, as_of: [span] });
    assert.equal(lines.length, told.flatMap(({ passages }) => passages).flatMap(({ marks }) => marks).length);
    for (const line of lines) assert.equal(line.as_of, span, 'the span goes along');
    narrowed += hits(word).length > in_.length ? 1 : 0;
  }
  assert.ok(narrowed > 0, 'some lines are left out');
});

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: the list of the timeline shows only the span, the drawing all years`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition, hash: 'view=timeline' });
    const corpus = await ask(page, 'corpus');
    const { events } = await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
    const all = await drawing(page);
    const labels = all.map(({ label }) => label);
    // In the drawing each stands in the year in which it begins.
    for (const { year: of, label } of all) {
      const inYear = (dates) => dates.filter((date) => date && year(date) === of).length;
      assert.equal(label, `${of}: ${count(inYear(events.map(({ date }) => date)), 'event')}, ${count(inYear(corpus.positions.map(({ as_of: date }) => date)), 'position')}`);
    }
    for (const span of spans(corpus)) {
      await go(page, `view=timeline&as_of=${span}`);
      const wanted = held(corpus.positions, span);
      assert.deepEqual(await listed(page), ids(wanted), span);
      const told = events.filter(({ date }) => lies(date, span));
      assert.equal(await page.locator('.years .events > li').count(), told.length, `events, ${span}`);
      const says = await page.locator('.told').innerText();
      assert.ok(says.startsWith(`${count(told.length, 'event')} and ${count(wanted.length, 'position')} `), says);
      assert.match(says, /in the chosen time/);
      assert.deepEqual((await drawing(page)).map(({ label }) => label), labels, span);
    }
  });
}

test('several spans widen: what was held in any of them is shown, and the columns say which', async (t) => {
  const { page } = await open(t, { hash: 'view=timeline' });
  const { positions } = await ask(page, 'corpus');
  const years = (await drawing(page)).map(({ year }) => year);
  const [a, b] = [years[0], years.at(-2)];
  await go(page, `view=timeline&as_of=${a}&as_of=${b}`);
  assert.deepEqual(await listed(page), ids(held(positions, `${a}`, `${b}`)));
  assert.equal(await page.locator('.chip').count(), 2);
  const on = (await drawing(page)).filter(({ off }) => !off).map(({ year }) => year);
  assert.deepEqual(on, [a, b], 'the years between are not of the selection');
});

test('of a time in which nothing was held the page says so, and the drawing shows that no year is chosen', async (t) => {
  const { page } = await open(t, { hash: 'view=timeline' });
  const { positions } = await ask(page, 'corpus');
  const years = (await drawing(page)).map(({ year }) => year);
  const before = years[0] - 100;
  assert.deepEqual(held(positions, `${before}`), []);
  await go(page, `view=timeline&as_of=${before}`);
  assert.match(await page.locator('main').innerText(), /Nothing in this selection is of that time/);
  assert.deepEqual(await listed(page), []);
  const now = await drawing(page);
  assert.deepEqual(now.map(({ year }) => year), years);
  assert.deepEqual(now.filter(({ off }) => !off).map(({ year }) => year), [], 'no year looks chosen');
});

test('a span holds together with the other filters and a query', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const span = spans(corpus)[2];
  const { voice, outlet } = { voice: corpus.voices[0].id, outlet: corpus.articles.at(-1).outlet };
  const of = new Map(corpus.articles.map(({ id, outlet }) => [id, outlet]));
  const wanted = held(corpus.positions, span).filter((one) => one.voice === voice && of.get(one.article) === outlet);
  assert.ok(wanted.length > 0);
  await go(page, `view=timeline&outlet=${outlet}&voice=${voice}&as_of=${span}`);
  assert.deepEqual(await listed(page), ids(wanted));
});

for (const value of ['whenever', '18', '2018-13', '2019-02-30', '2018/2019', '2019..2018', '2018..', '..2018', '2018...2019', '2018..2019..2020']) {
  test(`a span in the address that is none is said and left out: ${value}`, async (t) => {
    const { page, errors } = await open(t, { hash: `view=timeline&as_of=${encodeURIComponent(value)}` });
    const says = (await page.locator('.notices li').allInnerTexts()).join();
    assert.match(says, /time that is none/);
    assert.ok(says.includes(value), says);
    assert.equal(await page.evaluate(() => window.sightlines.view), 'view=timeline');
    assert.equal(await page.locator('.chip').count(), 0);
    const { positions } = await ask(page, 'corpus');
    assert.deepEqual(await listed(page), ids(positions.filter(({ as_of: date }) => date)));
    assert.deepEqual(errors, []);
  });
}
