import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { edition, eventually, hosting, oneFile, open, setOpen, started, without, written } from '../harness.mjs';

const corpusOf = (page) => page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));

/** What the head says to search engines and chat programs: each name with all that is said under it. */
const said = (page) => page.evaluate(() => {
  const elements = [...document.querySelectorAll('link[rel=canonical], meta[property]')];
  const all = elements.map((one) => [one.getAttribute('property') ?? 'canonical', one.content ?? one.href]);
  return all.reduce((said, [name, value]) => ({ ...said, [name]: [...said[name] ?? [], value] }), {});
});

for (const name of ['digest', 'full', 'invented']) {
  test(`${name} edition: the hosted page says what a shared link shows where the corpus has an address, else nothing`, { skip: without(name) }, async (t) => {
    const { address, asked } = await hosting(t, edition(name));
    const { page, requests, errors } = await open(t, { edition: name, address });
    const { title, description, horizon, public_url: own } = await corpusOf(page);
    const head = await said(page);
    if (!own) {
      assert.deepEqual(head, {});
    } else {
      const { 'og:image': image = [], ...words } = head;
      assert.deepEqual(words, {
        canonical: [own], 'og:url': [own], 'og:title': [title], 'og:description': [`${description} ${horizon}.`],
        'og:type': ['website'], 'og:site_name': ['Sightlines'],
      });
      // The picture lies beside the page, or none is named.
      assert.deepEqual(image, existsSync(join(edition(name), 'preview.png')) ? [new URL('preview.png', own).href] : []);
      if (image.length) assert.equal(readFileSync(join(edition(name), 'preview.png')).subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
    }
    assert.equal(await page.locator('meta[name=description]').getAttribute('content'), description);
    // It is told, and nobody asks there: nor for the picture, nor for an icon.
    assert.deepEqual(requests.filter((one) => !one.startsWith(address)), []);
    assert.ok(!asked.some((one) => /preview\.png|favicon\.ico/.test(one)), `${asked}`);
    assert.deepEqual(errors, []);
  });

  test(`${name} edition: both pages have their icon with them, and the one file names no other file`, { skip: without(name) }, async (t) => {
    const { address, asked } = await hosting(t, edition(name));
    for (const file of ['', 'sightlines.html']) {
      const { page } = await open(t, { address: address + file });
      const icons = await page.locator('link[rel~=icon]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      assert.equal(icons.length, 1);
      assert.match(icons[0], /^data:image\/svg\+xml,/);
      const drawn = await page.evaluate((source) => new Promise((told) => {
        const image = new Image();
        image.onload = () => told(image.naturalWidth > 0);
        image.onerror = () => told(false);
        image.src = source;
      }), icons[0]);
      assert.ok(drawn, 'it is a picture');
      if (file) {
        assert.equal(await page.locator('link:not([href^="data:"]), script[src], meta[property], [src]:not([src^="data:"])').count(), 0);
      }
    }
    assert.ok(!asked.some((one) => one.includes('favicon')), `${asked}`);
  });
}

/** Where the page is opened; gives the page or the frame that it is in. */
const places = {
  'from a disk': async (t) => (await open(t, { edition: 'invented', before: keeping })).page,
  'over http': async (t) => (await open(t, { address: `${(await hosting(t, edition('invented'))).address}sightlines.html`, before: keeping })).page,
  'hosted, with its files beside it': async (t) => (await open(t, { address: (await hosting(t, edition('invented'))).address, before: keeping })).page,
  'in a sandboxed frame': async (t) => {
    const frame = `<iframe sandbox="allow-scripts" width="1000" height="700" src="${pathToFileURL(oneFile('invented')).href}"></iframe>`;
    const { page } = await open(t, { address: written(t, `<!DOCTYPE html><meta charset="utf-8">${frame}`), wait: false, before: keeping });
    await eventually(async () => page.frames().length, 2);
    await started(page.frames()[1]);
    return page.frames()[1];
  },
  'in a frame of another origin': async (t) => {
    const { address } = await hosting(t, edition('invented'));
    const course = written(t, `<!DOCTYPE html><meta charset="utf-8"><iframe width="1000" height="700" src="${address}"></iframe>`);
    const { page } = await open(t, { address: course, wait: false, before: keeping });
    await eventually(async () => page.frames().length, 2);
    await started(page.frames()[1]);
    return page.frames()[1];
  },
};

/** Leads the page to a view as a script does, and waits until that is drawn. */
const lead = (page, view) => page.evaluate((view) => new Promise((drawn) => {
  window.sightlines.view = view;
  requestAnimationFrame(() => requestAnimationFrame(drawn));
}), view);

/** Keeps what the page would hand to the browser as a file. */
const keeping = (page) => page.addInitScript(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (given) => make(window.handed = given);
  HTMLAnchorElement.prototype.click = () => {};
});

for (const [place, at] of Object.entries(places)) {
  test(`${place}: links, frames, handouts and files begin with the corpus’s address`, { skip: without('invented') }, async (t) => {
    const page = await at(t);
    const { public_url: own } = await corpusOf(page);
    assert.match(own, /^https:/, 'it has one');
    const hash = 'view=compare&by=author';
    await lead(page, hash);
    await page.getByRole('button', { name: 'Share' }).click();
    assert.equal(await page.locator('#share-link').inputValue(), `${own}#${hash}`);
    assert.match(await page.locator('label[for=share-link]').innerText(), /^A link/);
    const frame = (await page.locator('#embed-code').inputValue()).split('"')[1];
    assert.ok(frame.startsWith(own), frame);
    await page.locator('.share').getByRole('button', { name: 'Close' }).click();

    await setOpen(page.locator('details.export'));
    for (const thing of ['Positions', 'Contrasts', 'Table']) {
      await page.getByRole('button', { name: `${thing} as JSON`, exact: true }).click();
      const told = JSON.parse(await page.evaluate(() => window.handed.text()));
      const links = (told[thing.toLowerCase()] ?? told.positions).map(({ link }) => link);
      assert.ok(links.length > 0, thing);
      for (const link of links) assert.ok(link.startsWith(`${own}#view=`), `${thing}: ${link}`);
      await page.getByRole('button', { name: `${thing} as Markdown`, exact: true }).click();
      const text = await page.evaluate(() => window.handed.text());
      // A sign that Markdown would take for its own is escaped.
      assert.equal(text.replaceAll('\\#', '#').split(`${own}#view=`).length - 1, links.length, `${thing} as Markdown`);
    }

    await lead(page, '');
    await page.getByRole('button', { name: 'Share' }).click();
    assert.equal(await page.locator('#share-link').inputValue(), own, 'of no view in particular, the address itself');
    await lead(page, 'view=seminar&sheet=matrix');
    await eventually(() => page.locator('.handout .address').innerText(), (address) => address.startsWith(`${own}#view=seminar`));
    await lead(page, `${hash}&embed=1`);
    await eventually(() => page.locator('.own-tab').getAttribute('href'), `${own}#${hash}`);
  });
}

/** A page of a course around the code of a frame. Gives the frame. */
async function course(t, code) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-course-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>course</title>${code}`);
  const { page } = await open(t, { address: (await hosting(t, dir)).address, wait: false });
  await eventually(async () => page.frames().length, 2);
  return page.frames()[1];
}

for (const [where, code] of Object.entries({
  'that Share gives': async (t) => {
    const { page } = await open(t, { edition: 'invented', hash: 'view=compare' });
    await page.getByRole('button', { name: 'Share' }).click();
    return page.locator('#embed-code').inputValue();
  },
  'in embed.html': async (t) => {
    // Without the frame at work, which would ask that address.
    const text = readFileSync(join(edition('invented'), 'embed.html'), 'utf8').replace(/<h2>.*<\/body>/s, '</body>');
    const { page } = await open(t, { address: written(t, text), wait: false });
    return page.locator('textarea').inputValue();
  },
})) {
  test(`the code of a frame ${where} shows the view where the folder is at that address`, { skip: without('invented') }, async (t) => {
    const { page } = await open(t, { edition: 'invented' });
    const { public_url: own } = await corpusOf(page);
    const { address } = await hosting(t, edition('invented'));
    const text = await code(t);
    assert.ok(text.includes(own));
    const frame = await course(t, text.replaceAll(own, address));
    const state = await started(frame);
    assert.equal(state, 'live', state === 'failed' && await frame.locator('#failure-says').innerText());
    await frame.locator('table').first().waitFor();
  });
}
