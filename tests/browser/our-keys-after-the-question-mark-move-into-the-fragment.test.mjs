import test from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { edition, eventually, fragment, host, oneFile, open } from '../harness.mjs';

const places = {
  'from disk': async () => pathToFileURL(oneFile()).href,
  'from a host': async (t) => `${await host(t, edition())}sightlines.html`,
};

for (const [where, place] of Object.entries(places)) {
  test(`${where}: our keys move and others stay where they are`, async (t) => {
    const address = `${await place(t)}?lti=7&view=compare&utm_source=a%20b&by=outlet`;
    const { page, errors } = await open(t, { address });
    assert.equal(await page.evaluate(() => location.search), '?lti=7&utm_source=a%20b');
    assert.equal(await fragment(page), 'view=compare&by=outlet');
    assert.equal(await page.locator('.by select').inputValue(), 'outlet');
    assert.equal(await page.locator('.notices').count(), 0, 'others are not our business');
    await page.reload();
    await page.locator('.by select').waitFor();
    assert.equal(await page.locator('.by select').inputValue(), 'outlet');
    assert.deepEqual(errors.filter((error) => !error.includes('404')), []);
  });

  test(`${where}: what stands in the fragment already is kept`, async (t) => {
    const { page } = await open(t, { address: `${await place(t)}?by=year`, hash: 'view=compare&turn=1' });
    assert.equal(await page.evaluate(() => location.search), '');
    assert.equal(await fragment(page), 'view=compare&by=year&turn=1');
  });

  test(`${where}: others alone change nothing and stay through a choice`, async (t) => {
    const { page } = await open(t, { address: `${await place(t)}?lti=7` });
    await page.locator('.facet input').first().click();
    await eventually(() => fragment(page), (now) => now.startsWith('author='));
    assert.equal(await page.evaluate(() => location.search), '?lti=7');
  });
}
