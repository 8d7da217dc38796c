// Orama. In: articles, or what its `save` gave, for its `load`. Out: see README.md, "A rival".
//
// Every search of it also finds words that begin so; its `exact` looks through the texts again with regard to case and loses
// words that stand only with a capital, so it is left off. It filters and counts itself, over what its filters let through.
// It keeps the articles, so no other file with texts is shipped. It has no nearness, and phrases only by `exact`.
import { create, insertMultiple, load, save, search } from '@orama/orama';
import { json } from './common.mjs';

const empty = () => create({ schema: { title: 'string', body: 'string', author: 'enum', outlet: 'enum', year: 'enum' } });
const how = {
  common: {}, rare: {}, prefix: {}, and2: { threshold: 0 }, typo: { tolerance: 1 }, known: { tolerance: 1 },
};

async function index(docs) {
  const made = empty();
  await insertMultiple(made, docs.map((doc) => ({ ...doc, id: String(doc.id) })), 500);
  return made;
}

const engine = (made) => ({
  async search(ask) {
    const filtered = ask.kind === 'filtered';
    const options = filtered
      ? { where: { author: { eq: ask.author }, outlet: { eq: ask.outlet } }, facets: { author: {}, outlet: {} } }
      : how[ask.kind];
    if (!options) return null;
    const query = { term: ask.words.join(' '), properties: ['title', 'body'], boost: { title: 2 }, limit: 10, ...options };
    const { count, hits, facets } = await search(made, query);
    const counts = filtered && { authors: facets.author.values, outlets: facets.outlet.values };
    return { total: count, ids: hits.map((hit) => Number(hit.id)), ...counts };
  },
});

export const build = async (docs) => engine(await index(docs));
export async function open(base) {
  const made = empty();
  load(made, await json(`${base}index.json`));
  return engine(made);
}
/** In parts: of many articles the whole is too long for one string. */
export async function files(docs) {
  const parts = Object.entries(save(await index(docs))).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return { 'index.json': ['{', ...parts.flatMap((part, at) => (at ? [',', part] : [part])), '}'] };
}
export const holdsTexts = true;
