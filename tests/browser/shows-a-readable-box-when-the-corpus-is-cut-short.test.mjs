import test from 'node:test';
import assert from 'node:assert/strict';
import { altered, open } from '../harness.mjs';
import { packed } from '../island.mjs';

const island = '<script type="application/octet-stream" id="corpus">';
const program = '<script type="application/octet-stream" id="program">';

async function box(t, change, says) {
  const { page } = await open(t, { address: altered(t, change) });
  assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'failed');
  assert.match(await page.locator('#failure-says').innerText(), says);
  assert.ok(await page.locator('#plain article h3').first().isVisible());
}

/** The page cut off some way after `mark`. */
const cut = (mark, by) => (page) => page.slice(0, page.indexOf(mark) + mark.length + by);

test('a corpus with a piece missing is said to be damaged', (t) =>
  box(t, (page) => {
    const from = page.indexOf(island) + island.length;
    const to = page.indexOf('</script>', from);
    return page.slice(0, from + Math.floor((to - from) / 2)) + page.slice(to);
  }, /the corpus in it cannot be unpacked/));

test('an empty corpus is said to be damaged', (t) =>
  box(t, (page) => page.replace(new RegExp(`(${island}).*?(</script>)`, 's'), '$1$2'), /the corpus in it cannot be unpacked/));

test('a corpus that is something else is said to be damaged', (t) =>
  box(t, (page) => page.replace(new RegExp(`(${island}).*?(</script>)`, 's'), (_, before, after) => before + packed('[1, 2]') + after), /the corpus in it is cut short or altered.*\w/));

test('a download that ended within the corpus is said to be incomplete', (t) => box(t, cut(island, 2000), /incomplete/));

test('a download that ended within the program is said to be damaged', (t) => box(t, cut(program, 5000), /cannot be unpacked/));

test('a download that ended within the plain articles is said to be incomplete', (t) =>
  box(t, cut('<div id="plain"', 2000), /incomplete/));

test('a corpus that is no JSON is said to be damaged', (t) =>
  box(t, (page) => page.replace(new RegExp(`(${island}).*?(</script>)`, 's'), (_, before, after) => before + packed('{"id": "x') + after), /the corpus in it is cut short/));
