// Large corpora, invented and the same at every run, and pages that hold them bit by bit, as xtask/src/island.rs parts them.
import { packed, unpacked } from './island.mjs';

/** Numbers from 0 to 1 by chance, the same for the same seed (mulberry32). */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SOUNDS = ['ba', 'do', 'fi', 'gu', 'ka', 'lo', 'mi', 'nu', 'pa', 'ro', 'sa', 'to', 'vi', 'zu', 'je', 'we'];

/** An invented word for a number; no two have the same. */
export const word = (number) =>
  [...number.toString(SOUNDS.length)].map((digit) => SOUNDS[parseInt(digit, SOUNDS.length)]).join('').padStart(4, 'xa');

/** An invented text: some words are common and most are rare, as in any language. */
export function text(next, length, vocabulary = 3000) {
  const words = Array.from({ length }, () => word(Math.floor(vocabulary * next() ** 3)));
  // A sentence every dozen words.
  return words.map((word, at) => (at % 12 ? word : word[0].toUpperCase() + word.slice(1)) + (at % 12 === 11 || at === length - 1 ? '.' : '')).join(' ');
}

const stated = (value) => ({ value, basis: 'stated' });

/** An invented article, the one of that number. */
export function article(number, { authors = ['lee'], outlet = 'evening-post', year = 2000, title = `Title ${number}`, paragraphs = [] } = {}) {
  return {
    id: `a${String(number).padStart(6, '0')}`, title: stated(title), authors: stated(authors), outlet: stated(outlet), date: stated(String(year)),
    language: 'en', witnesses: [], headings: [], paragraphs: paragraphs.map((text, at) => ({ n: at + 1, text })),
  };
}

/** So many invented articles of three paragraphs. */
export function articles(many, { seed = 1, length = 40, vocabulary = 3000 } = {}) {
  const next = chance(seed);
  const one = (of) => of[Math.floor(next() * of.length)];
  return Array.from({ length: many }, (_, number) => article(number, {
    authors: one([['lee'], ['brandt'], ['lee', 'brandt'], []]), outlet: one(['evening-post', 'quay-gazette', 'port-leaflet']),
    year: 2000 + Math.floor(next() * 20), title: text(next, 4, vocabulary), paragraphs: [1, 2, 3].map(() => text(next, length, vocabulary)),
  }));
}

/** The corpus of a page, as it was packed. */
export const corpusOf = (page) => JSON.parse(unpacked(page, 'corpus'));

/** A corpus of articles alone, under the head of another: nothing is coded. */
export const uncoded = (head, articles) => ({ ...head, articles, positions: [], events: [], figures: [], notes: [], contrasts: [] });

/** A list in parts of that length. */
export function parts(list, length) {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, nth) => list.slice(nth * length, (nth + 1) * length));
}

const island = /(<script type="application\/(?:json|octet-stream)" id="corpus">)[^<]*(<\/script>)/;

/** A page that holds another corpus whole. */
export function holding(page, corpus) {
  const json = JSON.stringify(corpus).replaceAll('<', '\\u003c');
  return page.replace(island, (_, before, after) => before + (before.includes('json') ? json : packed(json)) + after);
}

/** A number, seven bits to a byte, the least first. */
const number = (value) => (value > 127 ? [(value & 127) | 128, ...number(value >>> 7)] : [value]);

/** What engine/words/src/coded.rs makes of texts, with numbers of two bytes for all forms: the words of invented texts are letters and digits. */
function coded(texts) {
  const forms = new Map();
  const codes = [];
  const say = (form) => {
    if (!forms.has(form)) forms.set(form, forms.size + 1);
    codes.push(forms.get(form) >> 8, forms.get(form) & 255);
  };
  for (const text of texts) {
    let [at, space] = [0, ''];
    for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const gap = text.slice(at, index);
      if (gap !== space) say(`-${gap}`);
      say(`+${written}`);
      [at, space] = [index + written.length, ' '];
    }
    if (at < text.length) say(`-${text.slice(at)}`);
    codes.push(0, 0);
  }
  const told = [...forms.keys()].map((form) => {
    const written = form.slice(1);
    const sort = form[0] === '-' ? 0 : written === written.toLowerCase() ? 1 : 2;
    return Buffer.concat([Buffer.from([0, ...number((Buffer.byteLength(written) << 2) | sort)]), Buffer.from(written)]);
  });
  return Buffer.concat([Buffer.from([...number(forms.size), 0, ...number(256)]), ...told, Buffer.from(codes)]);
}

