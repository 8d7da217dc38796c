import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, edition, eventually, fragment, host, open } from '../harness.mjs';

const share = (page) => page.getByRole('button', { name: 'Share' }).click();

/** A view with several things on. */
async function somewhere(page) {
  const { cells } = await ask(page, 'table', { by: 'outlet' });
  return `view=compare&year=2019&by=outlet&turn=1&cell=${cells[0].column}.${cells[0].issue}`;
}

test('from disk the view’s code is given, and pasting it elsewhere opens the view', async (t) => {
  const first = await open(t);
  const hash = await somewhere(first.page);
  const { page } = await open(t, { hash });
  await share(page);
  assert.equal(await page.locator('#share-link').inputValue(), `#${hash}`);
  assert.match(await page.locator('.share').innerText(), /code/);
  for (const pasted of [`#${hash}`, ` #${hash}\n`, hash, `https://example.org/a/sightlines.html#${hash}`]) {
    const { page: other, errors } = await open(t);
    await share(other);
    await other.getByLabel('Open a view from its code or link').fill(pasted.replace('\n', ''));
    await other.keyboard.press('Enter');
    await eventually(() => fragment(other), hash, pasted);
    assert.equal(await other.locator('.by select').inputValue(), 'outlet');
    await eventually(() => other.locator('.share').count(), 0, 'and the panel gives way');
    assert.deepEqual(errors, []);
    await other.context().close();
  }
});

test('the code follows the view', async (t) => {
  const { page } = await open(t);
  await share(page);
  await page.locator('.facet input').first().click();
  const code = await eventually(() => page.locator('#share-link').inputValue(), (now) => now.startsWith('#author='));
  await eventually(async () => `#${await fragment(page)}`, code);
});

test('what is no code is said to be none, and what it asks for in vain too', async (t) => {
  const { page } = await open(t);
  await share(page);
  const box = page.getByLabel('Open a view from its code or link');
  for (const pasted of ['hello', 'https://example.org/', '']) {
    await box.fill(pasted);
    await box.press('Enter');
    await eventually(() => page.locator('.share > [role=status]').innerText(), (says) => /no view’s code/.test(says), pasted);
    assert.equal(await fragment(page), '');
  }
  await box.fill('#author=smith&view=compare');
  await box.press('Enter');
  assert.match(await page.locator('.notices').innerText(), /smith/);
  await eventually(() => fragment(page), 'view=compare');
});

test('from a host the whole link is given', async (t) => {
  const address = `${await host(t, edition())}sightlines.html`;
  const { page } = await open(t, { address, hash: 'view=compare&by=year' });
  await share(page);
  const link = await page.locator('#share-link').inputValue();
  assert.equal(link, `${address}#view=compare&by=year`);
  const fresh = await open(t, { address: link });
  assert.equal(await fresh.page.locator('.by select').inputValue(), 'year');
});

test('Copy puts it on the clipboard where that is allowed', async (t) => {
  const address = `${await host(t, edition())}sightlines.html`;
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page } = await open(t, { address, hash: 'view=about', context });
  await share(page);
  await page.getByRole('button', { name: 'Copy' }).click();
  await eventually(() => page.locator('.share > [role=status]').innerText(), 'Copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${address}#view=about`);
});

for (const [how, refuse] of [
  ['there is no clipboard', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
  ['the clipboard refuses', () => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }],
]) {
  test(`where ${how}, the link can be taken by hand`, async (t) => {
    const { page, errors } = await open(t, { before: (page) => page.addInitScript(refuse), hash: 'view=about' });
    await share(page);
    await page.getByRole('button', { name: 'Copy' }).click();
    await eventually(() => page.locator('.share > [role=status]').innerText(), (now) => /from the box/.test(now));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'share-link');
    assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), '#view=about');
    assert.deepEqual(errors, []);
  });
}
