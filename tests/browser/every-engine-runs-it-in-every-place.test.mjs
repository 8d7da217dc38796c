import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENGINES, engine, lacks, patient } from '../engines.mjs';
import { edition, host, oneFile, source } from '../harness.mjs';

// Each engine, each place: from a disk, over http, in a frame of another origin, in a sandboxed frame, in a `srcdoc` frame. In each a
// reader starts, searches, filters, opens a cell, follows an address, goes back and forward; and nothing is asked for.

/**
 * A course page that holds a frame, hosted, as course pages are: around a sandboxed frame in a page from a disk, Firefox keeps the frame's
 * steps out of the reader's Back, whatever the frame shows. Gives its address; two hosts differ in their ports, and so in their origins.
 */
function framing(t, frame) {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-place-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><title>course</title><h1>A course</h1>${frame}`);
  return host(t, dir);
}

const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const places = {
  'from a disk': async () => ({ address: pathToFileURL(oneFile()).href }),
  'over http': async (t) => ({ address: `${await host(t, edition())}sightlines.html` }),
  'hosted, with its files beside it': async (t) => ({ address: await host(t, edition()), hosted: true }),
  'in a frame of another origin': async (t) => ({
    address: await framing(t, `<iframe src="${await host(t, edition())}sightlines.html" width="1000" height="700"></iframe>`),
    frame: 0,
  }),
  'in a sandboxed frame': async (t) => ({
    address: await framing(t, `<iframe sandbox="allow-scripts" src="${await host(t, edition())}sightlines.html" width="1000" height="700"></iframe>`),
    frame: 0,
  }),
  'in a srcdoc frame': async (t) => ({
    address: await framing(t, `<iframe sandbox="allow-scripts" srcdoc="${attribute(source())}" width="1000" height="700"></iframe>`),
    frame: 0,
  }),
};

/** What a reader does, as scripts in the page that hand on what they saw. First to a filter. */
async function begins(until) {
  const seen = {};
  const started = Math.round(performance.now());
  const all = (selector) => [...document.querySelectorAll(selector)];
  const hits = () => all('article.hit').length;
  const corpus = await window.sightlines.corpus();

  // A query: the first word of a paragraph that only one article has.
  await until(() => hits() === corpus.articles.length, 'every article is listed');
  const box = document.getElementById('search');
  const search = (q) => {
    box.value = q;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  };
  search('treaty');
  const told = await window.sightlines.search({ q: 'treaty' });
  seen.query = (await until(() => all('.passage').length > 0 && hits(), 'a query is answered')) === told.total;
  seen.micros = told.micros;
  search('');

  // A filter.
  await until(() => hits() === corpus.articles.length, 'the query is off');
  const facet = document.querySelector('.facet input');
  facet.click();
  const { value, count } = (await window.sightlines.search({})).facets.author[0];
  seen.filter = (await until(() => hits() < corpus.articles.length && hits(), 'a filter narrows')) === count;
  await until(() => window.sightlines.view === `author=${value}`, 'the filter is in the view');
  window.reading = { until, seen, started, all, hits, corpus, filtered: `author=${value}`, count };
}

/** The reader's Back is the browser's, which is not the frame's. */
async function isBack() {
  const { until, hits, corpus } = window.reading;
  await until(() => hits() === corpus.articles.length && !window.sightlines.view, 'back takes the filter off');
}

/** And forward; then to the table and to an article. Gives what was seen. */
async function goesOn() {
  const { until, seen, started, all, hits, corpus, filtered, count } = window.reading;
  seen.history = Boolean(await until(() => window.sightlines.view === filtered && hits() === count, 'forward puts it on'));

  // An address, as a link in the page gives it, and a cell of the table.
  window.sightlines.view = 'view=compare&by=outlet';
  await until(() => all('a.cell').length > 0, 'the table is drawn');
  const from = performance.now();
  const { cells } = await window.sightlines.table({ by: 'outlet' });
  seen.table = Math.round((performance.now() - from) * 10) / 10;
  const opened = cells.find(({ positions }) => positions.length > 1);
  document.getElementById(`cell-${opened.column}-${opened.issue}`).click();
  const panel = await until(() => document.getElementById('evidence'), 'a cell opens');
  seen.cell = panel.querySelectorAll(':scope > ol > li, ol > li.position').length === opened.positions.length;
  location.hash = 'view=read&article=' + corpus.articles[0].id;
  seen.address = Boolean(await until(() => all('section.para').length > 0, 'an address is followed'));
  seen.asked = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name));
  return { ...seen, started };
}

for (const name of ENGINES) {
  test(`${name} runs it in every place`, { skip: lacks(name), timeout: 240_000 }, async (t) => {
    const { open, version } = await engine(t, name);
    t.diagnostic(version);
    for (const [place, prepared] of Object.entries(places)) {
      await t.test(place, async (t) => {
        const { address, frame, hosted } = await prepared(t);
        const page = await open(address);
        await page.inside(patient(begins), frame);
        await page.inside('history.back()');
        await page.inside(`(${isBack})()`, frame);
        await page.inside('history.forward()');
        const { started, micros, table, asked, ...seen } = await page.inside(`(${goesOn})()`, frame);
        t.diagnostic(`${name} ${place}: started after ${started} ms, a query ${micros} µs, the table ${table} ms`);
        assert.deepEqual(seen, { query: true, filter: true, history: true, cell: true, address: true });
        if (hosted) {
          const own = new URL(address).origin;
          assert.deepEqual(asked.filter((url) => new URL(url).origin !== own), [], 'only its own files');
        } else {
          assert.deepEqual(asked, [], 'nothing is asked for');
        }
      });
    }
  });
}
