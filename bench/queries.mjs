// What is asked, and what would be right.
//
// In: the articles. Out: `{ common, rare, and2, prefix, typo, phrase, near, filtered, known }`, lists of `{ words, total, … }`
// drawn by seed. `total` is the number of articles by truth.mjs. A query is taken only if both rules for words, and asking
// the article as a whole instead of its title and text, give the same articles.
import { seeded } from './random.mjs';
import { scans } from './truth.mjs';
import { joins, STOP } from './words.mjs';

/** Others that may stand between two words that are near each other. */
export const BETWEEN = 5;
export const KINDS = ['common', 'rare', 'and2', 'prefix', 'typo', 'phrase', 'near', 'filtered', 'known'];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const plain = (word) => /^[a-z]{3,}$/.test(word) && !STOP.has(word);
const same = (a, b) => a.length === b.length && a.every((id, at) => id === b[at]);

/** One letter more, less, changed, or two swapped. */
function slip(word, draw) {
  const at = draw.below(word.length);
  const other = draw.pick(LETTERS);
  return draw.pick([
    () => word.slice(0, at) + other + word.slice(at),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + other + word.slice(at + 1),
    () => word.slice(0, at) + word.slice(at, at + 2).split('').reverse().join('') + word.slice(at + 2),
  ])();
}

export function queries(docs, count = 200, items = 50) {
  const draw = seeded(`queries ${docs.length}`);
  const { joined, runs } = scans(docs);
  const frequency = joined.frequencies();
  const otherwise = runs.frequencies();
  /** Words in so many articles by both rules, in a drawn order. */
  const among = (least, most, fits = () => true) => draw.shuffle([...frequency].filter(([word, n]) =>
    n >= least && n <= most && plain(word) && otherwise.get(word) === n && fits(word)).map(([word]) => word).sort());
  const articles = docs.length;
  const words = docs.map((doc) => joins(doc.body));

  /** Calls `make` until it gave enough different queries; where the articles do not have so many, fewer. */
  const gather = (wanted, make) => {
    const found = new Map();
    for (let tries = 0; found.size < wanted && tries < 40 * wanted; tries++) {
      const query = make(tries);
      if (query) found.set(JSON.stringify([query.words, query.author, query.outlet]), query);
    }
    return [...found.values()];
  };
  /** The ids by both rules, if they agree. */
  const agreed = (ask) => {
    const ids = ask(joined);
    return ids.length && same(ids, ask(runs)) && ids;
  };
  const single = (list) => gather(count, (at) => {
    const word = list[at];
    const ids = word && agreed((scan) => scan.all([word]));
    return ids && { words: [word], total: ids.length };
  });
  const pieceOf = (length) => {
    const text = words[draw.below(articles)];
    return text.slice(draw.below(Math.max(text.length - length, 1))).slice(0, length);
  };

  const common = single(among(articles * 0.05 + 1, articles));
  const rare = single(among(1, 3, (word) => word.length > 4));
  const medium = new Set(among(Math.max(4, articles / 500), articles / 10, (word) => word.length > 3));
  const and2 = gather(count, () => {
    const some = draw.shuffle([...new Set(words[draw.below(articles)])].filter((word) => medium.has(word))).slice(0, 2);
    const ids = some.length === 2 && agreed((scan) => scan.all(some));
    return ids && same(ids, joined.anywhere(some)) && { words: some, total: ids.length };
  });
  const prefixed = [...medium].filter((word) => word.length > 5);
  const prefix = gather(count, (at) => {
    const start = prefixed[at]?.slice(0, 3 + draw.below(2));
    const ids = start && agreed((scan) => scan.beginning(start));
    return ids && { words: [start], total: ids.length };
  });
  const slipped = among(2, articles, (word) => word.length > 5);
  const mistyped = (word) => {
    for (;;) {
      const typed = slip(word, draw);
      if (typed !== word && !frequency.has(typed) && !otherwise.has(typed)) return typed;
    }
  };
  const typo = gather(count, (at) => slipped[at] && { words: [mistyped(slipped[at])], meant: slipped[at] });
  for (const query of typo) {
    query.ids = joined.all([query.meant]);
    query.total = query.ids.length;
  }
  const phrase = gather(count, () => {
    const some = pieceOf(2 + draw.below(2));
    if (some.length < 2 || !some.every((word) => /^[a-z]+$/.test(word)) || some.filter(plain).length < 2) return null;
    const ids = agreed((scan) => scan.phrase(some));
    return ids && { words: some, total: ids.length };
  });
  const near = gather(count, () => {
    const some = pieceOf(BETWEEN + 2);
    const pair = [some[0], some[2 + draw.below(BETWEEN)]];
    if (pair[0] === pair[1] || !pair.every((word) => word && plain(word))) return null;
    const ids = agreed((scan) => scan.near(pair, BETWEEN));
    return ids && { words: pair, total: ids.length };
  });
  const frequent = new Set(among(articles * 0.02, articles));
  const filtered = gather(count, () => {
    const { author, outlet, id } = docs[draw.below(articles)];
    const word = draw.pick([...new Set(words[id - 1])].filter((word) => frequent.has(word)));
    const ids = word && agreed((scan) => scan.all([word]));
    if (!ids) return null;
    const hits = ids.map((id) => docs[id - 1]);
    const ofBoth = hits.filter((doc) => doc.author === author && doc.outlet === outlet).length;
    // What choosing another author, or another outlet, would give.
    return { words: [word], author, outlet, total: ofBoth, authors: tally(hits.filter((doc) => doc.outlet === outlet), 'author'),
      outlets: tally(hits.filter((doc) => doc.author === author), 'outlet') };
  });
  const known = gather(items, () => {
    const { title, id } = docs[draw.below(articles)];
    const some = draw.shuffle([...new Set(joins(title))].filter((word) => plain(word) && word.length > 3)).slice(0, 3);
    const at = some.findIndex((word) => word.length > 5);
    if (some.length < 3 || at < 0 || joined.all(some).length > 1) return null;
    return { words: some.map((word, i) => (i === at ? mistyped(word) : word)), ids: [id], total: 1 };
  });
  return { common, rare, and2, prefix, typo, phrase, near, filtered, known };
}

/** How many articles have each value of a field. */
export function tally(docs, field) {
  const counts = {};
  for (const doc of docs) counts[doc[field]] = (counts[doc[field]] ?? 0) + 1;
  return counts;
}
