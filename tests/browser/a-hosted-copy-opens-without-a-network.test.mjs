import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, engine, lacks, patient } from '../engines.mjs';
import { ask, edition, eventually, fragment, hosting, open, started } from '../harness.mjs';

// A browser's own store would answer for the worker: hosts here forbid it, where nothing else is said.
const unstored = { headers: { 'Cache-Control': 'no-store' } };

/** Waits, in the page, until its worker is at work; gives the names of the stores. */
async function atWork() {
  for (let left = 400; left > 0; left--) {
    const registration = await navigator.serviceWorker.getRegistration();
    // A folder's worker stands for the folders within it until they have their own.
    const own = registration?.scope === new URL('./', location.href).href && !registration.installing && !registration.waiting;
    if (own && registration.active?.state === 'activated') return (await caches.keys()).sort();
    await new Promise((later) => setTimeout(later, 25));
  }
  throw new Error('no worker is at work');
}

/** What a reader does: starts, searches, opens a cell. Gives what was seen, the fonts too. */
async function reads(until) {
  const seen = { opened: window.sightlines.view, search: location.search };
  const { articles } = await window.sightlines.corpus();
  const q = articles.map(({ title }) => /\p{L}{5,}/u.exec(title)?.[0]).find(Boolean);
  window.sightlines.view = `q=${q}`;
  const { total } = await window.sightlines.search({ q });
  seen.found = await until(() => window.sightlines.view === `q=${q}` && document.querySelectorAll('article.hit').length === total && total, 'it finds');
  const { cells } = await window.sightlines.table({ by: 'outlet' });
  const { column, issue, positions } = cells.find(({ positions }) => positions.length > 1);
  window.sightlines.view = 'view=compare&by=outlet';
  const cell = await until(() => document.getElementById(`cell-${column}-${issue}`), 'the table is drawn');
  cell.click();
  const panel = await until(() => document.getElementById('evidence'), 'a cell opens');
  seen.cell = panel.querySelectorAll(':scope > ol > li, ol > li.position').length === positions.length;
  const faces = [...document.fonts];
  await Promise.allSettled(faces.map((face) => face.load()));
  seen.fonts = faces.map(({ family, status }) => `${family} ${status}`).sort();
  return seen;
}

/** Copies of the page in folders of one host, by their names in it; the host is silent until it is asked. Gives its folder. */
function copies(t, ...names) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-host-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  for (const name of names) cpSync(edition(), join(dir, name), { recursive: true });
  return dir;
}

/** Puts another build into a folder, as an upload does: another page, which names another file, and another worker. */
function rebuild(dir, build) {
  const [page, worker] = ['index.html', 'worker.js'].map((name) => readFileSync(join(dir, name), 'utf8'));
  const [, script] = /src="\.\/(boot-[^"]+\.js)"/.exec(page);
  const other = `boot-${build}.js`;
  renameSync(join(dir, script), join(dir, other));
  const version = /sightlines-([0-9a-f]{16})/.exec(worker)[1];
  const named = page.replace(script, other).replace(/<meta name="build"[^>]*>|(?=<\/head>)/, `<meta name="build" content="${build}">`);
  writeFileSync(join(dir, 'index.html'), named);
  writeFileSync(join(dir, 'worker.js'), worker.replaceAll(script, other).replaceAll(version, build.padStart(16, '0')));
}

const build = (page) => page.evaluate(() => document.querySelector('meta[name=build]')?.content);
const stores = (page) => page.evaluate(() => caches.keys());

/** Another page of the same reader. */
async function again(page, address) {
  const next = await page.context().newPage();
  const complaints = [];
  next.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  next.on('pageerror', (error) => complaints.push(String(error)));
  await next.goto(address);
  return { page: next, complaints };
}

