// The articles that are searched: running prose from Debian's documentation packages, cut to the length of a newspaper article.
//
//     node corpus.mjs [--sizes 1000,3000,10000] [--cache DIR]
//
// In: the packages, by `apt-get download` into the cache, unpacked by `dpkg-deb -x`, never installed. Out: for each size a
// folder `corpus/N` in the cache, with `docs.json` for the rivals (`[{ id, title, author, outlet, year, body }]`) and
// `corpus.toml` and `articles.jsonl` for Sightlines; and `manifest.json`: packages, seed, counts, SHA-256. A size is the
// beginning of the next larger one. The bytes depend on the packages' versions and on nothing else. Authors, outlets and
// years are invented, and drawn so that a few have most; most authors write mainly for one outlet.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { dictionary, html, oneLine, rst } from './prose.mjs';
import { seeded } from './random.mjs';

export const SIZES = [1000, 3000, 10000];
const SEED = 'sightlines bench 1';

/** Packages, the files that are read, and their form. */
const SOURCES = [
  ['anarchism', /\/html\/.*\.html$/, html],
  ['postgresql-doc-15', /\/html\/(?!release-).*\.html$/, html],
  ['apache2-doc', /\/manual\/en\/.*\.html$/, html],
  ['libreoffice-help-en-us', /\.html$/, html],
  ['python3.11-doc', /\/_sources\/.*\.txt$/, rst],
  ['linux-doc-6.1', /\/Documentation\/(?!.*translations).*\.rst\.gz$/, rst],
  ['debian-policy', /\/policy\.html\/(?!ch-|app-).*\.html$/, html],
  ['developers-reference', /\/developers-reference\/[^/]*\.html$/, html],
  ['sqlite3-doc', /\.html$/, html],
  ['git-doc', /\.html$/, html],
  ['exim4-doc-html', /\.html$/, html],
  ['rust-doc', /\/html\/(?!std|core|alloc|proc_macro|test|src).*\.html$/, html],
  ['dict-foldoc', /\.dict\.dz$/, dictionary],
  ['dict-jargon', /\.dict\.dz$/, dictionary],
];

const FIRST = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gail', 'Hugo'];
const LAST = ['Abbott', 'Brandt', 'Castillo', 'Dorsey', 'Eklund'];
const AUTHORS = LAST.flatMap((last) => FIRST.map((first) => `${first} ${last}`));
const OUTLETS = ['Morning Ledger', 'Harbor Times', 'The Beacon', 'Valley Post', 'City Courier', 'North Star', 'Daily Record',
  'The Sentinel', 'Evening Globe', 'River Gazette', 'Summit Journal', 'Coast Tribune'];
const YEARS = ['2024', '2023', '2022', '2021', '2020', '2019', '2018', '2017'];

const numbered = (what, n) => `${what}-${String(n + 1).padStart(2, '0')}`;
export const authorId = (name) => numbered('author', AUTHORS.indexOf(name));
export const outletId = (name) => numbered('outlet', OUTLETS.indexOf(name));
export const articleId = (id) => `a${String(id).padStart(5, '0')}`;

/** The package's file in the cache, got if it is not there; and the folder that it is unpacked to. */
function fetched(cache, name) {
  const debs = join(cache, 'debs');
  const unpacked = join(cache, 'raw', name);
  const there = () => readdirSync(debs).find((file) => file.startsWith(`${name}_`));
  mkdirSync(debs, { recursive: true });
  if (!there()) execFileSync('apt-get', ['download', name], { cwd: debs, stdio: ['ignore', 'ignore', 'inherit'] });
  if (!existsSync(unpacked)) {
    mkdirSync(unpacked, { recursive: true });
    execFileSync('dpkg-deb', ['-x', join(debs, there()), unpacked]);
  }
  return { deb: there(), unpacked };
}

function filesBelow(dir, wanted) {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => wanted.test(path)).sort();
}

