import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, everyView, fragment, go, open, throughout, without } from '../harness.mjs';

const LANGUAGES = { ru: 'Русский', ja: '日本語' };

/** What is called so everywhere: names of the program, of formats, styles and keys; what a language has no word of its own for. */
const NAMES = /^(Sightlines|BibLaTeX|RIS|CSL|JSON|CSV|Markdown|Chicago|APA|MLA|SCORM|HTML|PDF|SHA|Zotero|DataCite|Dublin|Core|WebAssembly|Esc|Enter|Tab|Shift|Ctrl|Alt|Home|End|OR|NOT|QR|ISO|EDTF|URL|English|EN|iframe|srcdoc|zip|csv|json|toml|txt|html)$/;

/**
 * Texts of the page, seen or heard, that are in English though they are not marked as being so: stretches of a text node or of a
 * label in whose language there are no Latin words but names. Code, and what a reader typed or would type, is in none.
 */
const strangers = (names) => (page) => page.evaluate((names) => {
  const known = new RegExp(names.slice(1, names.lastIndexOf('/')));
  const own = document.documentElement.lang;
  const inOwn = (element) => element.closest('[lang]').lang === own && !element.closest('code, kbd, pre, script, style, textarea, .name, svg text');
  const latin = (text) => (text.match(/[A-Za-z][A-Za-z’'-]{2,}/g) ?? []).filter((word) => !known.test(word));
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (parentElement.closest('#app') && inOwn(parentElement) && latin(data).length > 0) found.push(data.trim().slice(0, 100));
  }
  for (const element of document.querySelectorAll('#app *')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription']) {
      const text = element.getAttribute(name);
      if (text && inOwn(element) && latin(text).length > 0) found.push(`${name}: ${text.slice(0, 100)}`);
    }
  }
  return [...new Set(found)];
}, String(names));

for (const language of Object.keys(LANGUAGES)) {
  test(`nothing is said in English that is not the corpus’s: ${language}`, { skip: without('digest') }, async (t) => {
    const { page, errors } = await open(t, { hash: `lang=${language}` });
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    // Names and titles of the corpus stand in sentences, where they are as they are.
    const corpus = await page.evaluate(() => document.getElementById('corpus').textContent);
    const words = new Set(corpus.match(/\b[A-Z][A-Za-z’'-]{2,}/g));
    const found = await throughout(page, async () => {
      const all = await strangers(NAMES)(page);
      return all.filter((text) => (text.match(/[A-Za-z][A-Za-z’'-]{2,}/g) ?? []).some((word) => !words.has(word) && !NAMES.test(word)));
    }, language);
    assert.deepEqual(found, {});
    assert.deepEqual(errors, []);
  });
}

test('what the corpus says is marked in its language, and the page’s own is not', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'q=treaty&lang=ja' });
  assert.equal(await page.locator('.horizon').getAttribute('lang'), 'en');
  assert.ok(await page.locator('.digest [lang=en], .digest[lang=en]').count() > 0);
  await go(page, 'q=treaty');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await page.locator('.horizon').getAttribute('lang'), null);
});

test('a language is chosen in the page’s head, stands in every link, and changes nothing else', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet&cell=rferl.sequencing' });
  const before = await fragment(page);
  for (const [tag, name] of Object.entries(LANGUAGES)) {
    await page.locator('#language').selectOption({ label: name });
    await eventually(() => page.evaluate(() => document.documentElement.lang), tag);
    assert.deepEqual(new URLSearchParams(await fragment(page)).get('lang'), tag);
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

test('scripts are answered in English, whatever the page speaks', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'lang=ru' });
  const russian = await ask(page, 'search', { q: 'treaty "no order"' });
  await go(page, '');
  assert.deepEqual(await ask(page, 'search', { q: 'treaty "no order"' }), russian);
});

test('what a link could not have is said in the link’s language', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'outlet=nobody&lang=ru' });
  await eventually(() => page.locator('main').innerText(), (says) => /nobody/.test(says) && /[а-я]{4}/.test(says));
  await go(page, 'lang=xx');
  await eventually(() => page.locator('main').innerText(), (says) => /a language that this page does not speak: xx/.test(says));
});
