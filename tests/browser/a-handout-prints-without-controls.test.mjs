import test from 'node:test';
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { ask, go, open } from '../harness.mjs';

// What is left of the width of A4 within the margins, in CSS pixels. A browser makes a page smaller until it is twice as
// wide, and cuts what is wider still.
const WIDTH = 688;
const MOST = 2 * WIDTH;

/** What stands on paper, with what must be seen of it: of sheets and of other views. */
const papers = {
  'the prompts': () => ['view=seminar', '.prompts > li > .prompt'],
  'a role sheet': ({ actor }) => [`view=seminar&sheet=role&role=${actor}`, '.role-sheet .position .summary'],
  'the matrix': () => ['view=seminar&sheet=matrix', '.matrix td strong, .numbered li, .references li'],
  'the blank matrix': () => ['view=seminar&sheet=blank', '.matrix td, .matrix .answers'],
  'the exercise': () => ['view=seminar&sheet=code', '.passage-to-code'],
  'the table': () => ['view=compare', 'table.positions td'],
  'the table with an open cell': ({ cell }) => [`view=compare&cell=${cell}`, '#evidence .summary'],
  'an article': ({ article }) => [`view=read&article=${article}`, '.reader section.para'],
  'the timeline': () => ['view=timeline', 'main li'],
  'what was found': () => ['q=the', 'article.hit'],
};

/** The address of a paper and what must be seen of it: the government that holds most, the first article, the first cell. */
async function paper(page, name) {
  const { actors, positions, articles } = await ask(page, 'corpus');
  const held = ({ id }) => positions.filter(({ actor }) => actor === id).length;
  const [{ id: actor }] = actors.filter(({ kind }) => kind === 'government').sort((a, b) => held(b) - held(a));
  const { cells: [{ column, issue }] } = await ask(page, 'table', { by: 'government' });
  return papers[name]({ actor, article: articles[0].id, cell: `${column}.${issue}` });
}

