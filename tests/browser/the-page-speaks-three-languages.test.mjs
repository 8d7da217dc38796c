import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, everyView, fragment, go, open, throughout, without } from '../harness.mjs';

const LANGUAGES = { ru: 'Русский', ja: '日本語' };

/** Every text of the page, seen or heard, that has a word in Latin letters: with the language that it is marked as, and its attribute. */
const texts = (page) => page.evaluate(() => {
  const found = [];
  const take = (element, text, attribute) => {
    if (/[A-Za-z]{3}/.test(text) && !element.closest('code, kbd, pre, script, textarea, svg text, .Z3988')) found.push([element.closest('[lang]').lang, text.trim(), attribute]);
  };
  const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) take(walker.currentNode.parentElement, walker.currentNode.data);
  for (const element of document.querySelectorAll('#app *')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) take(element, element.getAttribute(name) ?? '', name);
  }
  return found;
});

/** Every text that the corpus holds, and a test of whether another is a part of one. */
async function ofCorpus(page) {
  const all = new Set();
  const corpus = JSON.parse(await page.evaluate(() => document.getElementById('corpus').textContent), (_, value) => (typeof value === 'string' ? all.add(value) : 0, value));
  const joined = [...all].join('\n');
  const bare = (text) => text.replace(/^[\s:;,.·“”「」：。、«»—()]+|[\s:;,.·“”「」：。、«»—()]+$/g, '');
  // A label may be put together of several, and a number of a figure and its unit.
  const holds = (text) => text.split(/: | · |, | ¶ [\d.]+|^[\d,.]+ /).every((part) => joined.includes(bare(part)));
  return { all, holds, bare, corpus };
}

/** What is called so everywhere: the program, languages, formats. */
const NAMES = /^(Sightlines|English|BibLaTeX|RIS|CSL-JSON|CSL|JSON|CSV|Markdown|Chicago|APA|MLA|Markdown, CSV, JSON|CC-BY-4\.0)$/;

for (const language of Object.keys(LANGUAGES)) {
  test(`nothing that the page says is left in English: ${language}`, { skip: without('digest') }, async (t) => {
    const { page, errors } = await open(t);
    const { holds } = await ofCorpus(page);
    const english = new Set();
    await throughout(page, async () => { (await texts(page)).forEach(([, text]) => english.add(text)); return []; });
    assert.ok(english.size > 500, `${english.size} texts`);
    await go(page, `lang=${language}`);
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    const left = await throughout(page, async () => (await texts(page)).filter(([of]) => of === language).map(([, text]) => text)
      .filter((text) => english.has(text) && !holds(text) && !NAMES.test(text) && text !== 'xyzzyplugh'), language);
    assert.deepEqual(left, {});
    assert.deepEqual(errors, []);
  });

  test(`what is the corpus’s own is marked as that: ${language}`, { skip: without('digest') }, async (t) => {
    const { page } = await open(t, { hash: `lang=${language}` });
    const { all, bare, corpus } = await ofCorpus(page);
    // Names are in no language. What is said of an element stands in its attributes, which cannot be marked apart from it.
    const names = new Set([...corpus.outlets, ...(corpus.codebook.actor ?? [])].flatMap(({ name, label }) => [name, label]));
    const isSentence = (text) => all.has(text) && !names.has(text) && text.split(/\s+/).length > 2;
    assert.deepEqual(await throughout(page, async () => (await texts(page))
      .filter(([of, text, attribute]) => !attribute && of === language && isSentence(bare(text))).map(([, text]) => text), language), {});
  });
}

test('what the corpus says is marked in its language, and the page’s own is not', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'q=treaty&lang=ja' });
  assert.equal(await page.locator('.horizon').getAttribute('lang'), 'en');
  assert.ok(await page.locator('.digest [lang=en], .digest[lang=en]').count() > 0);
  // Of the filters: names, but neither years nor that nobody is named.
  const marked = (row) => page.locator('.facets fieldset').nth(row).locator('.label').evaluateAll((all) => [...new Set(all.map(({ lang, classList }) => `${lang}${classList.contains('inferred') ? ' unnamed' : ''}`))].sort());
  assert.deepEqual([await marked(0), await marked(1), await marked(2)], [[' unnamed', 'en'], ['en'], ['']]);
  await go(page, 'q=treaty');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await page.locator('.horizon').getAttribute('lang'), null);
});

test('a language is chosen in the page’s head, stands in every link, and changes nothing else', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'view=compare&q=treaty&cell=japan.sequencing' });
  const before = await fragment(page);
  for (const [tag, name] of Object.entries(LANGUAGES)) {
    await page.locator('#language').selectOption({ label: name });
    await eventually(() => page.evaluate(() => document.documentElement.lang), tag);
    await eventually(async () => new URLSearchParams(await fragment(page)).get('lang'), tag);
    await eventually(() => page.evaluate(() => document.activeElement.id), 'language', 'the focus stays with the choice');
    const links = await page.locator('#app a[href^="#"]:not(.skip)').evaluateAll((all) => all.map((link) => link.getAttribute('href')).filter((href) => !/[#&]lang=/.test(href)));
    assert.deepEqual(links, []);
  }
  await page.locator('#language').selectOption('en');
  await eventually(() => fragment(page), before);
});

test('every view is the same view in each language', { skip: without('invented') }, async (t) => {
  const { page } = await open(t, { edition: 'invented' });
  const shape = () => page.evaluate(() => [document.querySelectorAll('main a').length, document.querySelectorAll('main button').length, document.querySelectorAll('main :is(tr, li, article)').length]);
  for (const [name, hash] of Object.entries(await everyView(page))) {
    await go(page, hash);
    const english = await shape();
    for (const language of Object.keys(LANGUAGES)) {
      await go(page, `${hash}&lang=${language}`.replace(/^&/, ''));
      assert.deepEqual(await shape(), english, `${name} in ${language}`);
    }
  }
});

test('a place on the map has the name that its readers know, and is searched by it', { skip: without('digest') }, async (t) => {
  const { page } = await open(t);
  const { corpus } = await ofCorpus(page);
  for (const [tag, script] of [['ru', /^[\u0400-\u04ff -]+$/], ['ja', /^[\u3040-\u30ff\u4e00-\u9fff]+$/]]) {
    await go(page, `lang=${tag}`);
    const ring = corpus.rings.find(({ names }) => corpus.map.place.some((place) => place.names[0] === names[0]) && names.some((name) => script.test(name)));
    const own = ring.names.find((name) => script.test(name));
    const place = page.locator('.place-of-map', { hasText: own });
    assert.equal(await place.locator('text').textContent(), `${own} · ${ring.names[0]}`);
    await place.click();
    await eventually(() => page.locator('#search').inputValue(), ring.names[0]);
  }
});

test('scripts are answered in English, whatever the page speaks', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'lang=ru' });
  const answers = async () => {
    const { micros, ...found } = await ask(page, 'search', { q: 'treaty "no order"' });
    assert.ok(micros >= 0 && found.notices.length > 0);
    return [found, await ask(page, 'table', { by: 'outlet' }), await ask(page, 'contrasts', { by: 'outlet' })];
  };
  const russian = await answers();
  await go(page, '');
  assert.deepEqual(await answers(), russian);
});

test('what a link could not have is said in the link’s language', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'outlet=nobody&lang=ru' });
  await eventually(() => page.locator('main').innerText(), (says) => /nobody/.test(says) && /[а-я]{4}/.test(says));
  await go(page, 'lang=xx');
  await eventually(() => page.locator('main').innerText(), (says) => /a language that this page does not speak: xx/.test(says));
});
