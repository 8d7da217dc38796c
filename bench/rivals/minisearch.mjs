// MiniSearch. In: articles, or `index.json`, its own JSON, as its documentation keeps an index. Out: see README.md, "A rival".
//
// Settings as its documentation recommends them: prefixes and `fuzzy: 0.2` where slips are to be found, titles doubled.
// It has no phrases and no nearness.
import MiniSearch from 'minisearch';
import { answer, json, tableOf, text } from './common.mjs';

const settings = { fields: ['title', 'body'] };
const how = {
  common: {}, rare: {}, filtered: {}, and2: { combineWith: 'AND' }, prefix: { prefix: true }, typo: { fuzzy: 0.2 },
  known: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
};

function index(docs) {
  const made = new MiniSearch(settings);
  made.addAll(docs);
  return made;
}

const engine = (index, table) => ({
  search(ask) {
    const options = how[ask.kind];
    return options ? answer(index.search(ask.words.join(' '), options).map((hit) => hit.id), ask, table) : null;
  },
});

export const build = (docs) => engine(index(docs), tableOf(docs));
export async function open(base) {
  const [table, packed] = await Promise.all([json(`${base}../meta.json`), text(`${base}index.json`)]);
  return engine(MiniSearch.loadJSON(packed, settings), table);
}
export const files = (docs) => ({ 'index.json': JSON.stringify(index(docs)) });
