import test from 'node:test';
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENGINES, engine, lacks, patient } from '../engines.mjs';
import { packed, unpacked } from '../island.mjs';
import { altered, ask, edition, eventually, fragment, host, oneFile, open, started, without } from '../harness.mjs';

const share = (page) => page.getByRole('region', { name: 'Share this view' });
const odd = 'q=a%20%26%20%22b%22%20%3Ci%3E%20%D0%9C%D0%B8%D1%80';

async function openCode(page) {
  await page.getByRole('button', { name: 'Share' }).click();
  await share(page).getByText('Embed this view in a page').click();
  return share(page).getByLabel('The code of the frame').inputValue();
}

/** What a browser makes of the code: the elements, each with its attributes. */
const parsed = (page, code) => page.evaluate((code) => [...new DOMParser().parseFromString(code, 'text/html').querySelectorAll('head *, body *')]
  .map((element) => ({ tag: element.localName, ...Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])) })), code);

/** A folder that is gone after the test. */
function folder(t) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-frame-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const course = (code) => `<!DOCTYPE html><meta charset="utf-8"><title>course</title><link rel="icon" href="data:,"><h1>A course</h1>${code}`;

for (const hash of ['', 'view=compare&by=outlet', odd, `view=about&path=x&stop=${encodeURIComponent('1 view=about look & see')}&at=1`]) {
  test(`the code is one frame and one script, for #${hash.slice(0, 30)}`, { skip: without('invented') }, async (t) => {
    const { page } = await open(t, { edition: 'invented', hash });
    const [frame, script, ...more] = await parsed(page, await openCode(page));
    const { title } = await ask(page, 'corpus');
    const { src, ...rest } = frame;
    assert.deepEqual(rest, {
      tag: 'iframe', title, sandbox: 'allow-scripts allow-popups allow-downloads allow-modals', allow: 'clipboard-write; fullscreen',
      loading: 'lazy', width: '100%', height: '720',
    });
    assert.deepEqual([script, more], [{ tag: 'script' }, []]);
    const [base, view] = src.split('#');
    assert.match(base, /^https:\/\/example\.org\/harbour\/(sightlines\.html)?$/);
    // Keys have an order, in which `embed` is before the path's.
    const pairs = view.split('&');
    assert.ok(pairs.includes('embed=1'));
    assert.deepEqual(pairs.filter((pair) => pair !== 'embed=1'), hash.split('&').filter(Boolean));
    const { page: there } = await open(t, { edition: 'invented', hash: view });
    assert.equal(await fragment(there), view, 'and is the view’s one address');
    assert.ok(await there.locator('.page.embed').count());
    // A frame is no first visit.
    await page.locator('.first').evaluateAll((all) => all.forEach((first) => first.remove()));
    const words = async (of) => (await of.locator('main').innerText()).replace(/\n+/g, '\n');
    assert.equal(await words(there), await words(page));
  });
}

test('a title that could end an attribute does not', async (t) => {
  const title = 'Q&A "quoted" <b>\'x\'</b>';
  const address = altered(t, (text) => {
    const corpus = JSON.parse(unpacked(text, 'corpus'));
    return text.replace(/(id="corpus">)[^<]*/, (_, start) => start + packed(JSON.stringify({ ...corpus, title })));
  });
  const { page } = await open(t, { address, hash: 'view=about' });
  assert.equal((await ask(page, 'corpus')).title, title);
  const elements = await parsed(page, await openCode(page));
  assert.deepEqual(elements.map(({ tag }) => tag), ['iframe', 'script']);
  assert.equal(elements[0].title, title);
});

