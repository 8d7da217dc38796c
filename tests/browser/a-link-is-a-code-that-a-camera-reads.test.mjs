import test from 'node:test';
import assert from 'node:assert/strict';
import jsqr from 'jsqr';
import { edition, eventually, fragment, go, host, open, without } from '../harness.mjs';

const skip = without('invented');
const share = (page) => page.getByRole('region', { name: 'Share this view' });
const link = (page) => page.locator('#share-link').inputValue();
const code = (page) => share(page).getByRole('img', { name: 'QR code of the link' });

async function openCode(page) {
  await page.getByRole('button', { name: 'Share' }).click();
  await share(page).getByText('As a QR code').click();
}

/** What a camera reads from the screen: the code and what surrounds it, in pixels. */
async function read(page) {
  await code(page).waitFor();
  await code(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = await code(page).boundingBox();
  const shot = await page.screenshot({ clip: { x: x - 6, y: y - 6, width: width + 12, height: height + 12 } });
  // The browser has a decoder of pictures; node has none.
  const { width: across, height: down, signs } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    return { width: picture.width, height: picture.height, signs: Array.from(data, (value) => String.fromCharCode(value)).join('') };
  }, shot.toString('base64'));
  // Dark on light only, as the simplest of cameras.
  return jsqr(Uint8ClampedArray.from(Buffer.from(signs, 'latin1')), across, down, { inversionAttempts: 'dontInvert' })?.data;
}

for (const [how, options, hash] of [
  ['in light', {}, 'view=compare&by=outlet'],
  ['in dark', { scheme: 'dark' }, 'view=compare&by=outlet'],
  ['on a narrow page', { size: { width: 320, height: 640 } }, 'view=compare&by=outlet'],
  ['of a query with signs and other letters', {}, `q=${encodeURIComponent('a & b = "c#1" Мир 北')}`],
  ['of the first view, which has no fragment', {}, ''],
]) {
  test(`${how}, the code is exactly the link`, { skip }, async (t) => {
    const { page, requests, errors } = await open(t, { edition: 'invented', hash, ...options });
    await openCode(page);
    const wanted = await link(page);
    assert.match(wanted, /^https:\/\/example\.org\//);
    assert.equal(wanted.split('#')[1] ?? '', await fragment(page));
    assert.equal(await read(page), wanted);
    assert.deepEqual([requests, errors], [[], []]);
  });
}

test('in the dark that the reader chose, too', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: 'view=about' });
  await page.getByRole('button', { name: 'Dark' }).click();
  await openCode(page);
  assert.equal(await read(page), await link(page));
});

test('the code follows the view, and goes when it is folded', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: 'view=about' });
  await openCode(page);
  const before = await read(page);
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await eventually(() => link(page), (now) => now.endsWith('#view=compare'));
  assert.notEqual(await link(page), before);
  assert.equal(await read(page), await link(page));
  await share(page).getByText('As a QR code').click();
  await eventually(() => code(page).count(), 0);
});

test('the link of a path of three stops can be read, and so can the longest that has a code', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', context: { deviceScaleFactor: 2 } });
  const stops = ['view=compare&by=outlet', 'q=pilots', 'view=about'].map((view, at) => `stop=${encodeURIComponent(`${at + 1} ${view} Ask: who is silent?`)}`);
  await go(page, `path=Week%203&${stops.join('&')}&at=1`);
  await openCode(page);
  assert.equal(await read(page), await link(page));
  const room = 650 - 'https://example.org/harbour/#q='.length;
  await go(page, `q=${'x'.repeat(room)}`);
  await eventually(async () => (await link(page)).length, 650);
  assert.equal(await read(page), await link(page));
  await go(page, `q=${'x'.repeat(room + 1)}`);
  await eventually(() => code(page).count(), 0);
  assert.match(await share(page).innerText(), /too long for a code that a camera reads/);
});

test('from a disk, where there is no link, a sentence says what it takes', async (t) => {
  const { page, errors } = await open(t, { hash: 'view=about' });
  await openCode(page);
  await eventually(() => share(page).innerText(), (says) => /needs a link/.test(says));
  assert.match(await link(page), /^#/);
  assert.equal(await code(page).count(), 0);
  assert.deepEqual(errors, []);
});

test('from a host the code is the host’s link', async (t) => {
  const address = await host(t, edition());
  for (const at of [`${address}sightlines.html`, address]) {
    const { page } = await open(t, { address: at, hash: 'view=compare&by=year' });
    await openCode(page);
    assert.equal(await read(page), `${at}#view=compare&by=year`);
  }
});
