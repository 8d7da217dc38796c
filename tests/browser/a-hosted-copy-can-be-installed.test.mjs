import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edition, eventually, hosting, open, started, without } from '../harness.mjs';

/** Width and height of a PNG, from its header (W3C, *PNG*, 11.2.1). */
function size(path) {
  const bytes = readFileSync(path);
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n', `${path} is a PNG`);
  assert.equal(bytes.toString('latin1', 12, 16), 'IHDR');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** A copy of the page deep in a host, in folders whose names need care. Gives the root, and the path with its slashes. */
function deep(t, path) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-host-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(edition(), join(dir, path), { recursive: true });
  return dir;
}

for (const name of ['digest', 'full', 'invented']) {
  test(`${name} edition: the manifest says what the corpus says, and its icons are what it says`, { skip: without(name) }, async (t) => {
    const dir = edition(name);
    const { address } = await hosting(t, dir);
    const { page } = await open(t, { address });
    const links = await page.locator('link[rel=manifest]').evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.href]));
    assert.deepEqual(links, [['./manifest.webmanifest', `${address}manifest.webmanifest`]]);
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.webmanifest'), 'utf8'));
    const { title, description, language } = JSON.parse(/id="corpus">([^<]*)</.exec(readFileSync(join(dir, 'index.html'), 'utf8'))[1]);
    assert.ok(manifest.name.startsWith(title) && manifest.short_name);
    assert.deepEqual([manifest.description, manifest.lang], [description, language]);
    for (const key of ['start_url', 'scope']) assert.equal(new URL(manifest[key], links[0][1]).href, address, key);
    for (const { src, sizes, type } of manifest.icons) {
      assert.ok(new URL(src, links[0][1]).href.startsWith(address), src);
      const path = join(dir, src);
      assert.ok(existsSync(path), src);
      if (type === 'image/png') assert.equal(size(path), sizes, src);
      else assert.match(readFileSync(path, 'utf8'), /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/, src);
    }
    // What Chromium asks for where it offers to install a page.
    const sizes = manifest.icons.filter(({ type }) => type === 'image/png').map(({ sizes }) => sizes);
    assert.deepEqual(sizes.toSorted(), ['192x192', '512x512']);
  });
}

test('the browser reads the manifest without a complaint and finds the page fit to be installed', async (t) => {
  const { address, asked } = await hosting(t, edition());
  const { page, errors } = await open(t, { address });
  const session = await page.context().newCDPSession(page);
  const { url, errors: faults, data } = await session.send('Page.getAppManifest');
  assert.deepEqual([url, faults], [`${address}manifest.webmanifest`, []]);
  assert.equal(data, readFileSync(join(edition(), 'manifest.webmanifest'), 'utf8'));
  const hinders = async () => (await session.send('Page.getInstallabilityErrors')).installabilityErrors.map(({ errorId }) => errorId);
  // Tests have a profile that is forgotten, where nothing can be installed.
  await eventually(async () => (await hinders()).filter((id) => id !== 'in-incognito'), []);
  assert.ok(asked.some((one) => one.startsWith('GET /icons/')), 'it looked at an icon');
  assert.deepEqual(errors, []);
});

test('a page without a manifest is not fit, and the browser can tell', async (t) => {
  const { address } = await hosting(t, edition());
  const { page } = await open(t, { address: `${address}sightlines.html` });
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.ok(installabilityErrors.some(({ errorId }) => errorId === 'no-manifest'), JSON.stringify(installabilityErrors));
});

for (const path of ['courses/2026/x/', 'Kurs 2026/Übung (1)/a+b/']) {
  for (const name of ['', 'index.html']) {
    test(`the folder works as /${path}${name}, asks for nothing outside it and finds all that it asks for`, async (t) => {
      const dir = deep(t, path);
      const { address, asked, stop } = await hosting(t, dir, { headers: { 'Cache-Control': 'no-store' } });
      const folder = new URL(path, address);
      const { page, errors } = await open(t, { address: `${folder.href}${name}?lti=7`, hash: 'view=compare&by=author' });
      assert.equal(await page.locator('.by select').inputValue(), 'author');
      await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
      const session = await page.context().newCDPSession(page);
      const { url, errors: faults } = await session.send('Page.getAppManifest');
      assert.deepEqual([url, faults, errors], [`${folder.href}manifest.webmanifest`, [], []]);
      const registered = () => page.evaluate(async () => {
        const all = await navigator.serviceWorker.getRegistrations();
        return all.map(({ scope, active }) => [scope, active?.state]);
      });
      await eventually(registered, [[folder.href, 'activated']]);
      for (const one of asked) {
        const [, path] = one.split(' ');
        assert.ok(path.startsWith(folder.pathname), one);
        const file = decodeURIComponent(new URL(path, address).pathname);
        assert.ok(existsSync(join(dir, file)), `${one} is there`);
      }
      stop();
      const offline = await page.context().newPage();
      await offline.goto(`${folder.href}${name}?lti=7#view=about`);
      assert.equal(await started(offline), 'live');
    });
  }
}

test('every file that the page, its styles, its manifest and its worker name lies beside it, at a relative address', async () => {
  const dir = edition();
  const read = (name) => readFileSync(join(dir, name), 'utf8');
  const head = read('index.html').split('</head>')[0];
  const worker = JSON.parse(/const FILES = (\[.*\]);/.exec(read('worker.js'))[1]);
  const page = [...head.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, name]) => name);
  const named = { 'index.html': page, 'manifest.webmanifest': JSON.parse(read('manifest.webmanifest')).icons.map(({ src }) => src), 'worker.js': worker };
  for (const name of page.filter((name) => name.endsWith('.css'))) {
    named[name] = [...read(name).matchAll(/url\(["']?([^"')]*)/g)].map(([, inner]) => inner);
  }
  const { public_url: own } = JSON.parse(/id="corpus">([^<]*)</.exec(read('index.html'))[1]);
  let files = 0;
  for (const [from, names] of Object.entries(named)) {
    for (const name of names.filter((name) => !/^(data:|#)/.test(name) && name !== own)) {
      assert.doesNotMatch(name, /^([a-z]+:|\/|\.\.\/)/, `${from} names ${name}`);
      assert.ok(existsSync(join(dir, name)), `${from} names ${name}, which is not there`);
      files += 1;
    }
  }
  assert.ok(files > 20, 'they name some');
  // What the page needs is what the worker keeps: without a network nothing is missing.
  for (const name of page.filter((name) => name.startsWith('./'))) assert.ok(worker.includes(name), `the worker keeps ${name}`);
});

