import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, found, go, open, without } from '../harness.mjs';
import { papers } from '../papers.mjs';
import { bare, pagesOf } from '../pdf.mjs';

// A4 at 96 pixels to an inch, and what of it the margins leave.
const SHEET = 794;
const WIDTH = 688;

/** Lays the page out as for A4. */
async function onPaper(page) {
  await page.setViewportSize({ width: SHEET, height: 1123 });
  await page.emulateMedia({ media: 'print' });
}

/** What is on paper, measured in one go. */
const measured = (page) => page.evaluate(() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const shown = [...document.querySelectorAll('.page *')].filter(seen);
  const says = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 30)}`.trim();
  const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part) / 3, 0);
  const clear = (colour) => /, 0\)$/.test(colour);
  const texts = [];
  const walk = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const hidden = node.parentElement.closest('.visually-hidden:not(h1), svg, option, head, script') || !seen(node.parentElement);
    if (!hidden && node.textContent.trim()) texts.push(node.textContent);
  }
  const words = shown.filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return {
    texts,
    // A word that opens its rule and a note in the margin are text all the same; the boxes of the exercise are what is filled in.
    controls: shown.filter((e) => e.matches('button, select, input, textarea') && !e.matches('.rule-word, .note, .exercise input[type="radio"]')).map(says),
    chrome: shown.filter((e) => e.matches('nav:not(.path-bar), .controls, .foot, .pills, .chips, .export, .citing, .skip, .no-print')).map(says),
    wide: shown.filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.visually-hidden')).map(says),
    clips: shown.filter((e) => getComputedStyle(e).overflowX !== 'visible' && !e.matches('.visually-hidden, svg, svg *')).map(says),
    pale: words.filter((e) => !e.closest('svg') && light(getComputedStyle(e).color) > 90).map(says),
    grounds: shown.filter((e) => !e.closest('svg') && !clear(getComputedStyle(e).backgroundColor) && light(getComputedStyle(e).backgroundColor) < 250).map(says),
    outlines: shown.filter((e) => getComputedStyle(e).outlineStyle !== 'none' && !e.matches('td.open')).map(says),
    head: document.querySelector('.paper-head')?.innerText ?? '',
    title: [...document.querySelectorAll('main h1')].filter(seen).map((e) => e.textContent),
    cut: shown.filter((e) => e.matches('table:not(.wide) tbody tr, .passage, .position, .para, .prompts > li, .quote, .positions.wide td, .kwic li') && getComputedStyle(e).breakInside !== 'avoid').map(says),
    heads: [...document.querySelectorAll('table:not(.wide) thead')].filter(seen).filter((e) => getComputedStyle(e).display !== 'table-header-group').map(says),
  };
});

for (const [edition, scheme, width] of [['digest', 'light', 1280], ['full', 'dark', 1280], ['invented', 'dark', 600]]) {
  test(`every view of the ${edition} edition, from a ${scheme} page ${width} wide, is whole on white paper`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, scheme, size: { width, height: 800 } });
    const corpus = await ask(page, 'corpus');
    for (const { name, hash } of papers(corpus, await ask(page, 'table', { by: 'government' }))) {
      await t.test(name, async () => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ media: null });
        await go(page, hash);
        await page.locator('main[aria-busy="false"]').waitFor();
        const pages = pagesOf(await page.pdf({ format: 'A4' }));
        // A narrow page prints as it is: questions with their answers beneath.
        if (width >= SHEET) await onPaper(page);
        else await page.emulateMedia({ media: 'print' });
        const { texts, head, title, ...faults } = await measured(page);
        assert.deepEqual(faults, Object.fromEntries(Object.keys(faults).map((key) => [key, []])));
        assert.equal(title.length, 1, `one title: ${title}`);
        assert.ok(head.includes(corpus.hash) && head.includes(corpus.version), `the edition: ${head}`);
        assert.ok(head.includes(hash ? `#${hash.split('&')[0]}` : 'This view'), `the address: ${head}`);
        // On each page its number; nothing else on a page would be a wasted sheet.
        const said = pages.map(({ text }, at) => {
          assert.ok(text.startsWith(`${at + 1}/${pages.length}`), `page ${at + 1}: ${text.slice(0, 20)}`);
          return text.slice(`${at + 1}/${pages.length}`.length);
        });
        assert.deepEqual(said.filter((text) => text.length < 40), [], 'pages with hardly anything');
        // A text may go on overleaf.
        const all = said.join('');
        const lost = texts.map(bare).filter((text) => !all.includes(text) && ![...text.matchAll(/.{1,12}/gu)].every(([part]) => all.includes(part)));
        assert.deepEqual(lost, [], 'what is shown and not printed');
        for (const { runs } of pages) assert.ok(runs.every(({ x }) => x < WIDTH + 60), 'all begins on the sheet');
      });
    }
    assert.deepEqual(errors, []);
  });
}