/** A block of articles, or one whose records are any other text. */
export const block = (held) => {
  const texts = [];
  const taken = (text) => (texts.push(text), '');
  const bare = (article) => ({
    ...article, title: { ...article.title, value: taken(article.title.value) },
    paragraphs: article.paragraphs.map((paragraph) => ('text' in paragraph ? { ...paragraph, text: taken(paragraph.text) } : paragraph)),
  });
  const are = Array.isArray(held) && held.every(({ title }) => title);
  const records = Buffer.from(typeof held === 'string' ? held : JSON.stringify(are ? held.map(bare) : held));
  const bytes = Buffer.concat([Buffer.from(number(records.length)), records, coded(texts)]);
  return `\n<script type="application/octet-stream" class="articles">${packed(bytes)}</script>`;
};

/** A page that holds a corpus in blocks of so many articles; `change` maps the list of blocks, as they stand in the page. */
export function bitByBit(page, corpus, { each = 100, change = (blocks) => blocks } = {}) {
  const blocks = change(parts(corpus.articles, each).map(block));
  return holding(page, { ...corpus, articles: [], later: corpus.articles.length }).replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${blocks.join('')}</body>`);
}

/** For `before`: each block waits until `release(page, many)` lets it come. */
export const holdBack = (page) => page.addInitScript(() => {
  let [allowed, waiting, asked] = [0, [], 0];
  window.release = (many) => {
    for (allowed += many; allowed > 0 && waiting.length; allowed -= 1) waiting.shift()();
  };
  window.asked = () => asked;
  // Before the start script's own listener, which gives the program its blocks.
  document.addEventListener('DOMContentLoaded', () => {
    const program = document.getElementById('program');
    if (!program) return;
    let next;
    const held = async () => {
      asked += 1;
      if (allowed > 0) allowed -= 1;
      else await new Promise((go) => waiting.push(go));
      return next();
    };
    Object.defineProperty(program, 'moreArticles', { get: () => next && held, set: (given) => { next = given; } });
  });
});

/** Lets so many blocks come, all that there are by default. */
export const release = (page, many = 1e9) => page.evaluate((many) => window.release(many), many);

/** Waits until every article is there; fails where that is never so. */
export async function complete(page) {
  const outcome = await page.evaluate(() => Promise.race([
    window.sightlines.complete.then(() => 'complete', String), new Promise((late) => setTimeout(late, 30_000, 'never complete')),
  ]));
  if (outcome !== 'complete') throw new Error(outcome);
}

/** A program, as WebAssembly, that gets no more memory than so many pages of 64 KiB beyond those that it begins with. */
export function confined(program, more) {
  const number = (at) => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = program[at++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    return [value, at];
  };
  const coded = (value) => (value > 127 ? [(value & 127) | 128, ...coded(value >> 7)] : [value]);
  for (let at = 8; at < program.length;) {
    const [size, from] = number(at + 1);
    if (program[at] === 5) {
      const [least] = number(from + 2);
      const section = [1, 1, ...coded(least), ...coded(least + more)];
      return Buffer.concat([program.subarray(0, at), Buffer.from([5, ...coded(section.length), ...section]), program.subarray(from + size)]);
    }
    at = from + size;
  }
  throw new Error('the program has no memory of its own');
}

/** Naive: the words of a text, folded. */
export const words = (text) => text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