/** What of these is to be seen; a word that opens its rule and a note in the margin are text all the same. */
const seen = (page, selector) => page.locator(selector).evaluateAll((all) => all
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.rule-word, .note, .visually-hidden'))
  .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.innerText.slice(0, 40)}`.replace(/\s+/g, ' ').trim()));

const FRAME = '.masthead nav, .masthead .tools, .masthead input, .skip, .foot, .chips, .pills, .controls, .export, .dispute, .onward, .share';
const CONTROLS = 'button, select, input, textarea, label';

for (const name of Object.keys(papers)) {
  test(`on paper the controls of the page are gone, and all else is there: ${name}`, async (t) => {
    const { page, errors } = await open(t);
    const [hash, content] = await paper(page, name);
    await go(page, hash);
    assert.ok((await seen(page, FRAME)).length > 0, 'on the screen there are some');
    const before = await page.locator(content).evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await seen(page, FRAME), []);
    // The boxes of the exercise are what is filled in.
    if (name !== 'the exercise') assert.deepEqual(await seen(page, `main :is(${CONTROLS})`), []);
    const shown = await page.locator(content).evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);
    assert.ok(shown > 0 && shown === before, `${shown} of ${before}`);
    assert.equal(await page.locator('.masthead .name').isVisible(), true, 'the page’s name stays');
    assert.deepEqual(errors, []);
  });
}

for (const [how, scheme, chosen] of [['a light page', 'light', false], ['a system that is dark', 'dark', false], ['a page that was made dark', 'light', true]]) {
  test(`from ${how} paper is white and letters are dark`, async (t) => {
    const { page } = await open(t, { scheme, hash: 'view=seminar&sheet=matrix' });
    if (chosen) await page.getByRole('button', { name: /Dark$/ }).click();
    await page.emulateMedia({ media: 'print', colorScheme: scheme });
    const [paper, ...letters] = await page.evaluate(() => {
      const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part) / 3, 0);
      const inks = ['.matrix strong', '.matrix .asks', '.numbered li', '.handout h2'].map((of) => getComputedStyle(document.querySelector(of)).color);
      return [getComputedStyle(document.body).backgroundColor, ...inks].map(light);
    });
    assert.ok(paper > 250, `paper ${paper}`);
    assert.ok(letters.every((ink) => ink < 60), `letters ${letters}`);
  });
}

/** Waits until the page has its letters: others are of another width. */
const lettered = (page) => page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));

/** How far the widest element of the content reaches to the right, laid out for paper. */
async function reach(page) {
  await lettered(page);
  await page.setViewportSize({ width: WIDTH, height: 971 });
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(() => Math.max(...[...document.querySelectorAll('main *')].filter((element) => element.checkVisibility()).map((element) => element.getBoundingClientRect().right)));
}

for (const sheet of ['matrix', 'blank']) {
  for (const by of ['government', 'group', 'author', 'outlet', 'year', 'nearness', 'actor']) {
    test(`${sheet} by ${by}: no column is cut off at the edge of the paper`, async (t) => {
      const { page } = await open(t, { hash: `view=seminar${by === 'government' ? '' : `&by=${by}`}&sheet=${sheet}` });
      const right = Math.round(await reach(page));
      assert.ok(right <= MOST, `${right} pixels are laid out, ${MOST} can be printed`);
    });
  }
}

for (const by of ['government', 'outlet', 'actor']) {
  test(`the table of Compare by ${by}: no column is cut off at the edge of the paper`, async (t) => {
    // Wide enough for the table, which a narrower page does without.
    const { page } = await open(t, { size: { width: 900, height: 971 }, hash: `view=compare${by === 'government' ? '' : `&by=${by}`}` });
    await lettered(page);
    await page.emulateMedia({ media: 'print' });
    const { right, clips } = await page.locator('table.positions').evaluate((table) => {
      const clips = (element) => element !== null && (getComputedStyle(element).overflowX !== 'visible' || clips(element.parentElement));
      return { right: Math.round(table.getBoundingClientRect().right), clips: clips(table) };
    });
    assert.equal(clips, false, 'nothing that scrolls on a screen is cut on paper');
    assert.ok(right <= MOST, `${right} pixels are laid out, ${MOST} can be printed`);
  });
}

/** The pages of a PDF: of each the places where letters begin, in the order in which they are set. */
function pagesOf(pdf) {
  const text = pdf.toString('latin1');
  const pages = [];
  for (let at = text.indexOf('stream\n'); at >= 0; at = text.indexOf('stream\n', at)) {
    const head = text.slice(text.lastIndexOf('obj', at), at);
    at += 7;
    if (head.endsWith('end') || !/FlateDecode/.test(head) || /\/Type|\/Subtype|\/N |\/Length1/.test(head)) continue;
    const drawn = inflateSync(pdf.subarray(at, at + Number(/\/Length (\d+)/.exec(head)[1]))).toString('latin1');
    const starts = [...drawn.matchAll(/([-\d.]+) ([-\d.]+) Tm/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    // The page's number, at the foot, is drawn first.
    const texts = starts.filter(({ x }) => x <= WIDTH);
    if (texts.length > 0) pages.push(texts);
  }
  return { pages, count: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length };
}

/** Where a text goes back up although it does not go to the right: it is set over what stands there. */
const over = (starts) => starts.slice(1).filter(({ x, y }, at) => y < starts[at].y - 8 && x <= starts[at].x);

for (const [name, landscape] of [['the prompts', false], ['a role sheet', false], ['the matrix', false], ['the blank matrix', false], ['the blank matrix', true]]) {
  test(`nothing is set over other text and no page is empty: ${name}${landscape ? ' across' : ''}`, async (t) => {
    const { page } = await open(t);
    const [hash] = await paper(page, name);
    await go(page, hash);
    const { pages, count } = pagesOf(await page.pdf({ format: 'A4', landscape }));
    assert.ok(pages.length > 1);
    // In a table the head is set again after its rows: there, only what follows the table.
    const flowing = name.includes('matrix') ? pages.slice(-1) : pages;
    assert.deepEqual(flowing.flatMap(over), [], 'what stands over other text');
    assert.equal(pages.length, count, 'pages with text, of all');
  });
}
