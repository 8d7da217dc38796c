import test from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { edition, eventually, open, started } from '../harness.mjs';

// `embed.html` beside the file, opened by a double-click: the frame in it is sandboxed and has an address on the disk, to which a
// browser may let no link lead. A reader must be able to go on in it all the same.

async function frameAtWork(t) {
  const { page, errors } = await open(t, { address: pathToFileURL(join(edition(), 'embed.html')).href, wait: false });
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await eventually(async () => page.frames().length, 2);
  assert.equal(await started(page.frames()[1]), 'live');
  return { frame: page.frames()[1], errors };
}

const view = (frame) => frame.evaluate(() => window.sightlines.view);

test('the parts of the page can be reached in the frame on a disk', async (t) => {
  const { frame, errors } = await frameAtWork(t);
  for (const [name, pane] of [['Timeline', 'timeline'], ['About', 'about'], ['Compare', 'compare']]) {
    await frame.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link', { name }).click();
    await eventually(() => view(frame), (now) => now.includes(`view=${pane}`), name);
  }
  assert.deepEqual(errors, []);
});

test('a cell opens in the frame on a disk, and its evidence leads to its sentence', async (t) => {
  const { frame, errors } = await frameAtWork(t);
  await frame.locator('a.cell').first().click();
  await frame.locator('#evidence').waitFor({ timeout: 5_000 });
  await frame.locator('#evidence a[href*="view=read"]').first().click();
  await eventually(() => view(frame), (now) => now.includes('view=read'));
  assert.deepEqual(errors, []);
});

test('what is chosen in the frame on a disk holds', async (t) => {
  const { frame, errors } = await frameAtWork(t);
  await frame.locator('.by select').selectOption('outlet');
  await eventually(() => view(frame), (now) => now.includes('by=outlet'));
  assert.deepEqual(errors, []);
});
