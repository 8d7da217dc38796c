// What is there to be found, by reading every article from its first word to its last.
//
// In: the articles. Out: a scan that gives the ids of those that hold a word, several words, words that begin so, a
// phrase, or two words near each other, by one of the two rules of words.mjs. An article counts once. It has two units,
// its title and its text: several words must stand in the same one, a single word in either.
import { joins, runs } from './words.mjs';

export function scans(docs) {
  return { joined: scan(docs, joins), runs: scan(docs, runs) };
}

function scan(docs, words) {
  const numbers = new Map();
  const number = (word) => numbers.get(word) ?? (numbers.set(word, numbers.size), numbers.size - 1);
  const units = docs.map((doc) => [doc.title, doc.body].map((text) => Int32Array.from(words(text), number)));
  const idsWhere = (holds) => docs.filter((_, at) => units[at].some(holds)).map((doc) => doc.id);
  const known = (list) => list.map((word) => numbers.get(word) ?? -1);

  /** Each word with the number of articles that hold it. */
  const frequencies = () => {
    const counts = new Int32Array(numbers.size);
    const last = new Int32Array(numbers.size).fill(-1);
    units.forEach((two, at) => two.forEach((unit) => unit.forEach((word) => {
      if (last[word] !== at) counts[last[word] = at, word]++;
    })));
    return new Map([...numbers].map(([word, n]) => [word, counts[n]]));
  };
  const all = (list) => {
    const wanted = known(list);
    return idsWhere((unit) => wanted.every((word) => unit.includes(word)));
  };
  /** All the words in the article, in whichever unit: what engines that do not know units ask. */
  const anywhere = (list) => {
    const wanted = known(list);
    return docs.filter((_, at) => wanted.every((word) => units[at].some((unit) => unit.includes(word)))).map((doc) => doc.id);
  };
  const beginning = (start) => {
    const wanted = new Uint8Array(numbers.size);
    for (const [word, n] of numbers) wanted[n] = word.startsWith(start);
    return idsWhere((unit) => unit.some((word) => wanted[word]));
  };
  const phrase = (list) => {
    const [first, ...rest] = known(list);
    return idsWhere((unit) => {
      for (let at = unit.indexOf(first); at >= 0; at = unit.indexOf(first, at + 1)) {
        if (rest.every((word, i) => unit[at + 1 + i] === word)) return true;
      }
      return false;
    });
  };
  /** Both words, in any order, with at most `between` others between them. */
  const near = ([one, other], between) => {
    const [a, b] = known([one, other]);
    return idsWhere((unit) => {
      let atA = -Infinity, atB = -Infinity;
      for (let at = 0; at < unit.length; at++) {
        if (unit[at] === a) atA = at;
        if (unit[at] === b) atB = at;
        if (Math.abs(atA - atB) <= between + 1) return true;
      }
      return false;
    });
  };
  return { frequencies, all, anywhere, beginning, phrase, near };
}
