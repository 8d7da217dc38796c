// The benchmark: every engine over the same articles, in the same browser, in turn; several rounds.
//
//     node run.mjs [--sizes 1000,3000,10000] [--rounds 5] [--only minisearch,sightlines] [--quick]
//                  [--sightlines DIR1000,DIR3000,DIR10000] [--program BYTES] [--cache DIR] [--trial TEXT]
//
// In: folders with `sightlines.html`, one for each size, in the same order; the rivals' npm packages; Debian's packages for
// the articles. Out: `results/<time>.json`, written anew after each round, and the tables made of it: `RESULTS.md`, and the
// short one of the README.
import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, open } from './browser.mjs';
import { articleId, authorId, build, corpus, outletId, SIZES } from './corpus.mjs';
import { quantile } from './figures.mjs';
import { right } from './judge.mjs';
import { ask, bareKeys, keys, memory, pace } from './measure.mjs';
import { folderOf, packed, prepared, RIVALS } from './prepare.mjs';
import { KINDS, queries } from './queries.mjs';
import { write } from './report.mjs';
import { serve } from './serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({ options: {
  sizes: { type: 'string', default: SIZES.join(',') }, rounds: { type: 'string', default: '5' }, only: { type: 'string' },
  quick: { type: 'boolean', default: false }, sightlines: { type: 'string' }, program: { type: 'string' },
  cache: { type: 'string', default: join(here, '.cache') }, trial: { type: 'string' },
} });
const cache = resolve(options.cache);
const sizes = (options.quick ? '1000' : options.sizes).split(',').map(Number);
const rounds = options.quick ? 1 : Number(options.rounds);
const pages = options.sightlines?.split(',').map((dir) => resolve(dir)) ?? [];
const missing = pages.filter((dir) => !existsSync(join(dir, 'sightlines.html')));
if (missing.length) throw new Error(`there is no sightlines.html in ${missing.join(', ')}`);
const engines = [...(pages.length ? ['sightlines'] : []), ...Object.keys(RIVALS)]
  .filter((name) => !options.only || options.only.split(',').includes(name));

/** The queries of a size, kept in the cache for as long as what they are drawn by is the same. */
function asked(size, docs, manifest) {
  const sources = ['queries.mjs', 'truth.mjs', 'words.mjs', 'random.mjs'].map((name) => readFileSync(join(here, name)));
  const hash = [manifest.sha256, ...sources].reduce((all, part) => all.update(part), createHash('sha256'));
  const path = join(cache, 'corpus', String(size), `queries-${hash.digest('hex').slice(0, 12)}.json`);
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(queries(docs)));
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What is shipped: of ours the one file, of a rival all that prepare.mjs lists. */
function shipping(name, size, dir) {
  if (name !== 'sightlines') return prepared(cache, size, name);
  return { version: null, file: packed(join(dir, 'sightlines.html')), program: options.program ? Number(options.program) : null };
}

/** Latencies and judgement of one kind of query, without the answers themselves. */
function told(kind, asks, result, translate) {
  if (!result) return null;
  const answers = result.answers.map((answer) => ({ ...answer, ids: answer.ids.map(translate) }));
  const times = (list) => ({ p50: quantile(list, 0.5), p95: quantile(list, 0.95) });
  return { best: times(result.best), first: times(result.first), ...right(kind, asks, answers) };
}

/** One engine, once: opened, measured, asked; then its index built in the page. */
async function once(browser, host, name, size, { asks, first, names, buildsToo, budget, translate }) {
  const ours = name === 'sightlines';
  const at = ours ? `${host.address}/ours/sightlines.html` : `${host.address}/dist/${name}/index.html?q=${first}`;
  const blank = `${host.address}/blank.html`;
  const { page, opened, watched, close } = await open(browser, { blank, address: at, first, ours, names });
  const out = { opened, watched, memory: null, queries: {} };
  try {
    out.memory = await memory(page);
    for (const kind of KINDS) {
      const forgiving = kind === 'typo' || kind === 'known';
      out.queries[kind] = told(kind, asks[kind], await ask(page, kind, asks[kind], budget, forgiving), translate);
      if (!ours || forgiving) continue;
      out.queries[`${kind}, widened`] = told(kind, asks[kind], await ask(page, kind, asks[kind], budget, true), translate);
    }
    if (ours) {
      const typed = asks.common.slice(0, 20).map(({ words: [word] }) => word);
      out.keys = await keys(page, typed);
      const bare = await browser.newPage();
      out.bareKeys = await bareKeys(bare, typed);
      await bare.close();
    }
  } finally {
    await close();
  }
  if (ours) {
    const file = pathToFileURL(join(host.folders.ours, 'sightlines.html')).href;
    const fromDisk = await open(browser, { blank: 'about:blank', address: file, first, ours, names });
    out.fromDisk = fromDisk.opened;
    await fromDisk.close();
  } else if (buildsToo && name !== 'pagefind') {
    const built = await open(browser, { blank, address: `${at}&mode=build`, first });
    out.built = { ...built.opened, watched: built.watched };
    await built.close();
  }
  return out;
}

