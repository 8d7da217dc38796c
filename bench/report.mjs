// The tables of RESULTS.md.
//
//     node report.mjs results/<time>.json      (writes them anew from an earlier run; run.mjs does so at its end)
//
// In: what run.mjs gathered. Out: Markdown: for each size first the ratio of ours to the best rival in each measure, then the
// figures of all; at the end how each measure grows with the number of articles. Every figure is the median of the rounds,
// with the least and the most where there were several. And the short table of the README, of the largest size.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { growth, middle, quantile } from './figures.mjs';
import { KINDS } from './queries.mjs';

const MB = 1e6;
const exactKinds = KINDS.filter((kind) => kind !== 'typo' && kind !== 'known');

/** What is shown: a name, its unit, whether more is better, and how it is read from one round or from what is shipped. */
const measures = [
  { name: 'shipped, gzip', unit: 'MB', shipped: (s) => shippedBytes(s) / MB },
  { name: 'opened → first answer over all articles', unit: 'ms', of: (e) => e.opened.answered },
  { name: 'index built in the page', unit: 'ms', of: (e) => e.opened.building ?? e.built?.building },
  { name: 'opened → first answer, index built in the page', unit: 'ms', of: (e) => ('ready' in e.opened ? e.opened : e.built)?.answered },
  // The browser tells of tasks from 50 ms on.
  { name: 'longest task while loading (50: none so long)', unit: 'ms', of: (e) => Math.max(e.watched.longest, 50) },
  { name: 'longest time between frames while loading', unit: 'ms', of: (e) => e.watched.gap },
  { name: 'memory after loading', unit: 'MB', of: (e) => e.memory / MB || null },
  ...KINDS.flatMap((kind) => ['p50', 'p95'].flatMap((q) => [
    query(kind, `${kind}, ${q}, best of 3`, 'ms', (asked) => asked.best[q]),
    query(kind, `${kind}, ${q}, first time`, 'ms', (asked) => asked.first[q]),
  ])),
  ...exactKinds.map((kind) => query(kind, `${kind}: right number of hits`, '%', (asked) => percent(asked.right), true)),
  query('filtered', 'filtered: right counts by author and outlet', '%', (asked) => percent(asked.counted), true),
  query('typo', 'typo: queries that find nothing', '%', (asked) => percent(asked.nothing / asked.asked)),
  query('typo', 'typo: an article with the word meant among the ten best', '%', (asked) => percent(asked.met), true),
  query('known', 'known item: MRR@10', '', (asked) => asked.mrr, true),
];

function query(kind, name, unit, read, more = false) {
  return { name, unit, more, kind, of: (e) => e.queries[kind] && read(e.queries[kind]) };
}

/** Told of ours alone: rivals are libraries without a page, or have no such thing. */
const ownMeasures = [
  { name: 'opened → first answer over what is there', unit: 'ms', of: (e) => e.opened.ready },
  { name: 'from a disk: opened → first answer over all articles', unit: 'ms', of: (e) => e.fromDisk?.answered },
  { name: 'key → painted, p50', unit: 'ms', of: (e) => e.keys && quantile(e.keys, 0.5) },
  { name: 'key → painted, p95', unit: 'ms', of: (e) => e.keys && quantile(e.keys, 0.95) },
  { name: 'the same in a bare text field, p50', unit: 'ms', of: (e) => e.bareKeys && quantile(e.bareKeys, 0.5) },
  { name: 'the same in a bare text field, p95', unit: 'ms', of: (e) => e.bareKeys && quantile(e.bareKeys, 0.95) },
  ...exactKinds.flatMap((kind) => ['p50', 'p95'].map((q) => (
    { name: `${kind}, ${q}, with forms and corrections`, unit: 'ms', of: (e) => e.queries[`${kind}, widened`]?.best[q] }))),
];

function percent(share) {
  return Number.isFinite(share) ? 100 * share : null;
}

function shippedBytes(shipped) {
  return 'file' in shipped ? shipped.file - (shipped.program ?? 0) : shipped.library + shipped.index + shipped.texts;
}

