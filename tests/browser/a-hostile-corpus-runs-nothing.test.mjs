import test from 'node:test';
import assert from 'node:assert/strict';
import { ENGINES, engine, lacks, watched } from '../engines.mjs';
import { altered, listener, source, without } from '../harness.mjs';
import { packed, unpacked } from '../island.mjs';

// Whoever makes a corpus may write anything into it, and whoever passes a page on may alter it. Every word of the corpus carries markup
// here, its ids too. A copy with harmless words in the same places says which elements the page makes of its own.

const skip = without('invented');

/** What stands in a free text; `n` tells one field from another, `out` is an address that nobody may ask for. */
const texts = [
  (n, out) => `<script>ran(${n})</script><script src="${out}${n}"></script>`,
  (n, out) => `<img src=x onerror=ran(${n})><img src="${out}${n}" srcset="${out}${n} 2x">`,
  (n, out) => `"><svg onload=ran(${n})><image href="${out}${n}"/><script>ran(${n})</script></svg>`,
  (n) => `' autofocus onfocus=ran(${n}) onmouseover="ran(${n})" x='`,
  (n) => `</script></textarea></title></style></noscript></template><img src=x onerror=ran(${n})>-->`,
  (n, out) => `<iframe srcdoc="<script>parent.ran(${n})</script>"></iframe>`
    + `<iframe src="javascript:parent.ran(${n})"></iframe><iframe src="${out}${n}"></iframe>`,
  (n) => `&lt;img src=x onerror=ran(${n})&gt;&#60;script&#62;ran(${n})&amp;lt;`,
  (n) => `{{ran(${n})}} \${ran(${n})} <%= ran(${n}) %> [[x](javascript:ran(${n}))]`,
  (n, out) => `x:expression(ran(${n}));background:url(${out}${n})}</style><style>@import "${out}${n}";`,
  (n) => `\u202E<b>\u2066\u200F${n}\u2028\u2029\u0001\u0000</b>\uFEFF\u2069`,
  (n) => `javascript:ran(${n})//`,
  (n) => `data:text/html,<script>opener.ran(${n})</script>`,
  (n, out) => `<object data="${out}${n}"></object><embed src="${out}${n}"><link rel=stylesheet href="${out}${n}">`
    + `<meta http-equiv=refresh content="0;url=${out}${n}"><base href="${out}">`,
  (n, out) => `=HYPERLINK("${out}${n}","x")<a href="javascript:ran(${n})" ping="${out}${n}">x</a><form action="javascript:ran(${n})"><button>x`,
  (n) => `<math><mtext><table><mglyph><style><img src=x onerror=ran(${n})></style></table></mtext></math><details open ontoggle=ran(${n})>`,
  (n) => `<!--><img src=x onerror=ran(${n})><![CDATA[<svg/onload=ran(${n})>]]>`,
];

/** What follows an id. A dot would end a cell's column in the address, and a space at the end would fall off. */
const endings = [
  (n) => `"><img src=x onerror=ran(${n})>`, (n) => `' onmouseover=ran(${n}) x='`, (n) => `<script>ran(${n})</script>`,
  (n) => `&lt;svg onload=ran(${n})&gt;`, (n) => `#&view=about&${n}%22{{ran(${n})}}`, (n) => `\u202E/../<b>${n}`,
];

// A field by its path: what is of a few known values, or joins one thing to another.
const fixed = /\.(basis|polarity|strength|nearness|confidence|anchors\[\]|as_of|date|date\.value|side|hash)$|^\.(codebook\.actor|contrasts|outlets)\[\]\.kind$/;
const ids = new RegExp(String.raw`\.(id|actor|author_actor|implies|of|speaks_for|article|issue|answer|stance|voice|via|side_a|side_b|place|witness)$`
  + String.raw`|\.(authors|outlet)\.value(\[\])?$|\.witnesses\[\]$`);

