import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { altered, ask, eventually, open, shot } from '../harness.mjs';

// Whatever keeps the program from running, a reader has the articles and the positions, styled, and a line that says why there is
// no more.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
/** The page with another start script: what a browser cannot parse, it runs nothing of. */
const unparsed = (page) => {
  const text = page.replace(policy, '');
  const later = text.replace("'use strict';", "'use strict'; a tongue of later browsers;");
  assert.notEqual(later, text);
  return later;
};

/** The page as a host, or a browser that knows no hashes, may refuse to run any script of it. */
const refused = (page) => page.replace(/script-src [^;]*;/, "script-src 'none';");

/** What keeps it from running, as settings of `open`, and what the line must say of it. */
const without = {
  'scripts are off': [() => ({ context: { javaScriptEnabled: false }, wait: false }), /scripts/],
  'there is no WebAssembly': [() => ({ before: (page) => page.addInitScript(() => delete globalThis.WebAssembly) }), /WebAssembly/],
  'WebAssembly is refused': [(t) => ({ address: altered(t, (page) => page.replace(" 'wasm-unsafe-eval'", '')) }), /refuses/],
  'nothing can be unpacked': [() => ({ before: (page) => page.addInitScript(() => delete globalThis.DecompressionStream) }), /too old/],
  'the program is cut short': [(t) => ({ address: altered(t, (page) => page.slice(0, page.indexOf('id="program">') + 5000)) }), /cannot be unpacked/],
  'the browser cannot read the start script': [(t) => ({ address: altered(t, unparsed), wait: false }), /search/i],
  'the policy refuses every script': [(t) => ({ address: altered(t, refused), wait: false }), /search/i],
};

/** What stands there beside the plain articles: the words that are seen of it. */
const line = (page) => page.locator('body > *:not(#plain, #app, script)').filter({ visible: true }).allInnerTexts().then((all) => all.join(' ').trim());

for (const [what, [how, says]] of Object.entries(without)) {
  test(`where ${what}, a line says so`, async (t) => {
    const { page } = await open(t, how(t));
    await eventually(() => line(page), (now) => says.test(now), 'what is missing and why');
    assert.match(await line(page), /stand below/);
    const above = page.locator('body > *:not(#plain, #app, script)').filter({ visible: true }).first();
    assert.ok((await above.boundingBox()).y < (await page.locator('#plain h1').boundingBox()).y, 'it stands above');
  });

  for (const [scheme, width] of [['dark', 360], ['light', 360], ['light', 1280]]) {
    test(`where ${what}, articles and positions stand styled at ${width} pixels, ${scheme}`, async (t) => {
      const { page } = await open(t, { ...how(t), scheme, size: { width, height: 740 } });
      await page.locator('#plain table').last().waitFor();
      const seen = await page.evaluate(() => {
        const { backgroundColor, color, fontFamily, marginTop } = getComputedStyle(document.body);
        const table = [...document.querySelectorAll('#plain table')].find((table) => table.rows.length > 2);
        const words = [...document.querySelectorAll('#plain p, #plain td')].filter((element) => element.textContent.length > 40);
        return {
          background: backgroundColor, ink: color, font: fontFamily, margin: marginTop,
          wide: document.documentElement.scrollWidth - innerWidth,
          cell: getComputedStyle(table.rows[1].cells[1]).borderTopStyle,
          small: words.filter((element) => parseFloat(getComputedStyle(element).fontSize) < 12).length,
          app: document.getElementById('app').innerText.trim(),
        };
      });
      const bright = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) > 384;
      assert.equal(bright(seen.background), scheme === 'light', 'the ground is of its scheme');
      assert.equal(bright(seen.ink), scheme === 'dark', 'and so are the letters');
      assert.match(seen.font, /Inter/);
      assert.deepEqual([seen.margin, seen.cell, seen.small, seen.app], ['0px', 'solid', 0, '']);
      assert.ok(seen.wide <= 0, `nothing goes beyond the window: ${seen.wide}`);
      await shot(page, `plain-${what.replaceAll(' ', '-')}-${scheme}-${width}`);
    });
  }
}

