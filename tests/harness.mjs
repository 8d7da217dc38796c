// Opens the built page in a real browser and keeps an eye on it.
//
// In: folders of built pages, named by SIGHTLINES_DIGEST and SIGHTLINES_FULL (`cargo xtask test` sets them; without, those it
// built last). Out: a page, and lists of what it asked for and of what went wrong in it. Every test gets a fresh profile.
import { chromium } from 'playwright-core';
import { after } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const built = (name) => process.env[`SIGHTLINES_${name.toUpperCase()}`] || join(root, 'target/sightlines', name);

/** The folder of an edition: `digest` or `full` of the first corpus, or `invented`, the digest edition of the invented one. */
export function edition(name = 'digest') {
  return built(name);
}

/** For a test's `skip`: false, or why an edition is not there. */
export function without(name) {
  return existsSync(join(built(name), 'sightlines.html')) ? false : `the ${name} edition was not built (cargo xtask test --texts DIR)`;
}

/** The one file of an edition, as a path. */
export function oneFile(name = 'digest') {
  return join(built(name), 'sightlines.html');
}

/** The one file of an edition, as text. */
export function source(name = 'digest') {
  return readFileSync(oneFile(name), 'utf8');
}

/** The first binary of those that is there. */
export function binary(variable, ...names) {
  return process.env[variable] || names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
}

let launched;

