import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edition, host, open, source, without } from '../harness.mjs';
import { unpacked } from '../island.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
/** What the build wrote beside the pages: `{ name: checksum }`. */
const sums = (dir) => Object.fromEntries(
  readFileSync(join(dir, 'SHA256SUMS'), 'utf8').trimEnd().split('\n').map((line) => line.split('  ').reverse()),
);

test('About says that nothing leaves the page, and shows the checksum of the program that is in it', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'view=about' });
  const about = await page.locator('.about').innerText();
  assert.match(about, /Nothing leaves this page\. It makes no request, sets no cookie and stores nothing/);
  const shown = await page.locator('.about .hash').innerText();
  assert.equal(shown, sha256(unpacked(source('digest'), 'program')));
  assert.ok(Object.values(sums(edition('digest'))).includes(shown), 'it is among the published ones');
  assert.ok(about.includes('SHA256SUMS'));
});

test('on a host About claims no more than holds there', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { address: `${await host(t, edition('digest'))}index.html`, hash: 'view=about' });
  const about = await page.locator('.about').innerText();
  assert.match(about, /Nothing that you do here leaves this page\. It loads its own files from its host/);
  assert.doesNotMatch(about, /makes no request/);
});

for (const name of ['digest', 'full', 'invented']) {
  test(`the ${name} edition's checksums are those of its files`, { skip: without(name) }, () => {
    const dir = edition(name);
    const published = sums(dir);
    for (const file of ['sightlines.html', 'index.html', 'sightlines-scorm12.zip', 'worker.js', 'embed.html']) {
      assert.ok(file in published, file);
    }
    for (const [file, sum] of Object.entries(published)) {
      assert.ok(existsSync(join(dir, file)), file);
      assert.equal(sha256(readFileSync(join(dir, file))), sum, file);
    }
  });
}