/** The corpus with another word for every word of it, and what they are now: `{ corpus, said: { word: path } }`. */
function changed(corpus, { text, ending }) {
  const said = {};
  const numbers = new Map();
  const change = (value, path) => {
    if (Array.isArray(value)) return value.map((one) => change(one, `${path}[]`));
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one, `${path}.${key}`)]));
    if (typeof value !== 'string' || fixed.test(path)) return value;
    // Equal words stay equal: a name in a text and in a list of names, an id and what refers to it.
    const kind = ids.test(path) ? 'id' : 'text';
    const key = `${kind} ${value}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    const n = numbers.get(key);
    const put = kind === 'id' ? ending(n) : text(n);
    said[put] = [...said[put] ?? [], path];
    return kind === 'id' ? `${value}${put}` : `${put} ${value}`;
  };
  const other = change(corpus, '');
  // A name that is found under another: only one that stands in a text is.
  other.articles[0].paragraphs[0].text += ` ${other.rings[0].names[0]}.`;
  return { corpus: other, said };
}

/** The corpus of the invented page with every field that a corpus can have: an article's text and what only other corpora say. */
function complete(page) {
  const corpus = JSON.parse(unpacked(page, 'corpus'));
  corpus.method = 'How it was coded';
  corpus.agreement = [['alpha of the stances', '0.9 by chance']];
  const [first] = corpus.articles;
  for (const article of corpus.articles) article.url = 'https://example.org/an-article';
  for (const paragraph of first.paragraphs) {
    paragraph.text = `This is said first in ¶ ${paragraph.n}. ${corpus.rings[0].names[0]} is a name. This stands last.`;
    paragraph.terms = [];
  }
  first.headings = [{ before: 1, label: 'A heading of the source', source: true }];
  corpus.notes.push({ article: first.id, text: 'A note on the whole' });
  const [one] = corpus.positions;
  const other = { issue: one.issue, answer: one.answer, stance: corpus.codebook.stance.at(-1).id, voice: one.voice };
  one.coding = { readings: [other, null], rule: 'the nearer word' };
  one.note ||= 'A coder’s note';
  return corpus;
}

/** Every part of the page, with everything in it on. */
function views({ articles, positions, codebook, outlets, authors, rings, related }) {
  const fragment = (pairs) => new URLSearchParams(pairs).toString();
  const one = positions.find(({ answer }) => answer);
  const on = { issue: one.issue, actor: one.actor, answer: one.answer, stance: one.stance, voice: one.voice };
  const bys = ['government', 'actor', 'group', 'author', 'outlet', 'year', 'nearness'];
  const stops = ['', 'view=about', fragment({ q: articles[0].title.value })];
  const path = [['path', articles[0].title.value], ...stops.map((view, at) => ['stop', `${at + 1} ${view} ${positions[at].summary}`]), ['at', '3']];
  return [
    '', fragment({ sort: 'author', outlet: outlets[0].id, author: authors[0].id }), fragment(on), 'embed=1',
    ...[...[...rings[0].names, ...related[0].names].map((name) => `"${name.replaceAll('"', ' ')}"`), articles[0].title.value, 'pilotz', 'img', 'author:onerror']
      .map((q) => fragment({ q })),
    ...[`"${rings[0].names[0].replaceAll('"', ' ')}"`, 'img OR word1'].map((q) => fragment({ view: 'words', q, lines: 'left' })),
    'view=read', ...articles.map(({ id, paragraphs }) => fragment({ view: 'read', article: id, p: `${paragraphs[0].n}.1` })),
    ...positions.slice(0, 1).map(({ id, article }) => fragment({ view: 'read', article, position: id, q: 'img' })),
    ...bys.map((by) => fragment({ view: 'compare', by, silence: 'shown' })), 'view=compare&by=actor&turn=1&dense=1&rows=disagreement',
    fragment({ view: 'compare', by: 'actor', cell: `${one.actor}.${one.issue}` }), fragment({ view: 'compare', by: 'outlet', column: outlets[0].id }),
    fragment({ view: 'compare', by: 'actor', a: positions[0].actor, b: positions[1].actor }), fragment({ view: 'compare', by: 'outlet', ...on }),
    'view=timeline', 'view=timeline&as_of=2031', 'view=words',
    ...['prompts', 'code', 'matrix', 'blank', 'notes'].map((sheet) => `view=seminar&sheet=${sheet}`), 'view=seminar&sheet=matrix&by=actor',
    fragment({ view: 'seminar', sheet: 'code', position: one.id }),
    ...codebook.actor.slice(0, 2).map(({ id }) => fragment({ view: 'seminar', sheet: 'role', role: id })),
    'view=about', fragment(path),
  ];
}