function rotated(list, by) {
  return list.map((_, at) => list[(at + by) % list.length]);
}

const run = {
  began: new Date().toISOString(), trial: options.trial ?? (options.quick ? 'one round of the smallest size' : null), rounds,
  node: process.version, machine: `${cpus()[0].model.trim()} × ${cpus().length}`, browser: null, versions: {}, sizes: [],
};
const path = join(here, 'results', `${run.began.replace(/[:.]/g, '-')}.json`);
mkdirSync(dirname(path), { recursive: true });
const save = () => writeFileSync(path, JSON.stringify(run));
const say = (text) => process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${text}\n`);

const browser = await launch();
run.browser = `Chromium ${browser.version()}`;
for (const [nth, size] of sizes.entries()) {
  say(`${size} articles`);
  build(cache, [size]);
  const { docs, manifest } = corpus(cache, size);
  const asks = asked(size, docs, manifest);
  const of = { size, manifest, queries: Object.fromEntries(KINDS.map((kind) => [kind, asks[kind].length])), shipped: {}, rounds: [] };
  run.sizes.push(of);
  const mine = engines.filter((name) => name !== 'sightlines' || pages[nth]);
  for (const name of mine) {
    of.shipped[name] = shipping(name, size, pages[nth]);
    run.versions[name] = of.shipped[name].version;
    say(`  ${name} is prepared`);
  }
  const host = await serve({ dist: folderOf(cache, size, '.'), corpus: join(cache, 'corpus', String(size)), ours: pages[nth] });
  const names = { authors: Object.fromEntries(docs.map((doc) => [doc.author, authorId(doc.author)])),
    outlets: Object.fromEntries(docs.map((doc) => [doc.outlet, outletId(doc.outlet)])) };
  const articles = new Map(docs.map((doc) => [articleId(doc.id), doc.id]));
  const translations = Object.fromEntries(mine.map((name) => {
    const { idsBy } = of.shipped[name];
    const ids = idsBy && JSON.parse(readFileSync(join(folderOf(cache, size, name), idsBy), 'utf8'));
    return [name, name === 'sightlines' ? (id) => articles.get(id) : ids ? (id) => ids[id] : (id) => id];
  }));
  for (let round = 0; round < rounds; round++) {
    const results = {};
    of.rounds.push({ load: loadavg()[0], pace: null, engines: results });
    const empty = await browser.newPage();
    of.rounds.at(-1).pace = await pace(empty);
    await empty.close();
    // Building is slow and varies little: not in every round of the largest size.
    const buildsToo = round < (size > 5000 ? 2 : 5);
    for (const [at, name] of rotated(mine, round).entries()) {
      try {
        results[name] = await once(browser, host, name, size, { asks, first: asks.common[0].words[0], names, buildsToo,
          budget: options.quick ? 5_000 : 20_000, translate: translations[name] });
      } catch (error) {
        results[name] = { failed: String(error.message ?? error).slice(0, 400) };
      }
      const { failed, opened } = results[name];
      const done = round * mine.length + at + 1;
      const bar = '#'.repeat(Math.round((20 * done) / (rounds * mine.length))).padEnd(20, '.');
      say(`  [${bar}] round ${round + 1} of ${rounds}, ${name}: ${failed ?? `answered after ${Math.round(opened.answered)} ms`}`);
    }
    save();
  }
  host.stop();
}
await browser.close();
run.ended = new Date().toISOString();
save();
write(run);
say(`wrote ${path} and the tables`);