async function browser() {
  launched ??= chromium.launch({
    executablePath: binary('SIGHTLINES_CHROMIUM', 'chromium', 'chromium-browser', 'google-chrome'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  return launched;
}

// Playwright would close it with the process; tests must not wait for that.
after(async () => (await launched?.catch(() => undefined))?.close());

/**
 * Opens a page from disk and waits until it has started or failed.
 *
 * - `edition`: `digest` or `full`; or `address`: any other page
 * - `hash`: the fragment, with or without `#`
 * - `size`: `{ width, height }`; `scheme`: `light` or `dark`; `context`: more of Playwright's settings
 * - `before(page)`: called before the page opens, to change what it finds
 * - `wait: false`: returns as soon as the page is loaded
 *
 * Gives `{ page, requests, errors }`: `requests` are addresses beyond the page's own, but for `data:` and `blob:`; `errors`
 * are the console's errors and warnings, and what was thrown and not caught.
 */
export async function open(t, options = {}) {
  const { hash = '', size = { width: 1280, height: 800 }, scheme = 'light', before, wait = true } = options;
  const context = await (await browser()).newContext({ viewport: size, colorScheme: scheme, ...options.context });
  t.after(() => context.close());
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  const address = `${options.address ?? pathToFileURL(oneFile(options.edition)).href}${hash && `#${hash.replace(/^#/, '')}`}`;
  const own = address.split('#')[0];
  context.on('request', (request) => {
    if (request.url().split('#')[0] !== own && !/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await before?.(page);
  await page.goto(address);
  if (wait) await started(page);
  return { page, requests, errors };
}

/** Waits until the page lives or says why it does not; gives `live` or `failed`. */
export async function started(page) {
  const state = await page.waitForFunction(() => /\b(live|failed)\b/.exec(document.documentElement.className)?.[0], null, { timeout: 20_000 });
  return state.jsonValue();
}

/** A changed copy of the one file, for the time of the test; `change` maps its text. Gives the address. */
export function altered(t, change, name = 'digest') {
  const before = source(name);
  const text = change(before);
  if (text === before) throw new Error('the change found nothing to change: the test would prove nothing');
  return written(t, text);
}

/** A page of its own, for the time of the test. Gives the address. */
export function written(t, text, name = 'page.html') {
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, name);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

const kinds = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.svg': 'image/svg+xml',
};

/** Serves a folder like any static host, for the time of the test. Gives the address of the folder, with a slash. */
export async function host(t, dir, types = kinds) {
  return (await hosting(t, dir, { types })).address;
}

/**
 * Serves a folder likewise, and can fall silent: `{ address, asked, stop(), start() }`. `asked` are the requests that came, as
 * `GET /path`; `headers` go with every answer; `moved` are paths with those that a browser is sent to instead.
 */
export async function hosting(t, dir, { types = kinds, headers = {}, moved = {} } = {}) {
  const asked = [];
  const answer = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    if (moved[path]) return response.writeHead(302, { Location: moved[path] }).end();
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(dir) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', ...headers });
    response.end(readFileSync(file));
  };
  let server;
  const start = async (port) => {
    server = createServer(answer);
    await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
    return server.address().port;
  };
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  const port = await start(0);
  t.after(stop);
  return { address: `http://127.0.0.1:${port}/`, asked, stop, start: () => start(port) };
}

/** A host that nobody may ask: notes whatever reaches it, for the time of the test. Gives `{ address, received }`. */
export async function listener(t) {
  const received = [];
  const server = createServer((request, response) => {
    received.push(request.url);
    response.end();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => server.close());
  t.after(() => server.closeAllConnections());
  return { address: `http://127.0.0.1:${server.address().port}/`, received };
}

/** A screenshot for a person to look at, in the folder named by SIGHTLINES_SHOTS; without it, none. */
export async function shot(page, name, settings = {}) {
  const dir = process.env.SIGHTLINES_SHOTS;
  if (dir) await page.screenshot({ path: join(dir, `${basename(name)}.png`), ...settings });
}

/** Calls a method of `window.sightlines`, as a script does: awaiting it. */
export function ask(page, name, options) {
  return page.evaluate(async ([name, options]) => window.sightlines[name](options), [name, options]);
}

/** The fragment of the page's address, without `#`. */
export function fragment(page) {
  return page.evaluate(() => location.hash.replace(/^#/, ''));
}

/** Waits until `read()` gives what is wanted, or what `wanted` accepts; fails with what it gave last. */
export async function eventually(read, wanted, says) {
  const until = Date.now() + 5_000;
  for (;;) {
    // Where reading itself takes long, it is read once more after the time is up.
    const isLate = Date.now() > until;
    const seen = await read();
    try {
      if (typeof wanted === 'function') assert.ok(wanted(seen), `${says ?? wanted}: ${JSON.stringify(seen)}`);
      else assert.deepEqual(seen, wanted, says);
      return seen;
    } catch (error) {
      if (isLate) throw error;
    }
    await new Promise((later) => setTimeout(later, 25));
  }
}

/** Leads an open page to another fragment, as a link in it does, and waits until that is drawn. */
export async function go(page, hash) {
  await page.evaluate((hash) => new Promise((drawn, failed) => {
    const frame = () => requestAnimationFrame(() => requestAnimationFrame(drawn));
    if (location.hash.replace(/^#/, '') === hash) return frame();
    addEventListener('hashchange', frame, { once: true });
    location.hash = hash;
    setTimeout(() => failed(new Error(`it was not led to ${hash}, but is at ${location.hash}`)), 30_000);
  }), hash.replace(/^#/, ''));
}

/** Types a query and ends it with Enter, so that its last word is whole. */
export async function search(page, q) {
  await page.locator('#search').fill(q);
  await page.locator('#search').press('Enter');
  await page.locator('main[aria-busy="false"]').waitFor();
}

/** What the results show: `[{ article, passages: [p] }]`, with all passages unfolded. */
export async function found(page) {
  const more = page.getByRole('button', { name: /passages? more$/ });
  while (await more.count()) await more.first().click();
  return page.locator('article.hit').evaluateAll((hits) => hits.map((hit) => {
    const of = (link, key) => new URLSearchParams(link.hash.slice(1)).get(key);
    return {
      article: of(hit.querySelector('h2 a'), 'article'),
      passages: [...hit.querySelectorAll('.pilcrow')].map((link) => Number(of(link, 'p'))),
    };
  }));
}

/**
 * Every paragraph with the words that it holds, folded and without order: from its text where that is here, else from its
 * terms. Words that are in a title, in a name of several spellings or hardly a word are left out of `plain`, which is
 * sorted: tests take their queries from there.
 */
export async function vocabulary(page) {
  const corpus = await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
  const words = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const paragraphs = corpus.articles.flatMap((article) => article.paragraphs.map((paragraph) => ({
    article: article.id,
    p: paragraph.n,
    words: new Set(words(paragraph.text ?? paragraph.terms.map(([term]) => term).join(' '))),
  })));
  const names = [corpus.rings, corpus.related].flatMap((lists) => lists.flatMap((list) => list.names)).concat(corpus.search.same.flat());
  const taken = new Set(words([...names, ...corpus.articles.map((article) => article.title.value)].join(' ')));
  const all = new Set(paragraphs.flatMap((paragraph) => [...paragraph.words]));
  const plain = [...all].filter((word) => /^[a-z]{5,}$/.test(word) && !taken.has(word)).sort();
  /** The paragraphs that hold what `holds` accepts, in the form of `found`, articles sorted by id. */
  const scan = (holds) => {
    const byArticle = new Map();
    for (const { article, p, words } of paragraphs) {
      if (holds(words, article, p)) byArticle.set(article, [...(byArticle.get(article) ?? []), p]);
    }
    return [...byArticle].map(([article, passages]) => ({ article, passages })).sort((a, b) => (a.article < b.article ? -1 : 1));
  };
  return { corpus, paragraphs, plain, scan };
}

/** Hits by article, for a comparison that leaves their rank aside. */
export function byArticle(hits) {
  return [...hits].sort((a, b) => (a.article < b.article ? -1 : 1));
}

/** Every view of any corpus, by name, as fragments; what a corpus has nothing for is left out. */
export async function everyView(page) {
  const { articles, positions, issues } = await ask(page, 'corpus');
  const tables = { actor: await ask(page, 'table', { by: 'actor' }), outlet: await ask(page, 'table', { by: 'outlet' }) };
  const fullest = ({ cells }) => cells.toSorted((a, b) => b.positions.length - a.positions.length)[0];
  const { plain, scan } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length > 1) ?? plain[0];
  const [first, second] = [articles[0].outlet, articles.find(({ outlet }) => outlet !== articles[0].outlet)?.outlet];
  const position = positions.find(({ evidence }) => evidence.some(({ s }) => s)) ?? positions[0];
  const views = {
    'every article': '', 'results': `q=${word}`, 'results with chips': `q=${word}&outlet=${first}&year=2019`, 'nothing found': `q=${word}%20xyzzyplugh&outlet=${first}`,
    'a notice': 'author=nobody', 'no article chosen': 'view=read', 'an article': `view=read&article=${articles[0].id}`, 'an article with marks': `view=read&article=${articles[0].id}&q=${word}`,
    'words': 'view=words', 'words in their lines': `view=words&q=${word}`, 'the timeline': 'view=timeline', 'about': 'view=about',
  };
  if (positions.length === 0) return views;
  const { p, s } = position.evidence[0];
  const open = (table) => `cell=${fullest(table).column}.${fullest(table).issue}`;
  return {
    ...views,
    'a chosen position': `view=read&article=${position.article}&p=${p}.${s ?? 1}&position=${position.id}`,
    'the table': 'view=compare', 'the table of outlets, turned': 'view=compare&by=outlet&turn=1', 'every actor': 'view=compare&by=actor&dense=1', 'groups': 'view=compare&by=group&silence=shown', 'nearness': 'view=compare&by=nearness',
    'an open cell': `view=compare&by=outlet&${open(tables.outlet)}`, 'as told by': `view=compare&by=actor&column=${fullest(tables.actor).column}&${open(tables.actor)}`,
    ...second && { 'two columns': `view=compare&by=outlet&a=${first}&b=${second}&issue=${issues[0].id}` },
    'a span of time': `view=timeline&as_of=1950..2015&issue=${position.issue}`,
    'prompts': `view=seminar&by=outlet&issue=${position.issue}`, 'a passage to code': `view=seminar&sheet=code&position=${position.id}`, 'no role yet': 'view=seminar&sheet=role',
    'a role sheet': `view=seminar&sheet=role&role=${position.actor}&issue=${position.issue}`, 'a matrix': 'view=seminar&by=outlet&sheet=matrix', 'a blank matrix': 'view=seminar&by=outlet&sheet=blank', 'notes': 'view=seminar&sheet=notes',
  };
}

/** Looks at every view, unfolded, and at Share: what `look` lists of each that has any, with how many and the first of them. */
export async function throughout(page, look, language = 'en') {
  const found = {};
  const see = async (name) => {
    const seen = await look(page);
    if (seen.length > 0) found[name] = [seen.length, ...seen.slice(0, 4)];
  };
  for (const [name, hash] of Object.entries(await everyView(page))) {
    await go(page, language === 'en' ? hash : `${hash}&lang=${language}`.replace(/^&/, ''));
    await unfold(page);
    await see(name);
  }
  await page.locator('#share-button').click();
  await page.locator('section.share').waitFor();
  await setOpen(page.locator('.share details'));
  await see('Share');
  return found;
}

/** Unfolds what is folded on the page; `but` are those that stay so. */
export async function unfold(page, but = '.drop, .contrasts *') {
  await setOpen(page.locator(`main details:not(${but})`));
}

/** Opens all of these details, or closes them: with what the page draws only when it hears of that, which is later. */
export async function setOpen(details, open = true) {
  await details.evaluateAll((all, open) => Promise.all(all.filter((one) => one.open !== open).map((one) => new Promise((told) => {
    one.addEventListener('toggle', () => told(), { once: true });
    one.open = open;
  }))), open);
}