for (const name of ENGINES) {
  test(`${name}: once it was opened, it opens, searches and shows a cell without a network`, { skip: lacks(name), timeout: 180_000 }, async (t) => {
    const { open, version } = await engine(t, name);
    t.diagnostic(version);
    const { address, asked, stop } = await hosting(t, edition(), unstored);
    const page = await open(address);
    const online = await page.inside(patient(reads, 800));
    assert.ok(online.found > 0 && online.cell && online.fonts.length > 0);
    assert.ok(online.fonts.every((font) => font.endsWith(' loaded')), `${online.fonts}`);
    await page.inside(`(${atWork})()`);
    stop();
    const until = asked.length;
    const view = 'view=compare&by=author';
    for (const [how, opened, search] of [['', '', ''], [`#${view}`, view, ''], [`?${view}`, view, ''], ['?lti=7', '', '?lti=7'],
      ['index.html', '', ''], [`index.html?lti=7#${view}`, view, '?lti=7']]) {
      // Another fragment alone would load nothing.
      await open('about:blank');
      const offline = await (await open(address + how)).inside(patient(reads, 800));
      assert.deepEqual(offline, { ...online, opened, search }, how);
    }
    assert.equal(asked.length, until, 'the host was silent');
  });
}

test('without a network nothing complains, and the next visit with one is as the first', async (t) => {
  const { address, stop, start } = await hosting(t, edition(), unstored);
  const { page, errors } = await open(t, { address });
  await page.evaluate(atWork);
  stop();
  const offline = await again(page, `${address}#view=about`);
  assert.equal(await started(offline.page), 'live');
  await offline.page.evaluate(atWork);
  assert.equal(await fragment(offline.page), 'view=about');
  assert.ok((await ask(offline.page, 'corpus')).articles.length > 0);
  await start();
  const online = await again(page, address);
  assert.equal(await started(online.page), 'live');
  assert.deepEqual([errors, offline.complaints, online.complaints], [[], [], []]);
});

test('the first visit asks for the page’s own files and for nothing else, and the next for the page alone', async (t) => {
  const { address, asked } = await hosting(t, edition(), unstored);
  const { page } = await open(t, { address });
  await page.evaluate(atWork);
  const names = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => `GET ${new URL(url).pathname}`);
  });
  assert.ok(names.includes('GET /') && names.some((name) => name.endsWith('.wasm')) && names.some((name) => name.endsWith('.woff2')));
  assert.deepEqual([...new Set(asked)].sort(), [...names, 'GET /worker.js'].sort());
  asked.length = 0;
  const next = await again(page, address);
  await next.page.evaluate(patient(reads, 800));
  // Whether the worker is another is the browser's question.
  assert.deepEqual(asked.filter((one) => one !== 'GET /worker.js'), ['GET /']);
});

for (const [how, moved, at] of [['its folder to index.html', { '/': '/index.html' }, 'index.html'], ['index.html to its folder', { '/index.html': '/' }, '']]) {
  test(`where a host leads from ${how}, the page opens without a network too`, async (t) => {
    const { address, stop } = await hosting(t, edition(), { ...unstored, moved });
    const { page } = await open(t, { address });
    assert.equal(page.url(), address + at);
    await page.evaluate(atWork);
    for (const name of ['', 'index.html']) assert.equal(await started((await again(page, address + name)).page), 'live', `online: ${name}`);
    stop();
    for (const name of ['', 'index.html']) assert.equal(await started((await again(page, address + name)).page), 'live', name);
  });
}

test('another build shows at once, and what was kept of the one before goes', async (t) => {
  const dir = copies(t, '.');
  const { address, stop } = await hosting(t, dir, unstored);
  const { page } = await open(t, { address });
  const [first, ...none] = await page.evaluate(atWork);
  assert.deepEqual([none, await build(page)], [[], undefined]);
  for (const next of ['2', '3']) {
    rebuild(dir, next);
    const other = await again(page, address);
    assert.equal(await build(other.page), next, 'at once');
    assert.equal(await started(other.page), 'live');
    await eventually(() => stores(other.page), (kept) => kept.length === 1 && kept[0] !== first && kept[0].includes(next.padStart(16, '0')), 'only its own');
    assert.deepEqual(other.complaints, []);
  }
  await page.evaluate(atWork);
  stop();
  const offline = await again(page, address);
  assert.equal(await started(offline.page), 'live');
  assert.equal(await build(offline.page), '3');
});

