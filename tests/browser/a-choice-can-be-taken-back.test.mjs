import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, fragment, open, search, vocabulary } from '../harness.mjs';

/** What a reader sees of the view. */
const seen = async (page) => ({
  fragment: await fragment(page),
  ...(await page.evaluate(() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.innerText.replace(/\s+/g, ' ').trim());
    return {
      part: texts('nav [aria-current]'),
      box: document.querySelector('#search')?.value ?? null,
      chips: texts('.chip'),
      ticked: [...document.querySelectorAll('.facet :checked')].map((box) => box.closest('.facet').textContent),
      columns: document.querySelector('select')?.value ?? null,
      panel: texts('#evidence h2'),
      heading: texts('main h1'),
      here: [...document.querySelectorAll('.para.here')].map((paragraph) => paragraph.id),
      title: document.title,
    };
  })),
});

test('every choice is one step, and back and forward restore view, box and chips', async (t) => {
  const { page, errors } = await open(t);
  const { plain, scan, corpus } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length > 1
    && corpus.positions.some((p) => scan((words) => words.has(word)).some((hit) => hit.article === p.article
      && p.evidence.some((e) => hit.passages.includes(e.p)))));
  const nav = (name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await search(page, word);
  await eventually(() => fragment(page), `q=${word}`);
  const steps = [await seen(page)];
  const choices = [
    ['a filter', () => page.locator('.facet:not(.none) input').first().click()],
    ['another view', () => nav('Compare')],
    ['other columns', () => page.locator('.by select').selectOption('outlet')],
    ['a cell', () => page.locator('a.cell').first().click()],
    ['its evidence', () => page.locator('#evidence a.place').first().click()],
    ['the articles', () => nav('Articles')],
    ['a chip', () => page.locator('.chip').first().click()],
    ['the codebook', () => nav('About')],
  ];
  let length = await page.evaluate(() => history.length);
  for (const [what, choose] of choices) {
    await choose();
    const before = steps.at(-1).fragment;
    await eventually(() => fragment(page), (now) => now !== before, `${what} is in the address`);
    length += 1;
    assert.equal(await page.evaluate(() => history.length), length, `${what} is one step`);
    steps.push(await seen(page));
  }
  assert.equal(new Set(steps.map((step) => step.fragment)).size, steps.length, 'the steps are all different');
  for (const step of steps.slice(0, -1).reverse()) {
    await page.evaluate(() => history.back());
    await eventually(() => seen(page), step, `back to ${step.fragment}`);
  }
  for (const step of steps.slice(1)) {
    await page.evaluate(() => history.forward());
    await eventually(() => seen(page), step, `forward to ${step.fragment}`);
  }
  assert.deepEqual(errors, []);
});

test('the name in the masthead leads to the beginning in one step', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet' });
  const length = await page.evaluate(() => history.length);
  await page.locator('.masthead .name').click();
  await eventually(() => fragment(page), '');
  assert.equal(await page.locator('nav [aria-current]').innerText(), 'Articles');
  assert.equal(await page.evaluate(() => history.length), length + 1);
  await page.evaluate(() => history.back());
  await eventually(() => fragment(page), 'view=compare&by=outlet');
  assert.equal(await page.locator('.by select').inputValue(), 'outlet');
});