test('on paper a view says what is searched and filtered', async (t) => {
  const { page } = await open(t, { hash: 'q=treaty&outlet=rsis&year=2019' });
  await onPaper(page);
  assert.match(await page.locator('.paper-head').innerText(), /Selection: Search: treaty; Outlet: RSIS[^;]*; Year: 2019\./);
});

test('the exercise on paper does not tell by its filters how it was coded', async (t) => {
  const { page } = await open(t);
  const { issues } = await ask(page, 'corpus');
  await go(page, `view=seminar&sheet=code&answer=${issues[0].answers[0].id}`);
  await onPaper(page);
  const head = await page.locator('.paper-head').innerText();
  assert.match(head, /a filtered one/);
  assert.ok(!head.includes('answer=') && !head.includes(issues[0].answers[0].label), head);
});

test('all passages that were found are printed, and folded again', async (t) => {
  const { page } = await open(t, { hash: 'q=the' });
  const folded = await page.locator('.passage').count();
  const printed = pagesOf(await page.pdf()).map(({ text }) => text).join('');
  await eventually(() => page.locator('.passage').count(), folded);
  const all = (await found(page)).flatMap(({ passages }) => passages).length;
  assert.ok(folded < all, `${folded} of ${all} are shown`);
  assert.equal(printed.match(/¶\d+/g).length, all);
});

test('the link’s code is printed where it was drawn, and nothing else of Share', { skip: without('invented') }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: 'view=compare' });
  await page.locator('#share-button').click();
  await page.locator('.share').waitFor();
  await onPaper(page);
  assert.equal(await page.locator('.share').isVisible(), false, 'an open panel without a code');
  await page.emulateMedia({ media: null });
  await page.locator('.qr > summary').click();
  await page.locator('.qr-code').waitFor();
  await onPaper(page);
  assert.equal(await page.locator('.qr-code').isVisible(), true);
  assert.deepEqual(await page.locator('.share :is(input, button, summary, p, label)').evaluateAll((all) => all.filter((e) => e.checkVisibility()).length), 0);
});

test('a table with more columns than a page has room for names each cell, and says what silence means', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=actor' });
  const speaks = await page.locator('.positions td:has(.cell)').count();
  await onPaper(page);
  const cells = await page.locator('.positions td').evaluateAll((all) => all.filter((cell) => cell.checkVisibility())
    .map((cell) => [getComputedStyle(cell, '::before').content, cell.getBoundingClientRect().width]));
  assert.equal(cells.length, speaks);
  assert.ok(cells.every(([name, width]) => name.length > 3 && width > WIDTH * 0.9));
  assert.equal(await page.getByText('Who is not named under a question has nothing on it here.').isVisible(), true);
});

test('a handout has the questions across where the table has', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&turn=1&sheet=matrix' });
  const { issues } = await ask(page, 'corpus');
  const table = await ask(page, 'table', { by: 'government' });
  const across = await page.locator('.matrix thead .asks').allInnerTexts();
  assert.ok(across.length > 0 && across.every((asks) => issues.some(({ question }) => question === asks)), across.join());
  assert.deepEqual([...new Set(await page.locator('.matrix tbody th').allInnerTexts())], table.columns.map(({ label }) => label));
  const cells = await page.locator('.matrix td').count();
  await go(page, 'view=seminar&sheet=matrix');
  assert.equal(await page.locator('.matrix td').count(), cells, 'as many cells either way');
});
