import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINES, engine, lacks, watched } from '../engines.mjs';
import { source, without, written } from '../harness.mjs';

// What comes from other pages, from scripts and from a reader's own files. In a copy without the policy nothing but the page's own care
// keeps a payload from running.

const skip = without('invented');
const on = (name) => ({ skip: skip || lacks(name), timeout: 240_000 });
const copy = (t) => written(t, watched(source('invented'), { policy: false }));

/* In the page: whether it lives, and lives alone. */
function isWell() {
  return {
    live: document.documentElement.className.trim(), strange: [...window.strange()], heard: window.heard,
    polluted: 'ran' in Object.prototype || Object.keys(Object.prototype).length > 0,
  };
}
const well = { live: 'live', strange: [], heard: [], polluted: false };

/* In the page that frames it: what a hostile host says. */
async function says() {
  const type = 'sightlines:view';
  const circle = { type };
  circle.view = circle;
  let deep = {};
  for (let at = 0; at < 1_000; at += 1) deep = { type, view: deep };
  const strange = [
    undefined, null, 0, NaN, 1n, '', 'view=about', [], [type, 'view=about'], {}, { type }, { type, view: null }, { type, view: 7 },
    { type, view: ['view=about'] }, { type, view: { toString: 'view=about' } }, { type: [type], view: 'view=about' },
    { type: `${type} `, view: 'view=about' }, { Type: type, view: 'view=about' },
    { get type() { return 'other'; }, get view() { return 'view=about'; } },
    new Map([['type', type], ['view', 'view=about']]), new Date(), /x/, new Error(type),
    new ArrayBuffer(1_000_000), new Uint8Array(8), circle, deep, JSON.parse(`{"__proto__": {"type": "${type}", "view": "view=about"}}`),
    new Blob(['view=about']),
  ];
  for (const message of strange) frames[0].postMessage(message, '*');
  // The other frame passes on what it hears: it frames nothing, and is not to lead.
  frames[1].postMessage({ type, view: 'view=about' }, '*');
  frames[1].postMessage({ type: 'sightlines:height', height: 1e9 }, '*');
}

/* In the frame: what no other page can send, since it is a copy that arrives. */
async function forged() {
  const broken = { get type() { throw new Error('no type'); } };
  const half = { type: 'sightlines:view', get view() { throw new Error('no view'); } };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  // Firefox makes no event of another window's; one can be made to say so.
  const hear = (data, source) => window.dispatchEvent(Object.defineProperty(new MessageEvent('message', { data }), 'source', { value: source }));
  for (const data of [broken, half, proxy, () => 'view=about', Symbol('x')]) hear(data, parent);
  for (const source of [window, null, parent.frames[1]]) hear({ type: 'sightlines:view', view: 'view=about' }, source);
  postMessage({ type: 'sightlines:view', view: 'view=about' }, '*');
  await window.drawn();
  await window.drawn();
}

/* In the page that frames it. */
const lead = (view) => `frames[0].postMessage({ type: 'sightlines:view', view: ${view} }, '*')`;

/* In the frame: waits until what is said holds these words. */
const until = (words) => `(async () => {
  const said = () => [...document.querySelectorAll('.notices')].map(({ textContent }) => textContent).join(' ');
  for (let left = 400; left > 0 && !said().includes(${JSON.stringify(words)}); left -= 1) await new Promise((later) => setTimeout(later, 25));
  return said();
})()`;

/* In the page: what a script may be wrong about, and what it gets for it. */
async function calls() {
  const page = window.sightlines;
  const sample = async () => JSON.stringify([await page.table({ by: 'actor' }), { ...await page.search({ q: 'harbour' }), micros: 0 }, page.view]);
  const before = await sample();
  let deep = 'x';
  for (let at = 0; at < 100_000; at += 1) deep = [deep];
  const circle = {};
  circle.q = circle;
  const wrong = {
    'a symbol': Symbol('q'), 'a function': () => ({}), 'a big number': 1n,
    'a circle': circle, 'a depth': { q: deep }, 'a list': ['q'], 'a word': 'q=harbour', 'a number': 7,
    'a getter that throws': { get q() { throw new Error('no'); } }, 'a toJSON that throws': { toJSON() { throw new Error('no'); } },
    'a key of every object': JSON.parse('{"__proto__": {"q": "x"}}'),
    'a constructor': { constructor: { prototype: { ran: 1 } } }, 'a wrong q': { q: { toString: () => 'x' } },
    'a wrong author': { author: [['lee']] }, 'a wrong limit': { limit: -1 },
    'a wrong offset': { offset: 1e300 },
    'no number': { limit: NaN }, 'a wrong year': { year: ['<img src=x onerror=ran(1)>'] },
    'a wrong by': { by: '__proto__' }, 'a long key': { ['k'.repeat(1e6)]: 1 },
  };
  const odd = {
    nothing: undefined, null: null, 'a revival': { toJSON: () => ({ q: 'harbour' }) },
    'a call within': { toJSON() { page.search({ q: 'x' }); return { q: 'port' }; } },
    'a null sign': { q: '\u0000' }, 'markup': { q: '<img src=x onerror=ran(1)>' }, 'parentheses': { q: '('.repeat(100_000) },
    'minuses': { q: '-'.repeat(100_000) }, 'quotation marks': { q: '"'.repeat(20_000) }, 'a long word': { q: 'x'.repeat(1_000_000) },
    'stars': { q: '*'.repeat(100_000) },
    'an author of markup': { author: ['"><svg onload=ran(1)>'] },
  };
  const told = [];
  for (const name of ['search', 'table', 'contrasts']) {
    for (const [what, options] of Object.entries(wrong)) {
      try {
        await page[name](options);
        told.push(`${name} takes ${what}`);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.startsWith(`sightlines.${name}: `)) told.push(`${name} of ${what}: ${String(error).slice(0, 200)}`);
      }
    }
    for (const [what, options] of Object.entries(odd)) {
      try {
        if (typeof await page[name](options) !== 'object') told.push(`${name} of ${what} gives nothing`);
      } catch (error) {
        told.push(`${name} of ${what}: ${String(error).slice(0, 200)}`);
      }
    }
  }
  await page.corpus({ toJSON() { throw new Error('no'); } });
  return { told, same: await sample() === before };
}

