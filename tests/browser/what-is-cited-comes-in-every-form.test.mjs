import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ris from 'astrocite-ris';
import { ask, edition as folder, eventually, go, host, open, search, shot, without } from '../harness.mjs';

const READ = ['Chicago', 'APA', 'MLA'];
const RECORDS = { BibLaTeX: 'bib', RIS: 'ris', 'CSL-JSON': 'json' };
const allowed = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };
const corpusOf = (page) => page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The year that a view is cited with: that in which its corpus appeared, or the present one. */
const yearOf = ({ published }) => published?.slice(0, 4) || `${new Date().getFullYear()}`;

/** Opens the panel with that summary; gives it. */
async function panel(page, summary, within = page.locator('body')) {
  const details = within.locator('details.citing').filter({ has: page.locator('summary', { hasText: new RegExp(`^${summary}(: .+)?$`) }) }).first();
  await details.locator('summary').click();
  await details.locator('ul').waitFor();
  return details;
}

async function copied(page, details, form) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await details.getByRole('button', { name: `Copy ${form}`, exact: true }).click();
  await eventually(() => details.locator('[role=status]').innerText(), 'Copied.');
  // Which may still be said of what was copied before.
  return eventually(() => clipboard(page), (text) => text !== '', form);
}

async function saved(page, details, form) {
  const taken = page.waitForEvent('download', { timeout: 10_000 });
  await Promise.all([taken, details.getByRole('button', { name: `Download ${form}`, exact: true }).click()]);
  const download = await taken;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const types = { newspaper: 'article-newspaper', magazine: 'article-magazine', journal: 'article-journal', blog: 'post-weblog', website: 'webpage' };
const zotero = { newspaper: 'newspaperArticle', magazine: 'magazineArticle', journal: 'journalArticle', blog: 'blogPost', website: 'webpage' };
const kindOf = (corpus, article) => corpus.outlets.find(({ id }) => id === article.outlet.value).kind ?? 'website';

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: an article’s references are copied as they were prepared, and its records by copy and as a file`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition, ...allowed });
    const corpus = await corpusOf(page);
    for (const article of corpus.articles) {
      await go(page, `view=read&article=${article.id}`);
      const details = await panel(page, 'Cite this article');
      assert.deepEqual(await details.locator('.reference').allInnerTexts(), article.references.map(([reference]) => reference));
      for (const [nth, style] of READ.entries()) assert.equal(await copied(page, details, style), article.references[nth][0]);
      for (const [form, end] of Object.entries(RECORDS)) {
        const file = await saved(page, details, form);
        assert.equal(file.name, `${article.id}.${end}`);
        // Clipboards of some systems have line ends of their own.
        assert.equal((await copied(page, details, form)).replace(/\r/g, ''), file.text.replace(/\r/g, ''), form);
      }
      const [csl] = JSON.parse((await saved(page, details, 'CSL-JSON')).text);
      assert.deepEqual([csl.type, csl.title], [types[kindOf(corpus, article)], article.title.value]);
      assert.equal('author' in csl, article.authors.value.length > 0, 'a missing author stays missing');

      const [read, ...more] = ris.parse((await saved(page, details, 'RIS')).text);
      assert.equal(more.length, 0);
      assert.equal(read.title, article.title.value);
      assert.equal(read['container-title'], csl['container-title']);
      assert.deepEqual((read.author ?? []).map(({ family, given }) => [family, given]), (csl.author ?? []).map(({ family, given }) => [family, given]));
      await shot(page, `cite-article-${edition}`);
    }
    assert.deepEqual([requests, errors], [[], []]);
  });
}

test('a position is cited where its article tells it, with its places, link and day', { skip: without('invented') }, async (t) => {
  const { page, errors } = await open(t, { edition: 'invented', ...allowed });
  const corpus = await corpusOf(page);
  const position = corpus.positions.find(({ evidence }) => evidence.length > 1) ?? corpus.positions[0];
  await go(page, `view=compare&by=actor&cell=${position.actor}.${position.issue}`);
  const details = await panel(page, 'Cite this position', page.locator(`#position-${position.id}`));
  const article = corpus.articles.find(({ id }) => id === position.article);
  const places = position.evidence.map(({ p, s }) => (s ? `${p}.${s}` : `${p}`)).join(', ');
  const [cited, reference, coded] = (await copied(page, details, 'Chicago')).split('\n');
  assert.match(cited, new RegExp(`paras?\\. ${places.replaceAll('.', '\\.')}`));
  assert.equal(reference, article.references[0][0]);
  assert.ok(coded.startsWith(`Coded as ${position.id} in: `) && coded.includes(yearOf(corpus)), coded);
  for (const part of [corpus.hash, `${corpus.public_url}#view=read&article=${article.id}`]) assert.ok(coded.includes(part), `${part}: ${coded}`);
  const [csl] = JSON.parse((await saved(page, details, 'CSL-JSON')).text);
  assert.ok(csl.note.includes(`position ${position.id} in Sightlines`) && csl.note.includes(corpus.hash));
  await shot(page, 'cite-position');
  assert.deepEqual(errors, []);
});

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: Share cites the present view by title, version, edition, hash, link and day`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, hash: 'view=compare&by=outlet', ...allowed });
    const corpus = await corpusOf(page);
    const { title, version, hash, public_url: base } = corpus;
    await page.getByRole('button', { name: 'Share' }).click();
    const details = await panel(page, 'Cite this view', page.locator('.share'));
    const link = await page.locator('#share-link').inputValue();
    const text = await copied(page, details, 'APA');
    for (const part of [title, version, hash, link, yearOf(corpus)]) assert.ok(text.includes(part), `${part}: ${text}`);
    const [csl] = JSON.parse((await saved(page, details, 'CSL-JSON')).text);
    assert.deepEqual([csl.type, csl.URL ?? null], ['webpage', base ? link : null], 'a view’s code is no address');
    await shot(page, `cite-view-${edition}`);
    // Another view is another citation.
    await page.locator('.by select').selectOption('author');
    await eventually(async () => (await details.locator('.reference').allInnerTexts()).every((one) => one.includes('by=author')), true);
    assert.deepEqual(errors, []);
  });
}

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: a passage is copied with its reference and its link, and a digest as a digest`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition, ...allowed });
    const corpus = await corpusOf(page);
    const article = corpus.articles.find(({ notice }) => !notice);
    const paragraph = article.paragraphs.find(({ n, digest }) => n > 1 && digest);
    await go(page, `view=read&article=${article.id}&p=${paragraph.n}`);
    const button = page.getByRole('button', { name: new RegExp(`^Copy with reference.*: ¶ ${paragraph.n}$`) });
    await button.click();
    await eventually(() => page.locator('.para.here .copy-passage .outcome').innerText(), 'Copied.');
    const [words, cited, link] = (await clipboard(page)).trim().split('\n');
    if (paragraph.text) {
      assert.equal(words, `“${paragraph.text.trim()}”`);
    } else {
      assert.equal(words, `[Digest by the editors, not the source’s words:] ${paragraph.digest}`);
      assert.ok(cited.startsWith('Of: '));
    }
    assert.match(cited, new RegExp(`para\\. ${paragraph.n}\\b`));
    assert.match(link, new RegExp(`#view=read&article=${article.id}&p=${paragraph.n}$`));
    assert.equal(await page.locator('.para .copy-passage').count(), 1, 'only at the place that the address names');
    assert.deepEqual(errors, []);
  });
}