test('another build shows at once where the host lets browsers keep its files for an hour', async (t) => {
  const dir = copies(t, '.');
  const { address } = await hosting(t, dir, { headers: { 'Cache-Control': 'max-age=3600' } });
  for (const name of ['', 'index.html']) {
    const { page } = await open(t, { address: address + name });
    await page.evaluate(atWork);
    // By now the worker answers for the page, and the browser keeps what it is given.
    await started((await again(page, address + name)).page);
    rebuild(dir, `1${name.length}`);
    const other = await again(page, address + name);
    assert.equal(await started(other.page), 'live');
    assert.equal(await build(other.page), `1${name.length}`, name);
  }
});

// Who is told apart from whom: a folder beside the other, and one within the other.
for (const [how, here, there] of [['beside it', 'a/', 'b/'], ['within its own', '', 'b/'], ['around its own', 'a/b/', 'a/']]) {
  for (const [what, kept] of [['the same build', undefined], ['another build', 'beef']]) {
    test(`a copy that is replaced leaves alone ${what} in a folder ${how}`, async (t) => {
      const dir = copies(t, here, there);
      if (kept) rebuild(join(dir, there), kept);
      const { address, stop } = await hosting(t, dir, unstored);
      const { page } = await open(t, { address: address + here });
      await page.evaluate(atWork);
      await (await again(page, address + there)).page.evaluate(atWork);
      rebuild(join(dir, here), '2');
      const replaced = await again(page, address + here);
      assert.equal(await build(replaced.page), '2');
      await eventually(() => stores(replaced.page), (names) => names.some((name) => name.includes('2'.padStart(16, '0'))), 'the new build is kept');
      await replaced.page.evaluate(atWork);
      stop();
      const other = await again(page, address + there);
      assert.equal(await started(other.page), 'live');
      assert.equal(await build(other.page), kept);
      assert.equal(await build((await again(page, address + here)).page), '2');
    });
  }
}

test('a copy that is replaced in one of two folders leaves nothing of what was kept for it', async (t) => {
  const dir = copies(t, 'a', 'b');
  const { address } = await hosting(t, dir, unstored);
  // The same build: the one that was there first stands first in a store that both share.
  const { page } = await open(t, { address: `${address}b/` });
  await page.evaluate(atWork);
  const replaced = await again(page, `${address}a/`);
  await replaced.page.evaluate(atWork);
  rebuild(join(dir, 'a'), '2');
  await replaced.page.reload();
  const held = () => replaced.page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return all.filter((urls) => urls.some((url) => url.startsWith(new URL('./', location.href).href))).length;
  });
  const is = () => replaced.page.evaluate(async () => (await caches.keys()).some((name) => name.includes('0'.repeat(15) + '2')));
  await eventually(is, true);
  await replaced.page.evaluate(atWork);
  assert.equal(await held(), 1, 'one store holds files of the folder');
});

test('other pages of the host keep their stores and workers', async (t) => {
  const dir = copies(t, 'ours');
  writeFileSync(join(dir, 'index.html'), '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>another page</title>');
  writeFileSync(join(dir, 'theirs.js'), 'self.addEventListener("fetch", () => {});');
  const { address } = await hosting(t, dir, unstored);
  const { page } = await open(t, { address, wait: false });
  const theirs = await page.evaluate(async () => {
    await navigator.serviceWorker.register('theirs.js');
    // Names like ours, an empty one among them: somebody may have called a store so.
    for (const name of ['notes', 'sightlines-notes', 'sightlines-empty']) await caches.open(name);
    for (const name of ['notes', 'sightlines-notes']) await (await caches.open(name)).put('/mine', new Response('mine'));
    return caches.keys();
  });
  await page.evaluate(atWork);
  const ours = await again(page, `${address}ours/`);
  await started(ours.page);
  await ours.page.evaluate(atWork);
  rebuild(join(dir, 'ours'), '2');
  await ours.page.reload();
  await eventually(() => stores(ours.page), (names) => names.some((name) => name.includes('0'.repeat(15) + '2')), 'the new build is kept');
  await ours.page.evaluate(atWork);
  assert.deepEqual((await stores(page)).filter((name) => theirs.includes(name)), theirs);
  const registered = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort());
  assert.deepEqual(registered, [address, `${address}ours/`]);
});