/* In the page: what is no fragment leaves the view where it is. */
async function settings() {
  const page = window.sightlines;
  page.view = 'view=compare&by=outlet';
  const moved = [];
  for (const value of [5, null, undefined, true, {}, [], Symbol('x'), 1n, () => 'view=about', { length: 3 }, { toString: () => 'view=about' }]) {
    try { page.view = value; } catch { /* Saying so is as good. */ }
    if (page.view !== 'view=compare&by=outlet') moved.push(`${typeof value} ${JSON.stringify(value) ?? ''} leads to “${page.view}”`);
    page.view = 'view=compare&by=outlet';
  }
  return moved;
}

/* In the page: files are dropped, and it is waited until something is said of each. */
const drop = (files) => `(async () => {
  const dragged = new DataTransfer();
  for (const [name, type, words] of ${JSON.stringify(files)}) dragged.items.add(new File([words], name, { type }));
  document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dragged }));
  const said = () => [...document.querySelectorAll('.copies > :is(p, .copy), .path-bar')];
  for (let left = 400; left > 0 && said().length === 0; left -= 1) await new Promise((later) => setTimeout(later, 25));
  await drawn();
  for (const details of document.querySelectorAll('.copies details')) details.open = true;
  const text = said().map(({ textContent }) => textContent).join(' ');
  document.querySelector('.copies button')?.click();
  return text;
})()`;

const markup = '<img src=x onerror=ran(1)><script>ran(1)</script>';
const escaped = markup.replaceAll('<', '&lt;');

/** A saved page that does all that a page can do to be noticed, around an article. */
function hostilePage(article) {
  const paragraphs = article.split(/\n\n+/).map((words) => `<p onclick="ran(1)">${words}</p>`);
  paragraphs.splice(-2, 0, `<p>${escaped} and more words, that are none of any article at all.</p>`);
  return `<!doctype html><html onload="ran(1)">
    <head><title>${escaped}</title><base href="https://canary.invalid/">
    <meta http-equiv="refresh" content="0;url=https://canary.invalid/">
    <link rel="stylesheet" href="https://canary.invalid/a.css"><style>@import "https://canary.invalid/b.css"</style>
    <script src="https://canary.invalid/a.js"></script></head>
    <body onload="ran(1)" onerror="ran(1)"><script>ran(1); top.ran(1)</script><img src="x" onerror="ran(1)">
    <svg onload="ran(1)"><script>ran(1)</script><use href="https://canary.invalid/s.svg#a"/></svg>
    <iframe srcdoc="<script>parent.ran(1)</script>"></iframe><iframe src="javascript:parent.ran(1)"></iframe>
    <object data="https://canary.invalid/o"></object><embed src="https://canary.invalid/e">
    <video autoplay src="https://canary.invalid/v" onerror="ran(1)"></video><input autofocus onfocus="ran(1)">
    <details open ontoggle="ran(1)">x</details><template><img src=x onerror=ran(1)></template>
    <noscript><img src=x onerror=ran(1)></noscript><math><mtext><table><mglyph><style><img src=x onerror=ran(1)></style></mglyph></table></mtext></math>
    ${paragraphs.join('\n')}<a href="javascript:ran(1)">${escaped}</a><plaintext><img src=x onerror=ran(1)>`;
}

