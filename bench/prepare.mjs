// What a rival's author would put on a host: its library in one small file, its index, the texts.
//
//     node prepare.mjs CACHE SIZE RIVAL      (run.mjs calls it so, each time a process of its own)
//
// In: the articles in the cache. Out: the folder `dist/SIZE/RIVAL` in the cache with `index.html`; `shipped.json`:
// `{ version, milliseconds, library, index, texts }`, what has to be shipped, packed by gzip -9 file by file; beside the
// folders, for all, `meta.json` (titles, authors, outlets, years) and `texts.json`. What is there and of the same versions is
// kept.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { corpus } from './corpus.mjs';
import { tableOf } from './rivals/common.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const RIVALS = { minisearch: 'minisearch', flexsearch: 'flexsearch', lunr: 'lunr', orama: '@orama/orama', pagefind: 'pagefind' };
const page = '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.js"></script>';

export const packed = (path) => gzipSync(readFileSync(path), { level: 9 }).length;
export const folderOf = (cache, size, name) => join(cache, 'dist', String(size), name);
const versionOf = (name) => JSON.parse(readFileSync(join(here, 'node_modules', RIVALS[name], 'package.json'), 'utf8')).version;

/** Prepares a rival in a process of its own, unless it is prepared; gives what `shipped.json` has. */
export function prepared(cache, size, name) {
  const path = join(folderOf(cache, size, name), 'shipped.json');
  const key = keyOf(cache, size, name);
  const read = () => existsSync(path) && JSON.parse(readFileSync(path, 'utf8'));
  if (read().key !== key) {
    const file = fileURLToPath(import.meta.url);
    execFileSync(process.execPath, ['--max-old-space-size=12000', file, cache, String(size), name], { stdio: 'inherit' });
  }
  return read();
}

/** Changes when the articles, the rival or its adapter do. */
function keyOf(cache, size, name) {
  const sources = ['rivals/common.mjs', `rivals/${name}.mjs`, 'page/rival.js', 'prepare.mjs'].map((path) => readFileSync(join(here, path)));
  const all = [corpus(cache, size).manifest.sha256, versionOf(name), ...sources];
  return all.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
}

/** A file of one text or of several that follow each other. */
function put(path, content) {
  const file = openSync(path, 'w');
  for (const part of [content].flat()) writeSync(file, part);
  closeSync(file);
}

async function prepare(cache, size, name) {
  const { docs } = corpus(cache, size);
  const dir = folderOf(cache, size, name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const rival = await import(`./rivals/${name}.mjs`);

  const began = performance.now();
  let index;
  if (rival.write) {
    index = await rival.write(docs, dir);
  } else {
    const files = await rival.files(docs);
    index = Object.keys(files);
    index.forEach((file) => put(join(dir, file), files[file]));
  }
  const milliseconds = performance.now() - began;

  const { build } = await import('esbuild');
  const entry = `export { open${rival.build ? ', build' : ''} } from './rivals/${name}.mjs'`;
  await build({ stdin: { contents: entry, resolveDir: here }, bundle: true, minify: true, format: 'esm', outfile: join(dir, 'rival.js'),
    external: ['node:*', 'pagefind'], logLevel: 'error' });
  copyFileSync(join(here, 'page/rival.js'), join(dir, 'page.js'));
  writeFileSync(join(dir, 'index.html'), page);
  const beside = { 'meta.json': tableOf(docs), 'texts.json': docs.map((doc) => doc.body) };
  for (const [file, content] of Object.entries(beside)) writeFileSync(join(dir, '..', file), JSON.stringify(content));

  const sum = (files) => files.reduce((bytes, file) => bytes + packed(join(dir, file)), 0);
  const shipped = { library: sum(['rival.js']), index: sum(index), texts: rival.holdsTexts ? 0 : sum(['../meta.json', '../texts.json']) };
  const about = { key: keyOf(cache, size, name), version: versionOf(name), milliseconds, idsBy: rival.idsBy };
  writeFileSync(join(dir, 'shipped.json'), JSON.stringify({ ...about, ...shipped }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [cache, size, name] = process.argv.slice(2);
  await prepare(cache, Number(size), name);
}
