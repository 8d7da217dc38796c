// Numbers that look drawn and are the same each time.
//
// In: a seed, any text. Out: `{ next, below, pick, shuffle, skewed }`, all fed by one stream: mulberry32, its state the
// text's 32-bit FNV-1a hash. Two streams of different seeds have nothing to do with each other.

/** A stream of drawn numbers for this seed. */
export function seeded(text) {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(text)) state = Math.imul(state ^ byte, 0x01000193);
  /** From 0 up to, not with, 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /** A whole number from 0 up to, not with, `n`. */
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  /** The list in a drawn order, as a new one (Fisher and Yates). */
  const shuffle = (list) => {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  };
  /** A whole number below `n` of which the first come more often: the k-th by 1/(k+1), as in Zipf's law. */
  const skewed = (n) => {
    let at = next() * Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b);
    for (let k = 0; k < n; k++) if ((at -= 1 / (k + 1)) < 0) return k;
    return n - 1;
  };
  return { next, below, pick, shuffle, skewed };
}