for (const name of ENGINES) {
  test(`${name}: a host leads the page to views and to nothing else, and other frames do not`, on(name), async (t) => {
    const { open } = await engine(t, name);
    const other = '<script>onmessage = ({ data }) => { parent.frames[0].postMessage(data, "*"); parent.postMessage("passed on", "*"); };</script>';
    const host = written(t, `<!DOCTYPE html><meta charset="utf-8"><title>course</title><script>heard = []; onmessage = ({ data }) => heard.push(data);</script>
      <iframe src="${copy(t)}#view=compare" width="1000" height="700"></iframe><iframe srcdoc='${other}'></iframe>`, 'host.html');
    const page = await open(host);
    assert.equal(await page.inside('window.begun()', 0), 'live');
    await page.inside(`(${says})()`);
    await page.inside('(async () => { while (heard.filter((it) => it === "passed on").length < 2) await new Promise((later) => setTimeout(later, 25)); })()');
    await page.inside(`(${forged})()`, 0);
    // What is sent later arrives later: whatever was sent before has been read by then.
    await page.inside(lead(JSON.stringify(`view=compare&author=${markup}`)));
    assert.ok((await page.inside(until('an author who is not in this edition'), 0)).includes(markup));
    assert.equal(await page.inside('sightlines.view', 0), 'view=compare', 'nothing but a view led anywhere');
    for (const [view, said] of [
      ["`q=${'x'.repeat(20_000_000)}`", 'longer than'], ["'outlet=\\uD800\\u0000'", 'an outlet that is not'],
      ["'javascript:ran(1)//=1'", 'javascript:ran(1)//'],
    ]) {
      await page.inside(lead(view));
      assert.ok((await page.inside(until(said), 0)).includes(said), view);
    }
    assert.deepEqual(await page.inside(`(${isWell})()`, 0), well);
  });

  test(`${name}: whatever a script asks for, it gets an answer or an error that says so, and the page lives`, on(name), async (t) => {
    const { open } = await engine(t, name);
    const page = await open(copy(t));
    assert.equal(await page.inside('window.begun()'), 'live');
    assert.deepEqual(await page.inside(`(${calls})()`), { told: [], same: true });
    assert.deepEqual(await page.inside(`(${isWell})()`), well);
  });

  test(`${name}: half a sign in a query, as a cut text may end in, is a query`, on(name), async (t) => {
    const { open } = await engine(t, name);
    const page = await open(copy(t));
    assert.equal(await page.inside('window.begun()'), 'live');
    const found = (sign) => page.inside(`sightlines.search({ q: "harbour ${sign}" }).total`);
    assert.equal(await found('\\uD83D'), await found('\\uFFFD'));
  });

  test(`${name}: what is no fragment leads nowhere`, on(name), async (t) => {
    const { open } = await engine(t, name);
    const page = await open(copy(t));
    assert.equal(await page.inside('window.begun()'), 'live');
    assert.deepEqual(await page.inside(`(${settings})()`), []);
    assert.deepEqual(await page.inside(`(${isWell})()`), well);
  });

  test(`${name}: nothing in a dropped file runs or is fetched`, on(name), async (t) => {
    const { open } = await engine(t, name);
    const page = await open(copy(t));
    assert.equal(await page.inside('window.begun()'), 'live');
    const captures = fileURLToPath(new URL('../../xtask/tests/fixtures/harbour/captures/', import.meta.url));
    const article = readFileSync(join(captures, 'brandt.txt'), 'utf8');
    const said = await page.inside(drop([[`${markup}.html`, 'text/html', hostilePage(article)]]));
    assert.ok(said.includes(`${markup}.html holds `), said);
    assert.ok(said.includes(`${markup} and more words`), 'what is left out is named as it stands');
    const texts = await page.inside('sightlines.corpus().articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).filter(Boolean)');
    assert.ok(texts.length > 0 && texts.every((text) => !/[<>]|ran\(/.test(text)), 'and nothing but the article enters');
    for (const [file, type, words] of [
      [`${markup}.txt`, 'text/plain', markup], [`${markup}.pdf`, 'application/pdf', `%PDF${markup}`],
      ['a.html', 'text/html', '<div>'.repeat(20_000)],
      ['\u202Etxt.html', 'text/html', '<!doctype html><frameset onload=ran(1)>'],
      ['a.json', 'application/json', `{"type":"sightlines:path","stops":${'['.repeat(50_000)}`],
      ['a.json', 'application/json', '{"__proto__":{"ran":1},"type":"sightlines:path","stops":{"length":9}}'],
    ]) assert.match(await page.inside(drop([[file, type, words]])), /was not used/, file);

    const stops = [
      { view: 'javascript:ran(1)', note: markup }, { view: `q=${markup}`, note: '"><svg onload=ran(1)>' }, { view: `view=read&article=${markup}`, note: 7 },
      { view: null }, { view: `stop=1 ${markup}`, __proto__: { ran: 1 } },
    ];
    const bar = await page.inside(drop([['path.json', 'application/json', JSON.stringify({ type: 'sightlines:path', title: markup, stops })]]));
    assert.ok(bar.startsWith(`${markup} · stop 1 of 4${markup}`), bar);
    for (let stop = 2; stop <= 4; stop += 1) {
      await page.inside(`(async () => {
        document.querySelector('.path-bar a.on').click();
        while (!/at=${stop}$/.test(sightlines.view)) await new Promise((later) => setTimeout(later, 25));
        await drawn();
      })()`);
      assert.deepEqual(await page.inside(`(${isWell})()`), well, `stop ${stop}`);
    }
    const asked = await page.inside('performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name))');
    assert.deepEqual(asked, []);
  });
}
