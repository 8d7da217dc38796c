import test from 'node:test';
import assert from 'node:assert/strict';
import { everyView, go, open, throughout, without } from '../harness.mjs';

/** What makes the page scroll sideways, and what scrolls sideways by itself though it is neither a table nor a drawing. */
const sideways = (page) => page.evaluate(() => {
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const scrolls = element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    return scrolls && !element.querySelector('table, svg') && element.tagName !== 'TEXTAREA';
  });
  const beyond = document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} > ${innerWidth}`] : [];
  return [...beyond, ...wide.map((element) => element.outerHTML.slice(0, 80))];
});

/** Texts of which something is cut: in a box that hides what is beyond it, or beyond the edge of a drawing. */
const cut = (page) => page.evaluate(() => {
  const drawn = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden');
  const hides = [...document.querySelectorAll('body *')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const beyond = element.scrollWidth > element.clientWidth + 1 && ['hidden', 'clip'].includes(overflowX) || element.scrollHeight > element.clientHeight + 1 && ['hidden', 'clip'].includes(overflowY);
    return beyond && element.clientWidth > 0 && drawn(element) && element.innerText?.trim();
  });
  // Of the map, whose frame is the reader's measure, a name may lose its last letters: it is the name of a link.
  const texts = [...document.querySelectorAll('svg text')].filter((text) => !text.closest('.map')).filter((text) => {
    const [box, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
    return drawn(text) && (box.left < frame.left - 1 || box.right > frame.right + 1);
  });
  // A line around a word is cut at both ends at any spacing, and leads to its sentence.
  return [...hides, ...texts].filter((element) => !element.closest('.kwic')).map((element) => element.outerHTML.slice(0, 120));
});

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: at 400 % of a window of 1280 × 1024, only tables and drawings scroll sideways`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition, size: { width: 320, height: 256 } });
    assert.deepEqual(await throughout(page, sideways), {});
  });

  for (const width of [360, 1280]) {
    test(`${edition} edition: with wider spacing of letters, words and lines nothing is cut, at ${width} pixels`, { skip: without(edition) }, async (t) => {
      const { page } = await open(t, { edition, size: { width, height: 800 }, context: { bypassCSP: true } });
      await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }' });
      assert.deepEqual(await throughout(page, async (page) => [...await cut(page), ...await sideways(page)]), {});
    });
  }
}

/** Whether something of what has the focus is to be seen, and not beneath what stands still. */
const seen = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const points = boxes.flatMap(({ left, right, top, bottom }) => [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((x) => [0.02, 0.25, 0.5, 0.75, 0.98].map((y) => [left + (right - left) * x, top + (bottom - top) * y])));
  const label = element.closest('label');
  const isSeen = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there && (element.contains(there) || label?.contains(there) || there.contains(element) && element.matches('.visually-hidden'));
  });
  return isSeen ? [] : [element.outerHTML.replace(/ href="[^"]*"/, '').slice(0, 120)];
});

for (const [width, height] of [[1280, 500], [900, 600], [320, 256]]) {
  for (const name of ['the table', 'every actor', 'the table of outlets, turned', 'an open cell']) {
    test(`what has the focus is not hidden by what stands still: ${name}, ${width} × ${height}`, async (t) => {
      const { page } = await open(t, { size: { width, height } });
      await go(page, (await everyView(page))[name]);
      const hidden = [];
      for (const key of ['Tab', 'Shift+Tab']) {
        await page.locator('.by select').focus();
        // There through a part of the table, and back from it.
        if (key === 'Shift+Tab') await page.locator('a.cell').nth(20).focus();
        for (let at = 0; at < 40; at += 1) {
          await page.keyboard.press(key);
          hidden.push(...await seen(page));
        }
      }
      assert.deepEqual(hidden, []);
    });
  }
}
