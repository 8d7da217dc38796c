// Holds answers against the truth.
//
// In: queries with what would be right, and an engine's answers, in the same order (fewer where time ran out). Out: shares
// between 0 and 1, and counts.

/** Queries that found exactly so many articles as there are; of filtered ones, also those with the right counts by value. */
export function right(kind, asks, answers) {
  const fits = ({ total }, answer) => answer.total === total;
  const out = { asked: answers.length, right: share(answers, (answer, at) => fits(asks[at], answer)) };
  out.nothing = answers.filter((answer, at) => !answer.total && asks[at].total).length;
  if (kind === 'filtered') {
    const counts = (answer, at) => ['authors', 'outlets'].every((field) => sameCounts(asks[at][field], answer[field]));
    out.counted = share(answers, counts);
  }
  if (kind === 'typo' || kind === 'known') Object.assign(out, ranked(asks, answers));
  return out;
}

/** How high the first of the wanted articles stands: mean of 1/rank among ten (MRR@10), and the share where one is there. */
function ranked(asks, answers) {
  const ranks = answers.map((answer, at) => answer.ids.slice(0, 10).findIndex((id) => asks[at].ids.includes(id)) + 1);
  const mrr = ranks.reduce((sum, rank) => sum + (rank ? 1 / rank : 0), 0) / ranks.length;
  return { mrr, met: share(ranks, (rank) => rank > 0) };
}

const share = (list, holds) => (list.length ? list.filter(holds).length / list.length : null);

function sameCounts(wanted, seen = {}) {
  const some = Object.entries(seen).filter(([, count]) => count);
  return some.length === Object.keys(wanted).length && some.every(([value, count]) => wanted[value] === count);
}