/**
 * The measure of an engine at a size: `{ median, least, most, of, partly }`, or null. `partly` is the number of queries that were
 * asked, where time did not suffice for all.
 */
function figure(of, name, measure) {
  if (measure.shipped) return of.shipped[name] ? middle([measure.shipped(of.shipped[name])]) : null;
  const results = of.rounds.map((round) => round.engines[name]).filter((result) => result && !result.failed);
  const found = middle(results.map((result) => measure.of(result) ?? NaN));
  if (!found || !measure.kind) return found;
  const least = Math.min(...results.map((result) => result.queries[measure.kind].asked));
  return { ...found, partly: least < of.queries[measure.kind] ? least : null };
}

function short(value, unit) {
  // Clocks of browsers step by 5 µs: below that nothing can be told.
  if (unit === 'ms' && value < 0.0045) return '<0.005';
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

function shown(found, unit) {
  if (!found) return '–';
  const [median, least, most] = [found.median, found.least, found.most].map((value) => short(value, unit));
  return `${median}${least === most ? '' : ` (${least}–${most})`}${found.partly ? `, n = ${found.partly}` : ''}`;
}

const titled = ({ name, unit }) => (unit ? `${name}, ${unit}` : name);
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), `|${['---', ...head.slice(1).map(() => '--:')].join('|')}|`, ...rows.map(row)].join('\n');

/** The best rival in a measure, of those that had the time for all queries: `{ name, found }`, or null where none has it. */
function best(of, measure, rivals) {
  const all = rivals.map((name) => ({ name, found: figure(of, name, measure) })).filter(({ found }) => found && !found.partly);
  return all.sort((a, b) => (a.found.median - b.found.median) * (measure.more ? -1 : 1))[0] ?? null;
}

function ratios(of, rivals) {
  const rows = measures.flatMap((measure) => {
    const ours = figure(of, 'sightlines', measure);
    const rival = best(of, measure, rivals);
    if (!ours && !rival) return [];
    const told = ours && rival && rival.found.median > (measure.unit === 'ms' ? 0.0045 : 0);
    return [[
      `${titled(measure)}${measure.more ? ' ↑' : ''}`,
      told ? `**${short(ours.median / rival.found.median)}**` : '–',
      shown(ours, measure.unit),
      rival ? `${shown(rival.found, measure.unit)} ${rival.name}` : '–',
    ]];
  });
  return table(['measure', 'ours / best rival', 'ours', 'best rival'], rows);
}

function figures(of, names, list) {
  const rows = list.map((measure) => [titled(measure), ...names.map((name) => shown(figure(of, name, measure), measure.unit))]);
  return table(['', ...names], rows.filter((cells) => cells.slice(1).some((cell) => cell !== '–')));
}

function growths(run, names) {
  const sizes = run.sizes.map((of) => of.size);
  const grown = measures.filter((measure) => ['ms', 'MB'].includes(measure.unit));
  const rows = grown.map((measure) => [measure.name, ...names.map((name) => {
    const k = growth(sizes, run.sizes.map((of) => figure(of, name, measure)?.median));
    return k === null ? '–' : k.toFixed(2).replace('-0.00', '0.00');
  })]);
  return table(['', ...names], rows.filter((cells) => cells.slice(1).some((cell) => cell !== '–')));
}

function failures(run) {
  return run.sizes.flatMap(({ size, rounds }) => rounds.flatMap(({ engines }, at) => Object.entries(engines)
    .filter(([, result]) => result.failed)
    .map(([name, result]) => `- ${size} articles, round ${at + 1}, ${name}: ${result.failed.split('\n')[0]}`)));
}

function head(run, rivals) {
  const rounds = run.sizes.flatMap((of) => of.rounds);
  const [load, pace] = ['load', 'pace'].map((what) => shown(middle(rounds.map((round) => round[what]))));
  const versions = rivals.map((name) => `${name} ${run.versions[name]}`);
  const failed = failures(run);
  return [
    '# Results',
    ...(run.trial ? [`**A trial, not a result: ${run.trial}.**`] : []),
    [run.began.slice(0, 10), run.machine, run.browser, `Node ${run.node}`, `rounds: ${run.rounds}`, ...versions].join(' · '),
    `How busy the machine was: load ${load}, a fixed loop took ${pace} ms. Written by \`node bench/run.mjs\`. What is measured and how, `
      + 'and what is not fair to whom, is in [README.md](README.md).',
    'Medians of the rounds, with the least and the most; ↑: more is better; n: so many queries were asked, since time was up.',
    ...(failed.length ? ['What failed:', failed.join('\n')] : []),
  ];
}

