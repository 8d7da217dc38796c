// Figures of several: quantiles, middle and spread, growth.
//
// In: lists of numbers; what is missing in them is left out. Out: numbers, or null where there is nothing to tell.

/** The value below which the share `p` of the values lies, by rank. */
export function quantile(values, p) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] : null;
}

/** The median of rounds, with the least and the most. */
export function middle(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const half = sorted.length / 2;
  const median = half % 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1), of: sorted.length };
}

/** The exponent k of value ~ size^k: the slope of the best line through the logarithms. */
export function growth(sizes, values) {
  const points = sizes.map((size, at) => [Math.log(size), Math.log(values[at])]).filter(([, y]) => Number.isFinite(y));
  if (points.length < 2) return null;
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((p) => p[0]), mean((p) => p[1])];
  return mean((p) => (p[0] - x) * (p[1] - y)) / mean((p) => (p[0] - x) ** 2);
}
