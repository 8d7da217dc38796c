// Pagefind. In: the folder that its Node interface writes. Out: see README.md, "A rival".
//
// It fetches a piece of its index for each query; that is its design, and the reason why it is fast to open and slow to
// answer for the first time. It cannot index in the page. Quotes make a phrase. It has no tolerance for slips and no nearness;
// its ids are names of fragments, which `idsBy` translates after the measuring. Fragments hold the texts.

const kinds = new Set(['common', 'rare', 'and2', 'prefix', 'typo', 'filtered', 'phrase', 'known']);

export async function open(base) {
  const folder = new URL(`${base}pagefind/`, location.href);
  const pagefind = await import(/* not bundled */ `${folder.href}pagefind.js`);
  await pagefind.options({ basePath: folder.pathname });
  await pagefind.init();
  return {
    async search(ask) {
      if (!kinds.has(ask.kind)) return null;
      const words = ask.words.join(' ');
      const filters = ask.kind === 'filtered' ? { author: ask.author, outlet: ask.outlet } : {};
      const found = await pagefind.search(ask.kind === 'phrase' ? `"${words}"` : words, { filters });
      const counts = ask.kind === 'filtered' && { authors: found.filters.author, outlets: found.filters.outlet };
      return { total: found.results.length, ids: found.results.slice(0, 10).map((result) => result.id), ...counts };
    },
  };
}
export const idsBy = 'ids.json';
export const holdsTexts = true;

/** Writes the folder by itself, and the names of the fragments with the ids that they hold. */
export async function write(docs, dir) {
  const { createIndex, close } = await import('pagefind');
  const { readFileSync, readdirSync, writeFileSync } = await import('node:fs');
  const { gunzipSync } = await import('node:zlib');
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (let at = 0; at < docs.length; at += 200) {
    await Promise.all(docs.slice(at, at + 200).map((doc) => index.addCustomRecord({
      url: `/${doc.id}`, content: `${doc.title}. ${doc.body}`, language: 'en',
      meta: { title: doc.title, year: doc.year }, filters: { author: [doc.author], outlet: [doc.outlet] },
    })));
  }
  const { errors } = await index.writeFiles({ outputPath: `${dir}/pagefind` });
  await close();
  if (errors.length) throw new Error(errors.join('; '));
  const fragments = readdirSync(`${dir}/pagefind/fragment`);
  const ids = fragments.map((name) => [name.replace('.pf_fragment', ''),
    Number(/"url":"\/(\d+)/.exec(gunzipSync(readFileSync(`${dir}/pagefind/fragment/${name}`)).toString())[1])]);
  writeFileSync(`${dir}/${idsBy}`, JSON.stringify(Object.fromEntries(ids)));
  const needed = /^pagefind(-worker)?\.js$|^wasm\.en\.|\.pf_meta$|^pagefind-entry\.json$|^(index|filter|fragment)\//;
  return readdirSync(`${dir}/pagefind`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(`${dir}/pagefind/`.length))
    .filter((name) => needed.test(name)).map((name) => `pagefind/${name}`);
}