function sized(of, names, rivals) {
  const { words, bytes, sha256 } = of.manifest;
  const ours = of.shipped.sightlines;
  const mine = names.filter((name) => of.shipped[name]);
  const less = ours?.program ? `${short(ours.program / MB)} MB of it the program, left out below` : 'the program included';
  return [
    `## ${of.size} articles`,
    `${words} words, ${(bytes / MB).toFixed(1)} MB of JSON, SHA-256 \`${sha256.slice(0, 16)}…\`.`,
    ...(ours ? [`Ours as one file, gzip: ${short(ours.file / MB)} MB, ${less}.`, ratios(of, rivals)] : []),
    '### All figures', figures(of, mine, measures),
    ...(ours ? ['### Ours alone', figures(of, ['sightlines'], ownMeasures)] : []),
  ];
}

function report(run) {
  const names = [...new Set(run.sizes.flatMap((of) => Object.keys(of.shipped)))];
  const rivals = names.filter((name) => name !== 'sightlines');
  const grown = ['## Growth', 'The exponent k of *figure ~ articles^k*: 1 is linear, 0 is no growth.', growths(run, names)];
  const parts = [...head(run, rivals), ...run.sizes.flatMap((of) => sized(of, names, rivals)), ...(run.sizes.length > 1 ? grown : [])];
  return `${parts.join('\n\n')}\n`;
}

/** What the README tells: a measure by its beginning, and what it is called there. */
const told = {
  'shipped, gzip': 'shipped, program left out',
  'opened → first answer over all': 'opened → first answer over all articles',
  'opened → first answer, index built': 'the same, index built in the page',
  'longest task': 'longest task while loading',
  'memory after loading': 'memory',
  'common, p95, best': 'a common word, p95',
  'common: right': 'a common word: right number of hits',
  'and2, p95, best': 'two words, p95',
  'prefix, p95, best': 'the beginning of a word, p95',
  'phrase, p95, best': 'a phrase, p95',
  'filtered, p95, best': 'a word with filters and their counts, p95',
  'phrase: right': 'phrases: right number of hits',
  'filtered: right counts': 'filters: right counts',
  'typo: queries that find nothing': 'one typo: queries that find nothing',
  'known item': 'a title with one typo, MRR@10',
};

function brief(run) {
  const of = run.sizes.toSorted((a, b) => b.size - a.size)[0];
  const names = Object.keys(of.shipped);
  const rows = Object.entries(told).map(([begins, called]) => {
    const measure = measures.find(({ name }) => name.startsWith(begins));
    const cell = (name) => {
      const found = figure(of, name, measure);
      return found ? `${short(found.median, measure.unit)}${measure.unit && ` ${measure.unit}`}` : '–';
    };
    return [called, ...names.map(cell)];
  });
  const says = `${of.size} articles of about 600 words, ${run.machine}, ${run.browser}, ${run.began.slice(0, 10)}; medians of ${of.rounds.length} rounds.`;
  return `${says}\n\n${table(['', ...names], rows)}`;
}

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const marked = /(<!-- bench: what follows is written by bench\/run\.mjs -->\n)[\s\S]*?(\n<!-- bench: end -->)/;

/** Writes RESULTS.md, and the table of the README unless it was a trial. */
export function write(run) {
  writeFileSync(here('RESULTS.md'), report(run));
  if (run.trial || !Object.hasOwn(run.sizes[0].shipped, 'sightlines')) return;
  const readme = here('../README.md');
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(marked, (_, begin, end) => `${begin}${brief(run)}${end}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write(JSON.parse(readFileSync(process.argv[2], 'utf8')));
