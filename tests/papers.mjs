// Every view that can be printed, of any corpus.

/**
 * What can be printed, as `[{ name, hash }]`.
 *
 * In: what `window.sightlines` tells of the corpus and of the table by government. Of articles, actors and cells the fullest
 * or the first are taken; what a corpus has not is left out.
 */
export function papers(corpus, table) {
  const { actors, positions, articles, issues } = corpus;
  const held = (id) => positions.filter(({ actor }) => actor === id).length;
  const most = [...actors].sort((a, b) => held(b.id) - held(a.id));
  const [government] = most.filter(({ kind }) => kind === 'government');
  const author = articles.flatMap(({ authors }) => authors ?? [])[0];
  const cell = [...table.cells].sort((a, b) => b.positions.length - a.positions.length)[0];
  const [a, b] = table.columns.map(({ value }) => value);
  const of = (name, hash) => ({ name, hash });
  const all = [
    of('articles', ''),
    of('articles-query', 'q=peace'),
    of('articles-filtered', `q=the&issue=${issues[0].id}&year=2019`),
    of('articles-nothing', 'q=zzzz'),
    ...articles.slice(0, 2).map(({ id }, nth) => of(`read-${nth}`, `view=read&article=${id}`)),
    of('read-position', `view=read&article=${positions[0].article}&position=${positions[0].id}`),
    of('read-choose', 'view=read'),
    of('words', 'view=words'),
    of('words-query', 'view=words&q=islands'),
    ...['government', 'actor', 'group', 'author', 'outlet', 'year', 'nearness'].map((by) => of(`compare-${by}`, by === 'government' ? 'view=compare' : `view=compare&by=${by}`)),
    of('compare-filtered', `view=compare&issue=${issues[0].id}&issue=${issues[1].id}`),
    of('compare-turned', 'view=compare&turn=1'),
    of('compare-turned-actor', 'view=compare&by=actor&turn=1'),
    of('compare-dense', 'view=compare&dense=1'),
    of('compare-cell', `view=compare&cell=${cell.column}.${cell.issue}`),
    of('compare-cell-actor', `view=compare&by=actor&cell=${most[0].id}.${cell.issue}`),
    of('compare-pair', `view=compare&a=${a}&b=${b}`),
    of('timeline', 'view=timeline'),
    of('seminar-prompts', 'view=seminar'),
    of('seminar-code', 'view=seminar&sheet=code'),
    of('seminar-role', `view=seminar&sheet=role&role=${(government ?? most[0]).id}`),
    of('seminar-matrix', 'view=seminar&sheet=matrix'),
    of('seminar-matrix-actor', 'view=seminar&by=actor&sheet=matrix'),
    of('seminar-blank', 'view=seminar&sheet=blank'),
    of('seminar-notes', 'view=seminar&sheet=notes'),
    of('about', 'view=about'),
  ];
  return all;
}
