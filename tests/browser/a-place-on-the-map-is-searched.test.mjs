import test from 'node:test';
import assert from 'node:assert/strict';
import { altered, ask, byArticle, eventually, found, fragment, go, open, setOpen, vocabulary, without } from '../harness.mjs';
import { packed, unpacked } from '../island.mjs';

const corpusOf = (page) => page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
const query = (name) => (name.includes(' ') ? `"${name}"` : name);
const place = (page, { names }) => page.locator('.map a').filter({ hasText: names.join(' · ') });
const shape = (hits) => hits.map(({ article, passages }) => ({ article, passages: passages.map(({ p }) => p).filter((p) => p !== 'title') }));
const asked = async (page) => new URLSearchParams(await fragment(page));

/** A copy of a page over another corpus. */
const over = (t, edition, change) => altered(t, (page) => {
  const corpus = JSON.parse(unpacked(page, 'corpus'));
  change(corpus);
  return page.replace(/(id="corpus">)[^<]*(<)/, (_, before, after) => before + packed(JSON.stringify(corpus)) + after);
}, edition);

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: each place of the map is a link that searches its first name, and once more takes it off`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition });
    const { map } = await corpusOf(page);
    assert.ok(map.place.length > 1);
    assert.deepEqual(await page.locator('.map a').evaluateAll((all) => all.map((link) => link.textContent)), map.place.map(({ names }) => names.join(' · ')));
    let hits = 0;
    for (const one of map.place) {
      const link = place(page, one);
      assert.equal(await link.getAttribute('aria-current'), null);
      await link.locator('text').click();
      const q = query(one.names[0]);
      await eventually(async () => (await asked(page)).get('q'), q);
      assert.equal(await page.locator('#search').inputValue(), q);
      assert.equal(await link.getAttribute('aria-current'), 'true');
      assert.equal(await page.locator('.map [aria-current]').count(), 1, 'and no other is on');
      const told = await ask(page, 'search', { q });
      assert.deepEqual(await found(page), shape(told.hits));
      hits += told.total;
      await link.locator('text').click();
      await eventually(() => fragment(page), '');
      assert.equal(await page.locator('#search').inputValue(), '');
      assert.equal(await page.locator('.map [aria-current]').count(), 0);
    }
    assert.ok(hits > 0, 'some of the places are found');
    assert.deepEqual([requests, errors], [[], []]);
  });

  test(`${edition} edition: by the keyboard a place is searched and taken off, and keeps the focus`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { map } = await corpusOf(page);
    for (const one of map.place) {
      const link = place(page, one);
      await link.focus();
      for (const wanted of [query(one.names[0]), null]) {
        await page.keyboard.press('Enter');
        await eventually(async () => (await asked(page)).get('q'), wanted);
        assert.ok(await link.evaluate((link) => link === document.activeElement), `${one.names[0]} keeps the focus`);
        const { outlineStyle, outlineWidth } = await link.evaluate((link) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(link);
          return { outlineStyle, outlineWidth: parseFloat(outlineWidth) };
        });
        const drawn = await link.evaluate((link) => [...link.children].some((child) => ['stroke', 'outline'].some((key) => !/^(none|0px|rgba\(0, 0, 0, 0\)).*/.test(getComputedStyle(child)[key]))));
        assert.ok(outlineStyle !== 'none' && outlineWidth >= 1 || drawn, 'and shows it');
      }
    }
    // Tab leads from one to the next.
    await page.locator('.map a').first().focus();
    await page.keyboard.press('Tab');
    assert.ok(await page.locator('.map a').nth(1).evaluate((link) => link === document.activeElement));
  });
}

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: what stands under a place’s other name is found too`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { map, rings } = await corpusOf(page);
    const { scan } = await vocabulary(page);
    let under = 0;
    for (const one of map.place) {
      const [name, ...others] = one.names;
      await place(page, one).locator('text').click();
      await eventually(async () => (await asked(page)).get('q'), query(name));
      const shown = await found(page);
      const ring = rings.find(({ names }) => names.includes(name))?.names ?? [];
      assert.ok(others.every((other) => ring.includes(other)), `${one.names}: names of one place are names of one ring`);
      for (const other of others) {
        const holds = scan((words) => words.has(other.toLowerCase()) && !words.has(name.toLowerCase()));
        for (const { article, passages } of holds) {
          const here = shown.find((hit) => hit.article === article)?.passages ?? [];
          for (const p of passages) assert.ok(here.includes(p), `${name}: ${other} at ${article} ¶ ${p}`);
          under += passages.length;
        }
      }
      await place(page, one).locator('text').click();
      await eventually(() => fragment(page), '');
    }
    assert.ok(under > 0, 'or this proves nothing');
  });
}

