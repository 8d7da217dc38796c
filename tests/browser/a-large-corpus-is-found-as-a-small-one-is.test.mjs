import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, engine, lacks } from '../engines.mjs';
import { ask, edition, host, open, source, started, without, written } from '../harness.mjs';
import { articles, bitByBit, complete, corpusOf, holding, uncoded, words } from '../large.mjs';

// A corpus that comes in blocks answers as it would in one, and both as whoever looks at every word would.
const skip = without('invented');
const MANY = 600;
const made = articles(MANY);
const corpus = () => uncoded(corpusOf(source('invented')), made);

const [common, rare, other] = (() => {
  const counts = new Map();
  for (const { paragraphs } of made) for (const { text } of paragraphs) for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  return [sorted[0], sorted.at(-1), sorted[5]];
})();
const phrase = words(made[MANY - 1].paragraphs[2].text).slice(0, 2).join(' ');

/** A query with what holds it: the words of a paragraph or a title, and the article. */
const queries = [
  [{ q: common }, (words) => words.includes(common)],
  [{ q: rare }, (words) => words.includes(rare)],
  [{ q: `${common} ${other}` }, (words) => words.includes(common) && words.includes(other)],
  [{ q: `"${phrase}"` }, (words) => ` ${words.join(' ')} `.includes(` ${phrase} `)],
  [{ q: `${rare.slice(0, 4)}*` }, (words) => words.some((word) => word.startsWith(rare.slice(0, 4)))],
  [{ q: common, author: ['brandt'] }, (words, { authors }) => words.includes(common) && authors.value.includes('brandt')],
  [{ q: common, outlet: ['port-leaflet'], year: ['2003'] },
    (words, { outlet, date }) => words.includes(common) && outlet.value === 'port-leaflet' && date.value === '2003'],
];

/** The passages that hold it, as `article p`, in order. */
const scan = (holds) => made.flatMap((article) => [['title', article.title.value], ...article.paragraphs.map(({ n, text }) => [n, text])]
  .filter(([, text]) => holds(words(text), article)).map(([p]) => `${article.id} ${p}`)).sort();
const passages = ({ hits }) => hits.flatMap(({ article, passages }) => passages.map(({ p }) => `${article} ${p}`)).sort();

test('in blocks as in one, and as a scan of every word', { skip }, async (t) => {
  const page = source('invented');
  const large = await open(t, { address: written(t, bitByBit(page, corpus())) });
  await large.page.evaluate(() => window.sightlines.ready);
  await complete(large.page);
  const small = await open(t, { address: written(t, holding(page, corpus())) });
  assert.deepEqual(await ask(large.page, 'corpus'), await ask(small.page, 'corpus'));
  for (const sort of ['relevance', 'date', 'author', 'outlet']) {
    const [{ micros, ...all }, { micros: took, ...same }] = await Promise.all([large, small].map(({ page }) => ask(page, 'search', { sort, limit: MANY })));
    assert.equal(all.total, MANY);
    assert.deepEqual(all, same, sort);
  }
  for (const [query, holds] of queries) {
    const options = { ...query, exact: true, limit: MANY };
    const [{ micros, ...answer }, { micros: took, ...same }] = await Promise.all([large, small].map(({ page }) => ask(page, 'search', options)));
    assert.deepEqual(answer, same, JSON.stringify(query));
    const naive = scan(holds);
    assert.ok(naive.length > 0, JSON.stringify(query));
    assert.deepEqual(passages(answer), naive, JSON.stringify(query));
  }
  assert.deepEqual([large.errors, small.errors], [[], []]);
});

const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The hosted page of the invented corpus, altered likewise, with its files. Gives the address of the folder. */
async function hosted(t) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-large-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(edition('invented'), dir, { recursive: true });
  const index = join(dir, 'index.html');
  writeFileSync(index, bitByBit(readFileSync(index, 'utf8'), corpus()));
  return host(t, dir);
}

/** In the page: what it found once it was whole. */
async function whole(q) {
  const until = Date.now() + 30_000;
  while (!/\b(live|failed)\b/.test(document.documentElement.className) && Date.now() < until) await new Promise((later) => setTimeout(later, 25));
  await window.sightlines.ready;
  await window.sightlines.complete;
  const { total } = await window.sightlines.search({});
  const { total: found } = await window.sightlines.search({ q, exact: true });
  return { total, found, says: document.querySelector('.found').textContent, reading: document.querySelectorAll('progress').length };
}

const naive = new Set(scan((words) => words.includes(rare)).map((place) => place.split(' ')[0])).size;
const expected = { total: MANY, found: naive, says: `All ${MANY} articles`, reading: 0 };

for (const name of ENGINES) {
  test(`${name}: from a disk, in a srcdoc frame, and on a host`, { skip: skip || lacks(name), timeout: 180_000 }, async (t) => {
    const { open } = await engine(t, name);
    const page = bitByBit(source('invented'), corpus());
    const frame = `<!DOCTYPE html><title>course</title><iframe sandbox="allow-scripts" width="900" height="700" srcdoc="${attribute(page)}"></iframe>`;
    for (const [place, address, number] of [['disk', written(t, page)], ['frame', written(t, frame), 0], ['host', await hosted(t)]]) {
      const { inside } = await open(address);
      assert.deepEqual(await inside(`(${whole})(${JSON.stringify(rare)})`, number), expected, place);
    }
  });
}

test('in a sandboxed frame nothing complains', { skip }, async (t) => {
  const text = attribute(bitByBit(source('invented'), corpus()));
  const frame = `<!DOCTYPE html><iframe sandbox="allow-scripts" width="900" height="700" srcdoc="${text}"></iframe>`;
  const { page, errors } = await open(t, { address: written(t, frame), wait: false });
  const inner = page.frames()[1];
  assert.equal(await started(inner), 'live');
  assert.equal(await inner.evaluate(() => window.sightlines.complete.then(() => window.sightlines.search({})).then(({ total }) => total)), MANY);
  assert.deepEqual(errors, []);
});
