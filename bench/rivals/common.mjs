// What the rivals' pages have in common: getting files, and counting where a library does not.
//
// In: ids of all articles found, best first, and the table of articles (`[[title, author, outlet, year], …]`, that of id 1
// first). Out: `{ total, ids }` with the ten best; for a filtered query also the articles for each author and outlet.

export const json = async (address) => (await fetch(address)).json();
export const text = async (address) => (await fetch(address)).text();

export const tableOf = (docs) => docs.map((doc) => [doc.title, doc.author, doc.outlet, doc.year]);

export function answer(found, ask, table) {
  if (ask.kind !== 'filtered') return { total: found.length, ids: found.slice(0, 10) };
  const authors = {}, outlets = {}, ids = [];
  for (const id of found) {
    const [, author, outlet] = table[id - 1];
    if (outlet === ask.outlet) authors[author] = (authors[author] ?? 0) + 1;
    if (author === ask.author) outlets[outlet] = (outlets[outlet] ?? 0) + 1;
    if (outlet === ask.outlet && author === ask.author) ids.push(id);
  }
  return { total: ids.length, ids: ids.slice(0, 10), authors, outlets };
}