test('every position is a row of its question’s table, in order, and says what the program says of it', async (t) => {
  const { articles, issues, actors, positions } = await ask((await open(t)).page, 'corpus');
  const { page } = await open(t, { context: { javaScriptEnabled: false }, wait: false });
  const shown = await page.locator('#plain').evaluate((plain) => [...plain.querySelectorAll('h3')].map((head) => ({
    question: head.innerText,
    // What is out of sight is not laid out, and has no inner text.
    rows: [...(head.nextElementSibling?.rows ?? [])].slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
  })));
  for (const { id, question, answers } of issues) {
    const { rows } = shown.find((one) => one.question === question);
    const wanted = positions.filter(({ issue }) => issue === id).map(({ actor, stance, answer, summary }) => [
      actors.find((one) => one.id === actor).label, stance, answers.find((one) => one.id === answer)?.label ?? 'another answer', summary,
    ]);
    assert.deepEqual(rows.map((row) => row.slice(0, 4)), wanted, question);
  }
  assert.equal(await page.locator('#plain > article').count(), articles.length);
});

test('every link in the plain tables leads to its paragraph', async (t) => {
  const { page } = await open(t, { context: { javaScriptEnabled: false }, wait: false, size: { width: 360, height: 740 } });
  const dead = await page.locator('#plain a[href^="#"]').evaluateAll((all) =>
    all.map((link) => link.hash).filter((hash) => !document.getElementById(decodeURIComponent(hash.slice(1)))));
  assert.deepEqual(dead, []);
  const links = page.locator('#plain table a[href^="#"]');
  assert.ok(await links.count() > 20);
  for (const nth of [0, await links.count() - 1]) {
    const link = links.nth(nth);
    const id = (await link.getAttribute('href')).slice(1);
    await link.click();
    // What is laid out only where it is looked at may move it once more.
    await eventually(() => page.locator(`[id="${id}"]`).evaluate((place) => {
      const { top } = place.getBoundingClientRect();
      return top > -5 && top < innerHeight;
    }), true, `${id} is in view`);
    assert.match(await page.locator(`[id="${id}"]`).innerText(), new RegExp(`^¶${id.split('-').at(-1)} `));
    await page.goBack();
  }
});

test('an address of a view does no harm to them, and each article has one of its own', async (t) => {
  const [none] = without['there is no WebAssembly'];
  const { page, errors } = await open(t, { ...none(t), hash: 'view=compare&by=outlet' });
  assert.ok(await page.locator('#plain h1').isVisible());
  const id = await page.locator('#plain > article').last().getAttribute('id');
  const { page: led } = await open(t, { ...none(t), hash: id });
  await eventually(() => led.locator(`[id="${id}"]`).evaluate((place) => Math.abs(place.getBoundingClientRect().top) < innerHeight), true);
  assert.deepEqual(errors, []);
});

test('on paper they stand too, with the line', async (t) => {
  const { page } = await open(t, without['there is no WebAssembly'][0](t));
  await page.emulateMedia({ media: 'print' });
  for (const part of ['#plain h1', '#plain > article', '#plain table', '#failure-says']) assert.ok(await page.locator(part).first().isVisible(), part);
});

for (const [scheme, width] of [['light', 1280], ['dark', 360]]) {
  test(`axe finds no violation in them, ${scheme}, ${width} pixels`, async (t) => {
    const { page } = await open(t, { ...without['there is no WebAssembly'][0](t), scheme, size: { width, height: 740 } });
    await page.evaluate(axe);
    const broken = await page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations, passes } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
      if (passes.length < 5) throw new Error('axe looked at nothing');
      return violations.map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0].html.slice(0, 100)}`);
    });
    assert.deepEqual(broken, []);
  });
}
