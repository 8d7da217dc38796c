import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, everyView, go, open, unfold, without } from '../harness.mjs';

/** How an element is drawn, as far as forced colours let it: what two of a kind must differ in. */
const drawn = (element) => {
  const style = getComputedStyle(element);
  return ['backgroundColor', 'color', 'borderTopColor', 'borderBottomColor', 'borderTopWidth', 'borderInlineStartWidth', 'borderInlineStartColor', 'outlineStyle', 'outlineColor', 'textDecorationLine', 'textDecorationColor', 'fill', 'stroke', 'strokeWidth', 'fontWeight'].map((name) => style[name]).join(' | ');
};

const forced = (t, options) => open(t, { ...options, context: { forcedColors: 'active' } });

for (const scheme of ['light', 'dark']) {
  test(`what is chosen differs from what is not, ${scheme}`, async (t) => {
    const { page } = await forced(t, { scheme });
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const views = await everyView(page);
    const pairs = [
      ['every article', '.masthead nav a[aria-current]', '.masthead nav a:not([aria-current])'],
      ['a matrix', '.pills a[aria-current]', '.pills a:not([aria-current])'],
      ['a chosen position', '.note[aria-pressed=true]', '.note[aria-pressed=false]'],
      ['a chosen position', '.evidence', '.para .digest:not(.evidence)'],
      ['an open cell', 'td.open', 'td:not(.open)'],
      ['an open cell', 'tr.lit > td:not(.open)', 'tr:not(.lit) > td'],
      ['a span of time', '.drawing .column:not(.off) rect.events', '.drawing .column.off rect.events'],
      ['results', 'mark', '.passage .digest'],
    ];
    for (const [name, chosen, other] of pairs) {
      await go(page, views[name]);
      const [is, is_not] = [await page.locator(chosen).first().evaluate(drawn), await page.locator(other).first().evaluate(drawn)];
      assert.notEqual(is, is_not, `${name}: ${chosen}`);
    }
    await go(page, 'view=timeline');
    const [events, held] = [await page.locator('rect.events').last().evaluate(drawn), await page.locator('rect.held').last().evaluate(drawn)];
    assert.notEqual(events, held, 'events and positions');
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const part of ['.drawing text:not(.gap)', '.drawing rect.events']) assert.notEqual(await page.locator(part).last().evaluate((part) => getComputedStyle(part).fill), ground, part);
  });
}

test('full edition: what shows text or digest is told, and an evidenced sentence', { skip: without('full') }, async (t) => {
  const { page } = await forced(t, { edition: 'full' });
  await go(page, (await everyView(page))['a chosen position']);
  assert.notEqual(await page.locator('.pill[aria-pressed=true]').evaluate(drawn), await page.locator('.pill[aria-pressed=false]').first().evaluate(drawn));
  assert.match(await page.locator('.source .evidence').first().evaluate((sentence) => getComputedStyle(sentence).textDecorationLine), /underline/);
});

test('a place of the map differs from the sea, and the one that is searched from the others', async (t) => {
  const { page } = await forced(t, {});
  const corpus = await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
  if (!corpus.map) return t.skip('no map');
  const texts = () => page.locator('.place-of-map text').evaluateAll((all) => all.map((text) => getComputedStyle(text).fill));
  const before = await texts();
  await page.locator('.place-of-map').first().click();
  await eventually(() => page.locator('.place-of-map').first().getAttribute('aria-current'), 'true');
  const after = await texts();
  assert.notEqual(before[0], await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  assert.notEqual(after[0], after[1]);
});

test('what has the focus is framed, in drawings too', async (t) => {
  const { page } = await forced(t, {});
  for (const [hash, part] of [['', '.place-of-map'], ['view=timeline', '.drawing a'], ['view=compare', 'a.cell'], ['view=compare', 'select'], ['view=compare', '.tick input']]) {
    await go(page, hash);
    const one = page.locator(part).first();
    await one.evaluate((one) => one.focus({ focusVisible: true }));
    const { style, width } = await one.evaluate((one) => ({ style: getComputedStyle(one).outlineStyle, width: parseFloat(getComputedStyle(one).outlineWidth) }));
    assert.ok(style !== 'none' && width >= 1, part);
  }
});

/** The contrast of two colours as browsers give them, by WCAG. */
const contrast = (one, other) => {
  const lightness = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => Number(part) / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [lightness(one), lightness(other)].toSorted((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};

for (const scheme of ['light', 'dark']) {
  test(`without forced colours, fields, marks, bars and signs stand out from the page by 3 to 1, ${scheme}`, async (t) => {
    const { page } = await open(t, { scheme });
    const pale = {};
    for (const [name, hash] of Object.entries(await everyView(page))) {
      await go(page, hash);
      await unfold(page);
      const seen = await page.evaluate(() => {
        const ground = (element) => {
          for (let at = element.parentElement; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
          }
          return getComputedStyle(document.body).backgroundColor;
        };
        const all = (selector, colour) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map((element) => [selector, colour(getComputedStyle(element)), ground(element)]);
        return [
          ...all('select, textarea, input[type=text], input[type=search]', ({ borderTopColor }) => borderTopColor),
          ...all('mark', ({ boxShadow }) => boxShadow.match(/rgb[^)]*\)/)[0]),
          ...all('.evidence', ({ textDecorationColor }) => textDecorationColor),
          ...all('.sign, .stands, .why', ({ color }) => color),
          ...all('.drawing .column:not(.off) rect:not(.hit), .place-of-map .land polygon', ({ fill }) => fill),
          ...all('.drawing .column.off rect:not(.hit)', ({ stroke }) => stroke),
          ...all('.note[aria-pressed=true]', ({ borderInlineStartColor }) => borderInlineStartColor),
          ...all('tr.lit > *', ({ borderBottomColor }) => borderBottomColor),
        ];
      });
      for (const [what, colour, ground] of seen) if (contrast(colour, ground) < 3) pale[`${name}: ${what}`] = `${colour} on ${ground}: ${contrast(colour, ground).toFixed(2)}`;
    }
    assert.deepEqual(pale, {});
  });
}

test('nothing moves by itself, and nothing glides', async (t) => {
  const { page } = await open(t, { context: { reducedMotion: 'reduce' } });
  for (const [name, hash] of Object.entries(await everyView(page))) {
    await go(page, hash);
    const moving = await page.evaluate(() => {
      const glides = [...document.querySelectorAll('*')].filter((element) => /[1-9]/.test(getComputedStyle(element).transitionDuration) || getComputedStyle(element).scrollBehavior === 'smooth');
      return [...document.getAnimations().map(String), ...glides.map(({ tagName, className }) => `${tagName}.${className}`)];
    });
    assert.deepEqual(moving, [], name);
  }
});
