// Runs in a rival's page. Its bundle, beside it, is the rival's library with `open(base)` and `build(docs)`.
//
// In: `?mode=open` (the default) loads the index that was made before, `?mode=build` makes it here from the articles; `?q=` is
// the first query. Out: `window.engine`, which answers `search(ask)`, and `window.opened`, a promise of
// `{ answered, building }`: when the first query had its answer, counted from the navigation, and how long the index took.
import * as rival from './rival.js';

const asked = new URLSearchParams(location.search);

window.opened = (async () => {
  let building = null;
  if (asked.get('mode') === 'build') {
    if (!rival.build) return null;
    const docs = await (await fetch('../../corpus/docs.json')).json();
    const began = performance.now();
    window.engine = await rival.build(docs);
    building = performance.now() - began;
  } else {
    window.engine = await rival.open('./');
  }
  const answer = await window.engine.search({ kind: 'common', words: [asked.get('q')] });
  return { answered: performance.now(), building, total: answer.total };
})();