test('a place takes the place of another query and leaves the filters', async (t) => {
  const { page } = await open(t);
  const { map } = await corpusOf(page);
  const { articles } = await ask(page, 'corpus');
  const { outlet } = articles.find(({ outlet }) => outlet);
  const { plain } = await vocabulary(page);
  const q = query(map.place[0].names[0]);
  for (const before of [plain[0], query(map.place[1].names[0])]) {
    await go(page, `q=${encodeURIComponent(before)}&outlet=${outlet}`);
    await place(page, map.place[0]).locator('text').click();
    await eventually(async () => Object.fromEntries(await asked(page)), { q, outlet });
    assert.deepEqual(byArticle(await found(page)), byArticle(shape((await ask(page, 'search', { q, outlet: [outlet] })).hits)));
  }
  await place(page, map.place[0]).locator('text').click();
  await eventually(() => fragment(page), `outlet=${outlet}`);
});

test('a place that is typed is on', async (t) => {
  const { page } = await open(t);
  const { map } = await corpusOf(page);
  await page.locator('#search').fill(query(map.place[0].names[0]));
  await eventually(() => place(page, map.place[0]).getAttribute('aria-current'), 'true');
});

test('a step back from a place restores what was before it', async (t) => {
  const { page } = await open(t);
  const { map } = await corpusOf(page);
  for (const one of map.place.slice(0, 2)) await place(page, one).locator('text').click();
  const on = () => page.locator('.map [aria-current]').allTextContents();
  await eventually(on, [map.place[1].names.join(' · ')]);
  await page.evaluate(() => history.back());
  await eventually(on, [map.place[0].names.join(' · ')]);
  assert.equal(await page.locator('#search').inputValue(), query(map.place[0].names[0]));
  await page.evaluate(() => history.back());
  await eventually(on, []);
});

for (const [width, scheme] of [[1280, 'light'], [1280, 'dark'], [360, 'light']]) {
  test(`each place is drawn within the map, apart from the others and large enough to be pressed: ${width} pixels, ${scheme}`, async (t) => {
    for (const edition of ['digest', 'invented'].filter((edition) => !without(edition))) {
      const { page } = await open(t, { edition, scheme, size: { width, height: 800 } });
      await setOpen(page.locator('details.sheet'));
      await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
      const box = (element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top, bottom };
      };
      const frame = await page.locator('.map svg').evaluate(box);
      const letters = await page.locator('.map a > text').evaluateAll((all) => all.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { name: element.textContent, left, right, top, bottom };
      }));
      const targets = await page.locator('.map a > rect.hit').evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height));
      for (const [at, one] of letters.entries()) {
        assert.ok(one.left >= frame.left - 1 && one.right <= frame.right + 1 && one.top >= frame.top - 1 && one.bottom <= frame.bottom + 1, `${one.name} is within the map`);
        for (const other of letters.slice(at + 1)) {
          const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 2 || other.bottom <= one.top + 2;
          assert.ok(apart, `${one.name} and ${other.name} stand apart`);
        }
      }
      for (const height of targets) assert.ok(height >= 22, `${height} pixels high`);
      await page.context().close();
    }
  });
}

test('the map names what it shows, takes no side, and says what it was drawn after', async (t) => {
  const { page } = await open(t);
  const { map } = await corpusOf(page);
  const group = page.getByRole('group', { name: new RegExp(map.title) });
  assert.equal(await group.getByRole('link').count(), map.place.length);
  const says = await page.locator('.map figcaption').innerText();
  for (const part of [map.note, map.source]) assert.ok(says.includes(part), part);
  const names = await page.locator('.map svg').evaluate((svg) => [...svg.querySelectorAll('text.orientation')].map((text) => [text.textContent, text.closest('[aria-hidden=true]') !== null]));
  assert.deepEqual(names, map.label.map(({ text }) => [text, true]), 'what is for orientation is not read out');
});

test('a corpus without a map shows none', async (t) => {
  const { page, errors } = await open(t, { address: over(t, 'digest', (corpus) => { delete corpus.map; }) });
  assert.equal(await page.locator('.map').count(), 0);
  assert.ok(await page.locator('article.hit').count() > 0, 'and is otherwise the same');
  assert.deepEqual(errors, []);
});

test('a map is drawn from whatever a corpus says', async (t) => {
  const names = ['<b>North</b> "Quay"', 'Second & name'];
  const { page, errors } = await open(t, { address: over(t, 'digest', (corpus) => {
    corpus.map = { title: 'Elsewhere', bounds: [10, -2, 12, 1], land: [], place: [{ id: 'x', names, at: [11, 0], side: 'above' }] };
  }) });
  const link = page.locator('.map a');
  assert.equal(await link.count(), 1);
  assert.equal(await link.textContent(), names.join(' · '));
  assert.equal(await page.locator('.map b').count(), 0);
  await link.locator('text').click();
  await eventually(() => page.locator('#search').inputValue(), (now) => now.includes('North'));
  assert.equal(await link.getAttribute('aria-current'), 'true');
  assert.deepEqual(errors, []);
});