test('the code follows the view, and Copy gives it', async (t) => {
  const address = `${await host(t, edition())}sightlines.html`;
  const { page } = await open(t, { address, hash: 'view=about', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await openCode(page);
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  const code = () => share(page).getByLabel('The code of the frame').inputValue();
  await eventually(code, (now) => now.includes(`${address}#view=compare&amp;embed=1`));
  await share(page).getByRole('button', { name: 'Copy the code' }).click();
  await eventually(() => share(page).locator('.embedding [role=status]').innerText(), 'Copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code());
});

/** That a page which holds the code shows the view, as high as it is. */
async function shows(page, view) {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await eventually(() => page.frames().length, (count) => count > 1);
  const inner = page.frames()[1];
  assert.equal(await started(inner), 'live');
  assert.equal(await inner.evaluate(() => window.sightlines.view), view);
  const high = async () => [
    await page.evaluate(() => document.querySelector('iframe').clientHeight),
    await inner.evaluate(() => Math.ceil(document.getElementById('app').getBoundingClientRect().height)),
  ];
  await eventually(high, ([frame, content]) => Math.abs(frame - content) <= 1 && frame !== 720, 'the height is told');
}

test('the code from a disk, pasted into a page beside the file, shows the view: on the disk and on a host', async (t) => {
  const { page: maker } = await open(t, { hash: 'view=compare&by=outlet' });
  const dir = folder(t);
  writeFileSync(join(dir, 'index.html'), course(await openCode(maker)));
  copyFileSync(oneFile(), join(dir, 'sightlines.html'));
  for (const address of [await host(t, dir), pathToFileURL(join(dir, 'index.html')).href]) {
    const { page, errors } = await open(t, { address, wait: false });
    await shows(page, 'view=compare&by=outlet&embed=1');
    assert.deepEqual(errors, []);
  }
});

test('the code from a host, pasted into a page of another origin, shows the view', async (t) => {
  const address = `${await host(t, edition())}sightlines.html`;
  const { page: maker } = await open(t, { address, hash: `${odd}&view=words` });
  const dir = folder(t);
  writeFileSync(join(dir, 'index.html'), course(await openCode(maker)));
  const { page, errors } = await open(t, { address: await host(t, dir), wait: false });
  await shows(page, `view=words&${odd}&embed=1`);
  assert.deepEqual(errors, []);
});

test('of two frames each gets the height of its own', async (t) => {
  const { page: maker } = await open(t, { hash: 'view=compare' });
  const code = await openCode(maker);
  const dir = folder(t);
  const eager = code.replace('loading="lazy"', '');
  writeFileSync(join(dir, 'index.html'), course(eager + eager.replace('#view=compare', '#q=xyzzyplugh')));
  copyFileSync(oneFile(), join(dir, 'sightlines.html'));
  const { page } = await open(t, { address: await host(t, dir), wait: false });
  await eventually(() => page.frames().length, 3);
  const high = () => page.evaluate(() => [...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight));
  for (const [nth, frame] of page.frames().slice(1).entries()) {
    // A browser lays out a frame of another origin only where it is in view.
    await page.locator('iframe').nth(nth).scrollIntoViewIfNeeded();
    assert.equal(await started(frame), 'live');
    await eventually(high, (heights) => heights[nth] !== 720);
  }
  await eventually(high, ([table, nothing]) => table !== 720 && nothing !== 720 && table !== nothing);
});

const inPreview = async (page) => {
  await eventually(() => page.frames().length, (count) => count > 1, 'there is a preview');
  // A browser draws no frame that is out of sight, and so neither starts it in time nor learns its height.
  await preview(page).evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
  const inner = page.frames()[1];
  assert.equal(await started(inner), 'live');
  return inner;
};
const preview = (page) => share(page).getByTitle('Preview of the frame');

/** The page hears of what is done in its frame, and could answer: once a message has gone there and back, it has. */
async function heard(page, inner) {
  await page.evaluate(() => addEventListener('message', ({ data, source }) => { if (data === 'there') source.postMessage('back', '*'); }));
  await inner.evaluate(() => new Promise((heard) => {
    addEventListener('message', ({ data }) => { if (data === 'back') heard(); });
    parent.postMessage('there', '*');
  }));
}

for (const [name, scheme] of [['digest', 'light'], ['invented', 'dark'], ['full', 'light']]) {
  test(`${name}: the preview lives in a frame of its own, and shows the view without a request`, { skip: without(name) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition: name, hash: 'view=compare&by=outlet', scheme });
    await openCode(page);
    const inner = await inPreview(page);
    await eventually(() => inner.evaluate(() => window.sightlines.view), 'view=compare&by=outlet&embed=1');
    assert.equal(await inner.locator('table.positions').count(), await page.locator('table.positions').count());
    const content = async () => Math.ceil((await inner.locator('#app').boundingBox()).height);
    const high = async () => [Number(await preview(page).getAttribute('height')), await content()];
    await eventually(high, ([frame, content]) => frame === Math.min(Math.max(content, 200), 600), 'the height is told');
    assert.equal(await preview(page).getAttribute('sandbox'), 'allow-scripts');
    assert.ok(!(await inner.evaluate(() => document.documentElement.outerHTML.includes('id="share-link"'))), 'it opens without the panel');
    // It is the reader's: what they press there leads the preview, and not the page.
    await inner.getByRole('link', { name: 'About', exact: true }).click();
    await eventually(() => inner.evaluate(() => window.sightlines.view), (now) => now.startsWith('view=about'));
    await heard(page, inner);
    assert.equal(await fragment(page), 'view=compare&by=outlet');
    assert.deepEqual([requests, errors], [[], []]);
    // Folded, it goes.
    await share(page).getByText('Embed this view in a page').click();
    await eventually(() => preview(page).count(), 0);
  });
}

/** The page at its table with the code of the frame open, and what the preview shows of it. */
async function previewed(t) {
  const { page } = await open(t, { hash: 'view=compare' });
  await openCode(page);
  const inner = await inPreview(page);
  await eventually(() => inner.evaluate(() => window.sightlines.view), 'view=compare&embed=1');
  return { page, inner };
}

test('the preview follows the view, as the code does', async (t) => {
  const { page, inner } = await previewed(t);
  await page.getByRole('link', { name: 'About', exact: true }).click();
  await eventually(() => share(page).getByLabel('The code of the frame').inputValue(), (code) => code.includes('#view=about'));
  await eventually(() => inner.evaluate(() => window.sightlines.view), 'view=about&embed=1');
});

test('what a reader chooses in the preview stays, also after the page’s view has changed', async (t) => {
  const { page, inner } = await previewed(t);
  await page.getByRole('link', { name: 'About', exact: true }).click();
  await eventually(() => fragment(page), 'view=about');
  await inner.getByRole('link', { name: 'Words', exact: true }).click();
  await eventually(() => inner.evaluate(() => window.sightlines.view), (now) => now.startsWith('view=words'));
  await heard(page, inner);
  assert.match(await inner.evaluate(() => window.sightlines.view), /^view=words/);
});

test('the preview is of the page as it was opened, whatever was done to it', async (t) => {
  const { page, errors } = await open(t, { hash: 'view=about' });
  await page.getByRole('button', { name: 'Dark' }).click();
  await openCode(page);
  const inner = await inPreview(page);
  assert.equal(await inner.locator('#app > .page').count(), 1, 'one page, drawn once');
  assert.deepEqual(await ask(inner, 'corpus'), await ask(page, 'corpus'));
  assert.deepEqual(errors, []);
});

test('in a hosted copy it says why there is no preview', async (t) => {
  const { page, errors } = await open(t, { address: await host(t, edition()), hash: 'view=about' });
  await openCode(page);
  await eventually(() => share(page).innerText(), (says) => /preview in sightlines\.html, and not within a frame/.test(says));
  assert.equal(await preview(page).count(), 0);
  assert.deepEqual(errors, []);
});

test('within a frame, also that of the preview, it says why there is no preview', async (t) => {
  const { page } = await open(t, { hash: 'view=about' });
  await openCode(page);
  const inner = await inPreview(page);
  await openCode(inner);
  await eventually(() => share(inner).innerText(), (says) => /preview in sightlines\.html, and not within a frame/.test(says));
  assert.equal(await preview(inner).count(), 0);
});

test('the code that a hosted copy gives shows the view, too', async (t) => {
  const address = await host(t, edition());
  const { page: maker } = await open(t, { address, hash: 'view=compare&by=outlet' });
  const dir = folder(t);
  writeFileSync(join(dir, 'index.html'), course(await openCode(maker)));
  // A sandboxed frame has no origin: what it fetches from its own host, that host must allow, as few do.
  const { page, errors } = await open(t, { address: await host(t, dir), wait: false });
  await shows(page, 'view=compare&by=outlet&embed=1');
  assert.deepEqual(errors, []);
});

test('the code that names the corpus’ public address shows the view where that is an ordinary host', { skip: without('invented') }, async (t) => {
  const { page: maker } = await open(t, { edition: 'invented', hash: 'view=compare&by=outlet' });
  const there = await host(t, edition('invented'));
  const dir = folder(t);
  writeFileSync(join(dir, 'index.html'), course((await openCode(maker)).replace('https://example.org/harbour/', there)));
  const { page, errors } = await open(t, { address: await host(t, dir), wait: false });
  await shows(page, 'view=compare&by=outlet&embed=1');
  assert.deepEqual(errors, []);
});

for (const name of ENGINES) {
  test(`${name} shows the preview`, { skip: lacks(name), timeout: 120_000 }, async (t) => {
    const page = await (await engine(t, name)).open(`${pathToFileURL(oneFile()).href}#view=compare&by=outlet`);
    const heading = await page.inside(patient(async (until) => {
      document.getElementById('share-button').click();
      await until(() => document.querySelector('.embedding'));
      document.querySelector('.embedding').open = true;
      await until(() => document.querySelector('.preview'));
      // A browser lays out such a frame only where it is in view.
      document.querySelector('.preview').scrollIntoView();
      await until(() => document.querySelector('.preview').height !== '420');
      return document.querySelector('main h1').textContent;
    }, 800));
    const seen = await page.inside(`(${async () => {
      const head = () => document.querySelector('main h1')?.textContent;
      for (let left = 400; left > 0 && !window.sightlines.view; left--) await new Promise((later) => setTimeout(later, 25));
      await new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); });
      return [document.documentElement.classList.contains('live'), window.sightlines.view, head()];
    }})()`, 0);
    assert.deepEqual(seen, [true, 'view=compare&by=outlet&embed=1', heading]);
  });
}
