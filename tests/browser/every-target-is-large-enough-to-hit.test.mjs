import test from 'node:test';
import assert from 'node:assert/strict';
import { go, open, throughout, without } from '../harness.mjs';

/**
 * What a pointer must hit and is smaller than 24 × 24 pixels, unless it has room (a circle of 24 around its middle that meets no
 * other target), or stands in a sentence, whose lines set its height (WCAG 2.5.8).
 */
const tooSmall = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.visually-hidden, .skip'));
  const box = (element) => (element.closest('label') ?? element).getBoundingClientRect();
  const boxes = all.map((element) => [element, box(element)]);
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const isSmall = ({ width, height }) => width < 23.5 || height < 23.5;
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = element.closest('p, li, dd, td, th, figcaption, summary, div');
    return [...block.childNodes].some((node) => node !== element && !node.contains?.(element) && node.nodeType !== 8 && node.textContent.trim().length > 3 && !node.matches?.('a, button'));
  };
  const crowded = ([element, one]) => {
    const [x, y] = middle(one);
    return boxes.some(([other, its]) => {
      if (other === element || element.contains(other) || other.contains(element) || other.closest('label') && other.closest('label') === element.closest('label')) return false;
      const [dx, dy] = [Math.max(its.left - x, 0, x - its.right), Math.max(its.top - y, 0, y - its.bottom)];
      const [mx, my] = middle(its);
      return Math.hypot(dx, dy) < 11.9 || isSmall(its) && Math.hypot(mx - x, my - y) < 23.5;
    });
  };
  return boxes.filter((one) => isSmall(one[1]) && !inSentence(one[0]) && crowded(one))
    .map(([element, { width, height }]) => `${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.replace(/ href="[^"]*"/, '').slice(0, 110)}`);
});

for (const edition of ['digest', 'full', 'invented']) {
  for (const width of [1280, 360]) {
    test(`${edition} edition, ${width} pixels`, { skip: without(edition) }, async (t) => {
      const { page } = await open(t, { edition, size: { width, height: 800 } });
      const found = await throughout(page, tooSmall);
      await go(page, 'view=compare&by=actor');
      for (const summary of await page.locator('.compare-controls summary').all()) {
        await summary.click();
        // Layout is drawn when it is looked into.
        await page.locator('.drop[open] .facets').waitFor();
        const small = await tooSmall(page);
        if (small.length > 0) found[await summary.innerText()] = small;
        await summary.click();
      }
      assert.deepEqual(found, {});
    });
  }
}