test('the worker answers for no file but its own, and for nothing that is sent', async (t) => {
  const dir = copies(t, '.');
  writeFileSync(join(dir, 'notes.txt'), 'one');
  writeFileSync(join(dir, 'other.html'), '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>other</title>');
  const { address, asked, stop } = await hosting(t, dir, unstored);
  const elsewhere = await hosting(t, dir, { headers: { 'Access-Control-Allow-Origin': '*' } });
  const { page } = await open(t, { address });
  await page.evaluate(atWork);
  const { page: other } = await again(page, `${address}other.html`);
  assert.ok(await other.evaluate(() => navigator.serviceWorker.controller !== null), 'it stands between, or this proves nothing');
  const wasm = asked.find((one) => one.endsWith('.wasm')).slice('GET /'.length);
  asked.length = 0;
  const get = (path, settings) => other.evaluate(async ([path, settings]) => (await fetch(path, settings)).text(), [path, settings]);
  assert.equal(await get('notes.txt'), 'one');
  writeFileSync(join(dir, 'notes.txt'), 'two');
  assert.equal(await get('notes.txt'), 'two', 'it is not kept');
  for (const path of ['./', 'index.html', wasm]) await get(path, { method: 'POST', body: 'sent' });
  await get(wasm, { method: 'HEAD' });
  // Whether the worker is another is the browser's question, at a time of its own.
  const came = () => asked.filter((one) => one !== 'GET /worker.js');
  assert.deepEqual(came(), ['GET /notes.txt', 'GET /notes.txt', 'POST /', 'POST /index.html', `POST /${wasm}`, `HEAD /${wasm}`]);
  await get(wasm);
  await get(`${wasm}?1`);
  assert.equal(came().length, 6, 'its own it has');
  await get(elsewhere.address + wasm);
  assert.deepEqual(elsewhere.asked, [`GET /${wasm}`], 'a file of that name elsewhere is another');
  stop();
  for (const path of ['notes.txt', 'other.html', 'sightlines.html', 'worker.js']) await assert.rejects(get(path), /Failed to fetch/, path);
  await assert.rejects(again(page, `${address}other.html`), /ERR_/);
});

/** Counts, in every frame, how often a worker was asked for. */
const counting = (page) => page.addInitScript(() => {
  window.registered = 0;
  if (!('ServiceWorkerContainer' in window)) return;
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = function counted(...given) {
    window.registered += 1;
    return register.apply(this, given);
  };
});
const registered = (frame) => frame.evaluate(() => window.registered);

for (const name of ['sightlines.html', 'index.html']) {
  test(`the one file alone on a host, called ${name}, asks for nothing and registers nothing`, async (t) => {
    const dir = mkdtempSync(join(tmpdir(), 'sightlines-host-'));
    t.after(() => rmSync(dir, { recursive: true, force: true }));
    cpSync(join(edition(), 'sightlines.html'), join(dir, name));
    const { address, asked } = await hosting(t, dir);
    const { page, errors } = await open(t, { address: address + name, before: counting });
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    assert.deepEqual([await registered(page), asked, errors], [0, [`GET /${name}`], []]);
    assert.deepEqual(await page.evaluate(async () => [await navigator.serviceWorker.getRegistrations(), await caches.keys()]), [[], []]);
  });
}

test('from a disk nothing is registered, and where it is hosted it is: the count counts', async (t) => {
  const disk = await open(t, { before: counting });
  assert.deepEqual([await registered(disk.page), disk.requests, disk.errors], [0, [], []]);
  const { address } = await hosting(t, edition());
  const { page } = await open(t, { address, before: counting });
  await eventually(() => registered(page), 1);
});