test('an article’s notice is shown before a passage of it is copied, and in its panel', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, allowed);
  const { articles } = await corpusOf(page);
  const { id, notice } = articles.find(({ notice }) => notice);
  await go(page, `view=read&article=${id}&p=1`);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  const button = page.getByRole('button', { name: /^Copy with reference.*: ¶ 1$/ });
  await button.click();
  await page.locator('.copy-passage .caution').waitFor();
  assert.ok((await page.locator('.copy-passage .caution').innerText()).includes(notice));
  assert.equal(await clipboard(page), 'before');
  await button.click();
  await eventually(() => clipboard(page), (text) => text.startsWith('[Digest'));
  assert.ok((await (await panel(page, 'Cite this article')).innerText()).includes(notice));
});

test('where copying is refused, the text stands in a box', { skip: without('digest') }, async (t) => {
  const refuse = () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
  const { page, errors } = await open(t, { before: (page) => page.addInitScript(refuse) });
  const { articles: [article] } = await corpusOf(page);
  await go(page, `view=read&article=${article.id}&p=1`);
  const details = await panel(page, 'Cite this article');
  await details.getByRole('button', { name: 'Copy MLA', exact: true }).click();
  await eventually(() => details.locator('textarea').inputValue(), article.references[2][0]);
  assert.match(await details.locator('[role=status]').innerText(), /from the box/);
  await page.getByRole('button', { name: /^Copy with reference.*: ¶ 1$/ }).click();
  const box = page.locator('.copy-passage textarea');
  await page.locator('.copy-passage').locator('textarea, .caution').first().waitFor();
  // An article with a notice asks first.
  if (!await box.count()) await page.getByRole('button', { name: /^Copy with reference.*: ¶ 1$/ }).click();
  assert.match(await box.inputValue(), /^(\[Digest|“)/);
  assert.deepEqual(errors, []);
});

test('the panel is reached and used by the keyboard', { skip: without('digest') }, async (t) => {
  const { page } = await open(t, { hash: 'view=read', ...allowed });
  const { articles: [article] } = await corpusOf(page);
  await go(page, `view=read&article=${article.id}`);
  await page.locator('summary', { hasText: /^Cite this article$/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.citing ul').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Copy Chicago');
  await page.keyboard.press('Enter');
  await eventually(() => clipboard(page), article.references[0][0]);
});

/** What a reference manager reads from the page: each record's type, title and creators. */
const records = (page) => page.locator('span.Z3988').evaluateAll((all) => all.map((one) => {
  const pairs = new URLSearchParams(one.title);
  return {
    format: pairs.get('rft_val_fmt'), type: pairs.get('rft.type'), title: pairs.get('rft.title'), source: pairs.get('rft.source'),
    date: pairs.get('rft.date'), names: [...pairs.getAll('rft.au'), ...pairs.getAll('rft.aucorp')],
  };
}));

const recordOf = (corpus, article) => ({
  format: 'info:ofi/fmt:kev:mtx:dc', type: zotero[kindOf(corpus, article)], title: article.title.value,
  source: corpus.outlets.find(({ id }) => id === article.outlet.value).name, date: article.date.value,
  names: article.authors.value.map((id) => corpus.authors.find((author) => author.id === id)).map(({ name, family }) => `${family}, ${name.replace(family, '').trim()}`),
});

const byTitle = (list) => [...list].sort((a, b) => (a.title < b.title ? -1 : 1));

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: lists and articles hold each record once, with the type of its outlet`, { skip: without(edition) }, async (t) => {
    const told = (page) => page.addInitScript(() => document.addEventListener('ZoteroItemUpdated', () => { window.told = (window.told ?? 0) + 1; }));
    const { page, errors } = await open(t, { edition, before: told });
    const corpus = await corpusOf(page);
    assert.deepEqual(byTitle(await records(page)), byTitle(corpus.articles.map((article) => recordOf(corpus, article))));
    const [article] = corpus.articles;
    await eventually(() => page.evaluate(() => window.told), (many) => many > 0, 'reference managers are told');
    const before = await page.evaluate(() => window.told);
    await go(page, `view=read&article=${article.id}`);
    assert.deepEqual(await records(page), [recordOf(corpus, article)]);
    await eventually(() => page.evaluate(() => window.told), (many) => many > before);
    await go(page, '');
    await search(page, corpus.articles[0].title.value.split(' ').at(-1));
    const { hits } = await ask(page, 'search', { q: corpus.articles[0].title.value.split(' ').at(-1) });
    await eventually(async () => (await records(page)).length, hits.length);
    assert.deepEqual(errors, []);

    const { page: plain } = await open(t, { edition, context: { javaScriptEnabled: false }, wait: false });
    assert.deepEqual(byTitle(await records(plain)), byTitle(corpus.articles.map((one) => recordOf(corpus, one))), 'and without the program');
  });

  test(`${edition} edition: the hosted page describes the corpus as linked data`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { address: `${await host(t, folder(edition))}index.html` });
    const corpus = await corpusOf(page);
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    assert.deepEqual([data['@context'], data['@type'], data.name, data.identifier, data.version], ['https://schema.org', 'Dataset', corpus.title, corpus.hash, corpus.version]);
    assert.deepEqual(data.isBasedOn.map(({ headline, datePublished }) => [headline, datePublished]), corpus.articles.map(({ title, date }) => [title.value, date.value]));
    for (const [nth, article] of corpus.articles.entries()) assert.equal('author' in data.isBasedOn[nth], article.authors.value.length > 0);
    assert.deepEqual(errors, []);
  });
}

for (const [scheme, width] of [['light', 1280], ['dark', 360]]) {
  test(`the panel fits the page, ${scheme}, ${width} pixels`, { skip: without('digest') }, async (t) => {
    const { page } = await open(t, { scheme, size: { width, height: 900 } });
    const { articles: [article] } = await corpusOf(page);
    await go(page, `view=read&article=${article.id}&p=1`);
    await panel(page, 'Cite this article');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing goes beyond the window');
    const small = await page.locator('.citing button').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length);
    assert.equal(small, 0, 'each button can be hit');
    await shot(page, `cite-${scheme}-${width}`);
  });
}
