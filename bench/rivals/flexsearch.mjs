// FlexSearch. In: articles, or the parts that its `export` gives and its `import` takes. Out: see README.md, "A rival".
//
// A document index with the tokenizer `forward`, which finds beginnings of words, and as its encoder is by default. Slips
// would need the tokenizer `tolerant` instead, a second and far larger index; phrases and nearness it has none.
import FlexSearch from 'flexsearch';
import { answer, json, tableOf, text } from './common.mjs';

const empty = () => new FlexSearch.Document({ tokenize: 'forward', document: { id: 'id', index: ['title', 'body'], store: false } });
const kinds = new Set(['common', 'rare', 'and2', 'prefix', 'filtered', 'known']);

function index(docs) {
  const made = empty();
  docs.forEach((doc) => made.add(doc));
  return made;
}

const engine = (index, table) => ({
  search(ask) {
    if (!kinds.has(ask.kind)) return null;
    const fields = index.search(ask.words.join(' '), { limit: table.length, suggest: ask.kind === 'known' });
    return answer([...new Set(fields.flatMap((field) => field.result))], ask, table);
  },
});

export const build = (docs) => engine(index(docs), tableOf(docs));
export async function open(base) {
  const [table, keys] = await Promise.all([json(`${base}../meta.json`), json(`${base}keys.json`)]);
  const parts = await Promise.all(keys.map((_, at) => text(`${base}part-${at}.json`)));
  const made = empty();
  for (let at = 0; at < keys.length; at++) await made.import(keys[at], parts[at]);
  return engine(made, table);
}
export async function files(docs) {
  const keys = [], parts = {};
  await index(docs).export((key, value) => {
    if (value === undefined || value === null) return;
    parts[`part-${keys.length}.json`] = typeof value === 'string' ? value : JSON.stringify(value);
    keys.push(key);
  });
  return { 'keys.json': JSON.stringify(keys), ...parts };
}