/** A page on another host that holds a frame, with what becomes of it: the frame, the errors. */
async function course(t, frame) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-course-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>course</title>${frame}`);
  const { address } = await hosting(t, dir);
  const { page, errors } = await open(t, { address, wait: false, before: counting });
  await eventually(async () => page.frames().length, 2);
  return { frame: page.frames()[1], errors };
}

// A sandboxed frame has no origin: it gets files only from a host that gives them to everybody.
const toAll = { headers: { 'Access-Control-Allow-Origin': '*' } };

for (const [how, sandbox, settings] of [['of another origin', ''], ['that is sandboxed', ' sandbox="allow-scripts"', toAll],
  ['that is sandboxed and keeps its origin', ' sandbox="allow-scripts allow-same-origin"']]) {
  test(`the hosted copy lives in a frame ${how}, registers nothing and complains of nothing`, async (t) => {
    const { address, asked } = await hosting(t, edition(), settings);
    const { frame, errors } = await course(t, `<iframe src="${address}"${sandbox} width="1000" height="700"></iframe>`);
    assert.equal(await started(frame), 'live');
    await frame.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    assert.equal(await registered(frame), 0);
    assert.ok(!asked.includes('GET /worker.js'));
    assert.deepEqual(errors, []);
  });
}

for (const name of ['', 'index.html']) {
  test(`the code of a frame that the hosted copy gives at ${name || 'its folder'} shows the view on an ordinary host`, async (t) => {
    const { address } = await hosting(t, edition());
    const { page } = await open(t, { address: address + name, hash: 'view=compare' });
    await page.getByRole('button', { name: 'Share' }).click();
    const { frame } = await course(t, await page.locator('#embed-code').inputValue());
    const state = await started(frame);
    assert.equal(state, 'live', state === 'failed' && await frame.locator('#failure-says').innerText());
    await frame.locator('table').first().waitFor();
  });
}

const refusals = {
  'the browser refuses to register a worker': () => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
  },
  'registering a worker throws': () => { ServiceWorkerContainer.prototype.register = () => { throw new DOMException('no', 'SecurityError'); }; },
  'the browser has no workers': () => { delete Navigator.prototype.serviceWorker; },
  'the browser has none, and says so': () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }),
  'asking for workers throws': () => Object.defineProperty(Navigator.prototype, 'serviceWorker', {
    get: () => { throw new DOMException('no', 'SecurityError'); },
  }),
};

for (const [why, refuse] of Object.entries(refusals)) {
  test(`where ${why}, the hosted copy lives and complains of nothing`, async (t) => {
    const { address } = await hosting(t, edition());
    const { page, errors } = await open(t, { address, before: (page) => page.addInitScript(refuse) });
    await page.evaluate(() => window.sightlines.ready.then(() => new Promise((idle) => requestIdleCallback(idle))));
    assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live');
    assert.ok((await ask(page, 'search', {})).total > 0);
    assert.deepEqual(errors, []);
  });
}

test('where the host sandboxes the page, which then may have no worker, it lives', async (t) => {
  const { address } = await hosting(t, edition(), { headers: { 'Content-Security-Policy': 'sandbox allow-scripts', 'Access-Control-Allow-Origin': '*' } });
  const { page } = await open(t, { address });
  await page.evaluate(() => window.sightlines.ready.then(() => new Promise((idle) => requestIdleCallback(idle))));
  assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live');
});

test('where the worker or one of its files is not on the host, the page lives all the same', async (t) => {
  for (const missing of ['worker.js', 'fonts', 'icons']) {
    const dir = copies(t, '.');
    rmSync(join(dir, missing), { recursive: true });
    const { address } = await hosting(t, dir);
    const { page, errors } = await open(t, { address });
    assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live', missing);
    assert.deepEqual(errors.filter((error) => !error.includes('404')), [], missing);
  }
});
