import test from 'node:test';
import assert from 'node:assert/strict';
import { go, open } from '../harness.mjs';

// The sizes of style/tokens.css in pixels, and one for titles, which follows the window. Drawings and signs have their own.
const SIZES = [12, 13.6, 15, 16, 17, 18, 20];
const VIEWS = ['', 'q=treaty', 'view=read&article=streltsov-2016', 'view=compare', 'view=compare&cell=japan.sovereignty', 'view=timeline', 'view=words', 'view=seminar', 'view=about'];

test('every view keeps to the scale', async (t) => {
  const { page } = await open(t);
  for (const hash of VIEWS) {
    await go(page, hash);
    const seen = await page.evaluate(() => {
      const sizes = {};
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const element = text.parentElement;
        if (!text.data.trim() || !element.checkVisibility() || element.closest('svg, code, .basis, h1, script, style')) continue;
        sizes[Number.parseFloat(getComputedStyle(element).fontSize)] ??= `${element.tagName}.${element.className}`;
      }
      return sizes;
    });
    const others = Object.entries(seen).filter(([size]) => !SIZES.includes(Number(size)));
    assert.ok(others.length <= 1, `${hash}: ${JSON.stringify(others)}`);
  }
});
