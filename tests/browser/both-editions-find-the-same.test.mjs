import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, open, vocabulary, without } from '../harness.mjs';

test('words, prefixes, names, exclusions, numbers and filters find the same in both editions, in the same order', {
  skip: without('digest') || without('full'),
}, async (t) => {
  const digest = (await open(t, { edition: 'digest' })).page;
  const full = (await open(t, { edition: 'full' })).page;
  const { corpus, paragraphs, plain } = await vocabulary(digest);
  const { issues, voices } = await ask(digest, 'corpus');
  const all = [...new Set(paragraphs.flatMap(({ words }) => [...words]))].sort();
  const terms = corpus.articles.flatMap((article) => article.paragraphs.flatMap((paragraph) => paragraph.terms.map(([term]) => term)));
  const numbers = [...new Set(terms.filter((term) => /\d/.test(term)))];
  const names = [...corpus.rings, ...corpus.related].flatMap((list) => list.names).concat(corpus.search.same.flat());
  const author = corpus.articles.find((article) => article.authors.value.length > 0).authors.value[0];
  const some = (list, step) => list.filter((_, at) => at % step === 0);
  const asked = [
    ...all.map((q) => ({ q })),
    ...some(plain, 3).map((word) => ({ q: `${word.slice(0, 3)}*` })),
    ...some(plain, 5).map((word) => ({ q: `-${word}` })),
    ...some(plain, 2).map((word, at) => ({ q: `${word} ${plain[(at * 7) % plain.length]}` })),
    ...names.flatMap((q) => [{ q }, { q, exact: true }, { q: `-${q}` }, { q: `${q} ${plain[0]}` }]),
    ...names.filter((name) => / /.test(name)).map((name) => ({ q: `"${name}"` })),
    ...numbers.map((q) => ({ q })),
    ...numbers.filter((number) => number.includes('%')).map((number) => ({ q: number.replace('%', ' percent') })),
    ...some(plain, 9).flatMap((q) => [{ q, author: [author] }, { q, year: ['2019'] }, { q, author: ['unnamed'], sort: 'date' }]),
    ...issues.map(({ id }) => ({ issue: [id] })),
    ...voices.map(({ id }) => ({ q: plain[1], voice: [id] })),
    ...['author', 'outlet', 'date', 'relevance'].map((sort) => ({ sort })),
  ];
  const answers = (page) => page.evaluate(async (asked) => {
    const answers = [];
    for (const options of asked) {
      const { total, hits, facets } = await window.sightlines.search({ ...options, limit: 1000 });
      answers.push(JSON.stringify({
        total,
        facets,
        hits: hits.map(({ article, score, passages }) => ({
          article,
          score: score.toFixed(9),
          passages: passages.map(({ p, why }) => [p, [...new Set(why)].sort().join()]),
        })),
      }));
    }
    return answers;
  }, asked);
  const [ofDigest, ofFull] = [await answers(digest), await answers(full)];
  const differ = asked.map((options, at) => ({ options, digest: ofDigest[at], full: ofFull[at] })).filter((one) => one.digest !== one.full);
  assert.deepEqual(differ.slice(0, 3), [], `${differ.length} of ${asked.length} differ`);
  const telling = ofDigest.filter((answer) => JSON.parse(answer).total > 0).length;
  assert.ok(telling > asked.length / 2, `${telling} of ${asked.length} find something`);
});
