import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { eventually, fragment, go, open, vocabulary } from '../harness.mjs';

const focused = (page) => page.evaluate(() => {
  const { tagName, id, className } = document.activeElement;
  return `${tagName.toLowerCase()}${id && `#${id}`}${className && `.${className}`}`;
});
const panel = (page) => page.locator('#keys');
const scrolled = (page) => page.evaluate(() => scrollY);

/** What each key of the list does, seen: by the names in the list. */
const effects = {
  '/': async (page) => {
    await go(page, 'view=about');
    await page.locator('body').press('/');
    await eventually(() => focused(page), 'input#search');
  },
  '?': async (page) => {
    await page.locator('body').press('?');
    await eventually(() => focused(page), 'section#keys.share keys');
  },
  Escape: async (page) => {
    for (const name of ['share', 'keys']) {
      await page.locator(`#${name}-button`).press('Enter');
      await page.locator(`section.${name}`).waitFor();
      await page.keyboard.press('Escape');
      await page.locator(`section.${name}`).waitFor({ state: 'detached' });
      await eventually(() => focused(page), (now) => now.startsWith(`button#${name}-button`), name);
    }
    await go(page, 'view=compare');
    await page.locator('a.cell').first().press('Enter');
    await eventually(() => focused(page), (now) => now.includes('evidence'));
    await page.keyboard.press('Escape');
    await eventually(() => focused(page), (now) => now.startsWith('a#cell-'), 'a cell');
    for (const fold of ['.drop:not(.layout)', '.drop.layout']) {
      await page.locator(`${fold} > summary`).press('Enter');
      await page.locator(`${fold}[open] .facets`).waitFor();
      await page.keyboard.press('Escape');
      await eventually(() => page.locator(`${fold}[open]`).count(), 0, fold);
      assert.equal(await focused(page), 'summary');
    }
  },
  'Tab, Shift+Tab': async (page) => {
    await page.keyboard.press('Tab');
    await eventually(() => focused(page), 'a.skip');
    await page.keyboard.press('Tab');
    await eventually(() => focused(page), 'a.name');
    await page.keyboard.press('Shift+Tab');
    await eventually(() => focused(page), 'a.skip');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page), 'main#main', 'past the masthead');
  },
  Enter: async (page) => {
    await page.locator('nav a').nth(2).press('Enter');
    await eventually(() => fragment(page), 'view=compare', 'follows a link');
    await page.locator('#share-button').press('Enter');
    await page.locator('section.share').waitFor();
    await go(page, '');
    await page.locator('.help summary').press('Enter');
    await eventually(() => page.locator('.help').evaluate(({ open }) => open), true, 'unfolds');
    // Half a word is found while it is typed, and no longer once it is whole.
    const { plain } = await vocabulary(page);
    const half = plain.map((word) => word.slice(0, -2)).find((half) => half.length > 4 && !plain.includes(half));
    await page.locator('#search').pressSequentially(half);
    const why = () => page.locator('main').innerText();
    const typing = await eventually(why, (says) => /passage/.test(says));
    await page.keyboard.press('Enter');
    await eventually(why, (says) => says !== typing, 'the last word is whole');
  },
  Space: async (page) => {
    const box = page.locator('.facet input').first();
    await box.press('Space');
    await eventually(() => box.isChecked(), true);
    await page.locator('#share-button').press('Space');
    await page.locator('section.share').waitFor();
    await page.locator('.help summary').press('Space');
    await eventually(() => page.locator('.help').evaluate(({ open }) => open), true);
  },
  Arrows: async (page) => {
    await page.locator('.sort select').focus();
    await page.keyboard.press('ArrowDown');
    await eventually(() => fragment(page), 'sort=date', 'choose in a list');
    await page.locator('main').focus();
    await page.keyboard.press('ArrowDown');
    await eventually(() => scrolled(page), (y) => y > 0, 'scroll the page');
    await go(page, 'view=compare&by=actor');
    await page.locator('.table-scroll').focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => page.locator('.table-scroll').evaluate(({ scrollLeft }) => scrollLeft), (x) => x > 0, 'scroll a table');
    await page.locator('.export summary').press('Enter');
    await page.locator('.export input[type=radio]').first().focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => page.locator('.export input[type=radio]').nth(1).isChecked(), true, 'choose among radio buttons');
  },
  'Home, End': async (page) => {
    await page.locator('main').focus();
    await page.keyboard.press('End');
    await eventually(() => scrolled(page), (y) => y > 0);
    await page.keyboard.press('Home');
    await eventually(() => scrolled(page), 0);
    await page.locator('#search').pressSequentially('ab');
    await page.keyboard.press('Home');
    await page.keyboard.type('x');
    await eventually(() => page.locator('#search').inputValue(), 'xab');
  },
};

