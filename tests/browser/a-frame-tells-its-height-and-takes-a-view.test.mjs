import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edition, eventually, host, open, started } from '../harness.mjs';

/** A page on another origin that frames the one file by the snippet which the page itself gives for the view. */
async function framed(t, hash) {
  const address = `${await host(t, edition())}sightlines.html`;
  const { page: maker } = await open(t, { address, hash });
  await maker.getByRole('button', { name: 'Share' }).click();
  await maker.getByText('Embed this view in a page').click();
  const snippet = await maker.locator('#embed-code').inputValue();
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-host-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const log = '<script>window.heard = []; addEventListener("message", (event) => heard.push(event.data))</script>';
  writeFileSync(join(dir, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><title>course</title><link rel="icon" href="data:,">${log}<h1>A course</h1>${snippet.replace('loading="lazy"', '')}`);
  const { page, errors } = await open(t, { address: await host(t, dir), wait: false });
  const inner = page.frames()[1];
  assert.equal(await started(inner), 'live');
  return { page, inner, errors, snippet };
}

const height = (page) => page.evaluate(() => document.querySelector('iframe').clientHeight);
const content = (inner) => inner.evaluate(() => Math.ceil(document.getElementById('app').getBoundingClientRect().height));

test('the snippet shows the view, in a frame as high as its content, and settles', async (t) => {
  const { page, inner, errors, snippet } = await framed(t, 'view=compare&by=outlet');
  assert.match(snippet, /view=compare&amp;by=outlet&amp;embed=1"/);
  assert.match(snippet, /sandbox="allow-scripts allow-popups allow-downloads allow-modals"/);
  assert.equal(await inner.locator('table.positions').count(), 1);
  // Letters that come late change the height once more.
  await inner.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  await eventually(async () => [await height(page), await content(inner)], ([frame, content]) => Math.abs(frame - content) <= 1);
  const settled = await height(page);
  await new Promise((later) => setTimeout(later, 600));
  assert.equal(await height(page), settled, 'host and page do not drive each other');
  const heard = await page.evaluate(() => window.heard);
  for (const form of [{ type: 'sightlines:height' }, { subject: 'lti.frameResize' }, { context: 'h5p', action: 'resize' }]) {
    assert.ok(heard.some((message) => Object.entries(form).every(([key, value]) => message[key] === value)), JSON.stringify(form));
  }
  assert.ok(heard.length < 40, `${heard.length} messages`);
  assert.deepEqual(errors, []);
});

test('the frame grows and shrinks with what is shown', async (t) => {
  const { page, inner } = await framed(t, 'view=compare');
  await eventually(async () => (await height(page)) - (await content(inner)), (beyond) => Math.abs(beyond) <= 1);
  const high = await height(page);
  await page.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ type: 'sightlines:view', view: 'q=xyzzyplugh&embed=1' }, '*'));
  await eventually(() => height(page), (now) => now < high);
});

test('a host leads the frame to a view and hears of those that are chosen in it', async (t) => {
  const { page, inner } = await framed(t, 'view=compare');
  const say = (data) => page.evaluate((data) => document.querySelector('iframe').contentWindow.postMessage(data, '*'), data);
  await say({ type: 'sightlines:view', view: 'q=treaty&embed=1' });
  await eventually(() => inner.locator('#search').inputValue(), 'treaty');
  const views = () => page.evaluate(() => window.heard.filter(({ type }) => type === 'sightlines:view').map(({ view }) => view));
  await eventually(views, (views) => views.at(-1) === 'q=treaty&embed=1');
  await inner.getByRole('link', { name: 'About' }).click();
  await eventually(views, (views) => views.at(-1).startsWith('view=about'));
});

test('what a host says is read as an address is, and anything else is left alone', async (t) => {
  const { page, inner, errors } = await framed(t, 'view=compare');
  const say = (data) => page.evaluate((data) => document.querySelector('iframe').contentWindow.postMessage(data, '*'), data);
  for (const data of [null, 5, 'view=about', { type: 'sightlines:view' }, { type: 'sightlines:view', view: 7 }, { type: 'other', view: 'view=about' }, ['sightlines:view']]) await say(data);
  await say({ type: 'sightlines:view', view: 'view=compare&outlet=<img src=x onerror=window.ran=1>&embed=1' });
  await eventually(() => inner.locator('.notices').count(), 1);
  assert.equal(await inner.evaluate(() => window.ran), undefined);
  assert.equal(await inner.locator('table.positions').count(), 1);
  assert.deepEqual(errors, []);
});

test('a frame leads to the page in its own tab', async (t) => {
  const { inner } = await framed(t, 'view=compare&by=year');
  const link = inner.locator('a').nth(1);
  assert.equal(await link.innerText(), 'Open in its own tab');
  assert.match(await link.getAttribute('href'), /#view=compare&by=year$/);
});
