import test from 'node:test';
import assert from 'node:assert/strict';
import { oneFile, open, source, started, written } from '../harness.mjs';
import { pathToFileURL } from 'node:url';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

for (const [how, frame] of [
  ['by its address', () => `src="${pathToFileURL(oneFile()).href}"`],
  ['by its text', () => `srcdoc="${escaped(source())}"`],
]) {
  test(`the page starts in a sandboxed frame ${how}`, async (t) => {
    const address = written(t, `<!DOCTYPE html><iframe sandbox="allow-scripts" width="800" height="600" ${frame()}></iframe>`);
    const { page, errors } = await open(t, { address, wait: false });
    const inner = page.frames()[1];
    assert.equal(await started(inner), 'live');
    assert.ok((await inner.locator('#app').innerText()).trim().length > 0);
    assert.deepEqual(errors, []);
  });
}
