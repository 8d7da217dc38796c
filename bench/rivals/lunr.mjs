// Lunr. In: articles, or `index.json`, its own JSON, as its documentation loads a prebuilt index. Out: see README.md, "A rival".
//
// As it comes: with its stemmer and its stop words, so its counts are those of stems. It has no phrases and no nearness.
import lunr from 'lunr';
import { answer, json, tableOf } from './common.mjs';

const written = {
  common: (words) => words.join(' '),
  and2: (words) => words.map((word) => `+${word}`).join(' '),
  prefix: ([word]) => `${word}*`,
  typo: ([word]) => `${word}~1`,
  known: (words) => words.flatMap((word) => [word, `${word}~1`]).join(' '),
};
Object.assign(written, { rare: written.common, filtered: written.common });

function index(docs) {
  return lunr(function () {
    this.ref('id');
    this.field('title', { boost: 2 });
    this.field('body');
    docs.forEach((doc) => this.add(doc));
  });
}

const engine = (index, table) => ({
  search(ask) {
    const query = written[ask.kind]?.(ask.words);
    return query ? answer(index.search(query).map((hit) => Number(hit.ref)), ask, table) : null;
  },
});

export const build = (docs) => engine(index(docs), tableOf(docs));
export async function open(base) {
  const [table, packed] = await Promise.all([json(`${base}../meta.json`), json(`${base}index.json`)]);
  return engine(lunr.Index.load(packed), table);
}
export const files = (docs) => ({ 'index.json': JSON.stringify(index(docs)) });
