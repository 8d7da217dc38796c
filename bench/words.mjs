// Words of a text, by two rules between which search engines differ.
//
// In: a text. Out: its words in order, in small letters and without accents, by the rule `joined` (`don't`, `e.g.` and
// `example.org` are one word each, a final 's is no part of it, as Unicode's word boundaries and Sightlines have it) or the
// rule `runs` (each run of letters and digits). Queries are taken only where both rules find the same, so that no engine is
// judged by how it parts words.

const fold = (text) => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[’ʼ]/g, "'")
  .replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/œ/g, 'oe').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/đ/g, 'd');

const run = /[\p{L}\p{N}]+/gu;
// Letters go on over ', . and · between letters, figures over ' . and , between figures; _ parts words.
const joined = /(?:[\p{L}\p{N}]|(?<=\p{L})['.·](?=\p{L})|(?<=\p{N})['.,](?=\p{N}))+/gu;

// A final 's may also belong to a sign.
const signed = /(?<=[^\p{L}\p{N}\s])'s(?![\p{L}\p{N}])/gu;

export function runs(text) {
  return fold(text).match(run) ?? [];
}

export function joins(text) {
  return (fold(text).replace(signed, "'").match(joined) ?? []).map((word) => word.replace(/(?<=.)(?:'s)+$/, ''))
    .map((word) => (/^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll('.', '') : word));
}

/** Words too frequent to be asked for; some rivals leave them out of their index, so no query holds one. */
export const STOP = new Set(`a able about above across after again against all almost also am among an and any are as at be because been
before being below between both but by can cannot could dear did do does doing down during each either else ever every few for from
further get got had has have having he her here hers him his how however i if in into is it its just least let like likely may me might
more most must my neither no nor not now of off often on once only or other our out over own rather said same say says she should since
so some still such than that the their them then there these they this those through to too twas under until up us very wants was we
were what when where which while who whom why will with would yet you your`.split(/\s+/));