/* In the page: goes to a view, opens what can be opened, and tells what is strange, what is made, and which of the words are shown. */
async function visit(hash, words) {
  await window.lead(hash);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const open = async (selector, how) => {
    for (const element of all(selector)) how(element);
    await window.drawn();
  };
  const type = (field, value, event) => {
    field.value = value;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  };
  for (let deep = 0; deep < 3; deep += 1) {
    await open('main details:not([open])', (details) => { details.open = true; });
    await open('main button[aria-expanded="false"]', (button) => button.click());
  }
  await open('.reader .pills button:last-child', (button) => button.click());
  // A reader's own note, an answer, and what is taken out: to be copied by hand, since the clipboard is refused.
  if (/view=compare&by=government/.test(hash)) {
    for (const form of all('.dispute form').slice(0, 1)) {
      type(form.querySelector('input'), words.at(-1), 'input');
      type(form.querySelector('textarea'), words.at(-1), 'input');
      form.requestSubmit();
    }
  }
  for (const form of all('.exercise > form')) {
    form.querySelector('input').click();
    for (const select of form.querySelectorAll('select')) type(select, select.options[1].value, 'change');
    form.requestSubmit();
    await window.drawn();
    await open('.exercise button[aria-expanded="false"]', (button) => button.click());
  }
  let text = document.title;
  const read = () => {
    for (const element of all('#app, #app *')) for (const { value } of element.attributes) text += `\n${value}`;
    for (const field of all('#app :is(input, textarea)')) text += `\n${field.value}`;
    text += document.getElementById('app').textContent;
  };
  await open('.export .ways label:last-child input', (choice) => choice.click());
  for (const button of all('.export li button')) {
    button.click();
    await window.drawn();
    for (const box of all('.export textarea')) text += `\n${box.value}`;
  }
  // Once is enough for the panel, in which the page is shown in a frame.
  if (/view=read&article/.test(hash) && !window.shared) {
    window.shared = true;
    document.getElementById('share-button').click();
    await window.drawn();
    await open('.share details', (details) => { details.open = true; });
    read();
  }
  for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name));
  await window.drawn();
  read();
  const made = {};
  for (const element of all('#app *')) {
    const form = [element.localName, ...[...element.attributes].map(({ name }) => name).sort()].join(' ');
    made[form] = (made[form] ?? 0) + 1;
  }
  const strange = window.strange();
  if (document.querySelector('title').children.length > 0) strange.push('the title holds elements');
  if (document.querySelector('.share')) document.getElementById('share-button').click();
  return { strange, made, shown: words.filter((word) => text.includes(word)), live: document.documentElement.className.trim() };
}

/* In the page, at its end: a payload of the same sort, put there as no careful page would, is heard. */
async function control() {
  const before = window.heard.length;
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = '<img src="data:image/png,x" onerror="ran(\'the control\')">';
  while (window.heard.length === before) await new Promise((later) => setTimeout(later, 10));
  const heard = window.heard.splice(before);
  return [window.heard, heard.length > 0 && heard.every((said) => /^ran the control$|^script-src/.test(said))];
}

/** The page with another corpus in it. */
const holding = (corpus) => (page) => page.replace(/(id="corpus">)[^<]*/, (_, start) => `${start}${packed(JSON.stringify(corpus))}`);