function textOf(path) {
  const bytes = /\.(gz|dz)$/.test(path) ? gunzipSync(readFileSync(path)) : readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/**
 * About 600 words each, with the heading they begin under; what a file leaves over begins the next one's. No paragraph comes
 * twice: manuals repeat whole notes.
 */
function* cut(files, read, draw, seen) {
  let heading = '', title = '', body = [], words = 0, enough = 420 + draw.below(361);
  for (const path of files) {
    for (const part of read(textOf(path))) {
      if (part.heading !== undefined) { heading = part.heading; continue; }
      if (seen.has(part.text)) continue;
      seen.add(part.text);
      if (!body.length) title = heading;
      body.push(part.text);
      words += part.text.split(' ').length;
      if (words < enough) continue;
      if (words < 2000) yield { heading: title, body: body.join(' ') };
      body = []; words = 0; enough = 420 + draw.below(361);
    }
  }
}

/** The heading; where that is short or taken, with the first words of the text behind it. */
function titleOf({ heading, body }, taken) {
  const lead = body.split(' ').slice(0, 7).join(' ').replace(/[\s.,;:]+$/, '');
  const long = heading.split(' ').length > 3 && !taken.has(heading);
  const title = oneLine(long ? heading : heading ? `${heading}: ${lead}` : lead);
  taken.add(title);
  return title;
}

function articles(cache, count) {
  const draw = seeded(SEED);
  const seen = new Set();
  const taken = new Set();
  const debs = [];
  const pool = SOURCES.flatMap(([name, wanted, read]) => {
    const { deb, unpacked } = fetched(cache, name);
    debs.push(deb);
    const made = [...cut(filesBelow(unpacked, wanted), read, draw, seen)];
    console.log(`  ${name}: ${made.length} articles`);
    return made;
  });
  if (pool.length < count) throw new Error(`the packages give ${pool.length} articles, ${count} are needed`);
  const docs = draw.shuffle(pool).slice(0, count).map((article, at) => {
    const author = draw.skewed(AUTHORS.length);
    const outlet = draw.next() < 0.6 ? author % OUTLETS.length : draw.skewed(OUTLETS.length);
    const year = YEARS[draw.skewed(YEARS.length)];
    return { id: at + 1, title: titleOf(article, taken), author: AUTHORS[author], outlet: OUTLETS[outlet], year, body: article.body };
  });
  return { docs, debs };
}

const toml = (text) => JSON.stringify(text);

function corpusToml(size) {
  const lines = [`id = "bench-${size}"`, `title = "${size} articles"`,
    'description = "Prose from the documentation packages of Debian, with invented authors and outlets, to measure with."',
    `horizon = "${size} passages of manuals, 2017 to 2024 by drawn years"`,
    'language = "en"', 'licence = "LicenseRef-see-packages"', 'public_url = ""', 'version = "1.0.0"'];
  const people = AUTHORS.flatMap((name) => ['', '[[author]]', `id = ${toml(authorId(name))}`, `name = ${toml(name)}`]);
  const papers = OUTLETS.flatMap((name) =>
    ['', '[[outlet]]', `id = ${toml(outletId(name))}`, `name = ${toml(name)}`, 'about = "Invented."']);
  return [...lines, ...people, ...papers, ''].join('\n');
}

const jsonLine = (doc) => JSON.stringify({ id: articleId(doc.id), title: doc.title, authors: [authorId(doc.author)],
  outlet: outletId(doc.outlet), date: doc.year, language: 'en', paragraphs: [doc.body] });

/** Builds what is missing of these sizes; gives nothing. */
export function build(cache, sizes, all = SIZES) {
  const missing = sizes.filter((size) => !existsSync(join(cache, 'corpus', String(size), 'manifest.json')));
  if (!missing.length) return;
  const { docs, debs } = articles(cache, Math.max(...sizes, ...all));
  for (const size of missing) {
    const dir = join(cache, 'corpus', String(size));
    const some = docs.slice(0, size);
    const json = JSON.stringify(some);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'docs.json'), json);
    writeFileSync(join(dir, 'corpus.toml'), corpusToml(size));
    writeFileSync(join(dir, 'articles.jsonl'), some.map((doc) => `${jsonLine(doc)}\n`).join(''));
    const words = some.reduce((sum, doc) => sum + doc.body.split(' ').length, 0);
    const sha256 = createHash('sha256').update(json).digest('hex');
    const manifest = { size, words, bytes: Buffer.byteLength(json), sha256, seed: SEED, debs };
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest, null, 2));
    console.log(`  ${size} articles, ${words} words, ${manifest.sha256.slice(0, 12)}`);
  }
}

/** The articles of a size, and its manifest. */
export function corpus(cache, size) {
  const read = (name) => JSON.parse(readFileSync(join(cache, 'corpus', String(size), name), 'utf8'));
  return { docs: read('docs.json'), manifest: read('manifest.json'), path: join(cache, 'corpus', String(size), 'docs.json') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity] ?? otherwise;
  const cache = resolve(option('cache', join(dirname(fileURLToPath(import.meta.url)), '.cache')));
  build(cache, option('sizes', SIZES.join(',')).split(',').map(Number));
}
