// Runs before every script of Sightlines' own page, and changes nothing in it.
//
// In: `window.sightlines` as its README has it; `window.bench`: `{ first, names }`, the word of the first query, and the ids of
// authors and outlets by name. Out: `window.opened` and `window.engine` as rival.js gives them. The page is `answered` when
// every article is searched (`complete`; where the page has no such promise, `ready`); `ready` is when it could first answer
// over what it had by then.
(() => {
  let began, broke;
  window.opened = new Promise((resolve, reject) => { began = resolve; broke = reject; });
  window.opened.catch(() => {});
  // Not every Chromium counts WebAssembly's memory as the page's.
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    window.programMemory = (made.instance ?? made).exports.memory;
    return made;
  };
  const author = (name) => window.bench.names.authors[name] ?? name;
  const outlet = (name) => window.bench.names.outlets[name] ?? name;
  const typed = {
    prefix: ([word]) => `${word}*`,
    phrase: (words) => `"${words.join(' ')}"`,
    near: (words) => `"${words.join(' ')}"~5`,
  };
  window.engine = {
    async search({ kind, words, author: by, outlet: from, widened }) {
      const options = { q: (typed[kind] ?? ((all) => all.join(' ')))(words), exact: !widened, limit: 10, passages: false };
      if (by) Object.assign(options, { author: [author(by)], outlet: [outlet(from)] });
      const { total, hits, facets } = await window.sightlines.search(options);
      const counts = (field) => Object.fromEntries(facets[field].filter(({ count }) => count).map(({ label, count }) => [label, count]));
      return { total, ids: hits.map((hit) => hit.article), ...(by && { authors: counts('author'), outlets: counts('outlet') }) };
    },
  };
  const start = async () => {
    const page = window.sightlines;
    await page.ready;
    const ready = performance.now();
    await window.sightlines.complete;
    const complete = performance.now();
    const answer = await window.engine.search({ kind: 'common', words: [window.bench.first] });
    const answered = performance.now();
    const building = window.sightlines.stats ? (await window.sightlines.stats).indexMicros / 1000 : null;
    return { answered, ready, complete, building, total: answer.total };
  };
  document.addEventListener('DOMContentLoaded', () => start().then(began, broke));
})();