test('the list names these keys and no others', async (t) => {
  const { page, errors } = await open(t);
  await page.locator('#keys-button').click();
  await eventually(() => panel(page).locator('kbd').allInnerTexts(), Object.keys(effects));
  for (const says of await panel(page).locator('dd').allInnerTexts()) assert.ok(says.length > 5);
  assert.deepEqual(errors, []);
});

for (const [name, effect] of Object.entries(effects)) {
  test(`${name} does what the list says`, async (t) => {
    const { page, errors } = await open(t, { size: { width: 1000, height: 500 } });
    await effect(page);
    assert.deepEqual(errors, []);
  });
}

test('whoever handles a key takes it from the list', () => {
  const root = new URL('../../src/', import.meta.url);
  const files = readdirSync(root, { recursive: true }).filter((name) => /\.(rs|js)$/.test(name));
  const handlers = files.flatMap((name) => readFileSync(new URL(name, root), 'utf8').split('\n').filter((line) => /\.key\(\)|\bevent\.key\b|"key(down|up|press)"/.test(line)).map((line) => [name, line.trim()]));
  assert.ok(handlers.length > 4);
  assert.deepEqual(handlers.filter(([name, line]) => !/ui\/keys\.rs$/.test(name) && !/keys::[A-Z]+|event\.key\(\)\.as_str\(\)\) \{$/.test(line)), []);
});

test('/ and ? can be switched off, and are then signs like others', async (t) => {
  const { page } = await open(t);
  await page.keyboard.press('?');
  // The focus goes into the list with the next frame, and would take the next key there.
  await eventually(() => focused(page), (now) => now.startsWith('section#keys'));
  await panel(page).getByRole('checkbox').press('Space');
  await eventually(() => panel(page).getByRole('checkbox').isChecked(), false);
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  await page.locator('main').focus();
  for (const key of ['/', '?']) await page.keyboard.press(key);
  await page.waitForTimeout(100);
  assert.equal(await focused(page), 'main#main');
  assert.equal(await panel(page).count(), 0);
  await go(page, 'view=compare');
  await page.keyboard.press('/');
  await page.waitForTimeout(100);
  assert.equal(await fragment(page), 'view=compare', 'in every part of the page');
  await page.locator('#keys-button').press('Enter');
  assert.equal(await panel(page).getByRole('checkbox').isChecked(), false, 'the panel is still reached, and says so');
  await panel(page).getByRole('checkbox').press('Space');
  await eventually(() => panel(page).getByRole('checkbox').isChecked(), true);
  await page.keyboard.press('/');
  await eventually(() => focused(page), 'input#search', 'on again; a box to tick takes no signs itself');
});

test('? in a field is a sign, and with Ctrl the browser’s', async (t) => {
  const { page } = await open(t);
  await page.locator('#search').pressSequentially('a?');
  assert.equal(await page.locator('#search').inputValue(), 'a?');
  await page.locator('#search').blur();
  await page.keyboard.press('Control+?');
  assert.equal(await panel(page).count(), 0);
});

for (const width of [1280, 360]) {
  test(`? shows the list wherever the page was scrolled to, and Escape leads back, at ${width} pixels`, async (t) => {
    const { page } = await open(t, { size: { width, height: 800 } });
    const link = page.locator('article.hit h2 a').nth(2);
    await link.focus();
    await link.scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    await page.keyboard.press('?');
    await eventually(() => focused(page), (now) => now.startsWith('section#keys'));
    const { top, bottom } = await panel(page).evaluate((element) => element.getBoundingClientRect());
    assert.ok(top >= -1 && bottom <= 801, `${top} ${bottom}`);
    await page.keyboard.press('Escape');
    await eventually(() => link.evaluate((link) => link === document.activeElement), true);
    await eventually(() => scrolled(page), before);
  });
}

test('the list closes by its button too, and the focus is not lost', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  await page.keyboard.press('?');
  await eventually(() => focused(page), (now) => now.startsWith('section#keys'));
  await panel(page).getByRole('button', { name: 'Close' }).press('Enter');
  await panel(page).waitFor({ state: 'detached' });
  await eventually(() => focused(page), (now) => now.startsWith('button#keys-button'));
});