// What the page shows nowhere, since it is for links, for the search, for catalogues, for the plain articles or for joining one thing to
// another; or only once a reader cites.
const unseen = /^\.(public_url|editors\[\]|published|authors\[\]\.family|(articles\[\]\.)?references\[\]\[\]|search\..*|articles\[\]\.url|events\[\]\.(id|kind)|(figures|contrasts|map\.place)\[\]\.id|map\.land\[\]\.place)$|\.terms\[\]/;

for (const name of ENGINES) {
  test(`${name}: whatever stands in a corpus is shown as the words that it is`, { skip: skip || lacks(name), timeout: 240_000 }, async (t) => {
    const { open, version } = await engine(t, name);
    t.diagnostic(version);
    const { address: out, received: asked } = await listener(t);
    const whole = complete(source('invented'));
    const harmless = changed(whole, { text: (n) => `word${n} and more`, ending: (n) => `-${n}` });
    const hostile = changed(whole, { text: (n) => texts[n % texts.length](n, out), ending: (n) => endings[n % endings.length](n) });
    for (const { corpus } of [harmless, hostile]) corpus.public_url = '';

    /** Goes through all views of a copy; gives what was made in each. */
    const through = async ({ corpus, said }, policy) => {
      const address = altered(t, (page) => watched(holding(corpus)(page), { policy }), 'invented');
      const page = await open(address);
      assert.equal(await page.inside('window.begun()'), 'live');
      await page.inside('Object.defineProperty(navigator, "clipboard", { value: undefined }) && 1');
      const words = Object.keys(said);
      const seen = new Set();
      const made = [];
      // The policy has less to refuse than the page has already: some views tell whether it is ever asked.
      for (const view of views(corpus).filter((_, at) => !policy || at % 4 === 0)) {
        const found = await page.inside(`(${visit})(${JSON.stringify(view)}, ${JSON.stringify(words)})`);
        assert.deepEqual([found.strange, found.live], [[], 'live'], view);
        found.shown.forEach((word) => seen.add(word));
        made.push(found.made);
      }
      assert.deepEqual(await page.inside(`(${control})()`), [[], true], 'nothing ran, and what runs is heard');
      const missing = words.filter((word) => !policy && !seen.has(word) && !said[word].every((path) => unseen.test(path)));
      assert.deepEqual(missing.map((word) => [said[word], word]), [], 'each is shown as it stands, somewhere');
      return made;
    };
    const own = await through(harmless, false);
    const made = await through(hostile, false);
    for (const [at, view] of views(harmless.corpus).entries()) {
      // Other words find and mark other things.
      if (!/\bq=/.test(view)) assert.deepEqual(made[at], own[at], `the same elements with the same attributes: ${view}`);
    }
    await through(hostile, true);
    assert.deepEqual(asked, [], 'and nothing was asked for');
  });
}

for (const name of ENGINES) {
  test(`${name}: a public address that is none of the web becomes no link`, { skip: skip || lacks(name), timeout: 120_000 }, async (t) => {
    const { open } = await engine(t, name);
    for (const public_url of ['javascript:ran(1)//', 'data:text/html,<script>opener.ran(1)</script>', ' \tjava\nscript:ran(1)//']) {
      const corpus = { ...JSON.parse(unpacked(source('invented'), 'corpus')), public_url };
      const page = await open(`${altered(t, (page) => watched(holding(corpus)(page), { policy: false }), 'invented')}#embed=1`);
      assert.equal(await page.inside('window.begun()'), 'live');
      const links = await page.inside('[...document.querySelectorAll("#app a:not(svg a)")].map(({ protocol }) => protocol)');
      assert.ok(links.length > 10 && links.every((protocol) => /^(file|https?):$/.test(protocol)), `${JSON.stringify(public_url)}: ${[...new Set(links)]}`);
    }
  });
}
