// Formats references with citeproc, the reference processor of CSL styles, for a test of the tools to compare with its own.
//
// In, on standard input: `{ locale, styles: { name: xml }, jobs: [{ style, item, locator }] }`, the item as CSL-JSON, the locator
// counting paragraphs. Out, on standard output: `[{ reference, citation }]` as plain text, in the order of the jobs.
import CSL from 'citeproc';
import { readFileSync } from 'node:fs';

const { locale, styles, jobs } = JSON.parse(readFileSync(0, 'utf8'));
const items = new Map();
const sys = { retrieveLocale: () => locale, retrieveItem: (id) => structuredClone(items.get(id)) };
const engines = Object.fromEntries(Object.entries(styles).map(([name, xml]) => {
  const engine = new CSL.Engine(sys, xml, 'en-US', true);
  engine.setOutputFormat('text');
  return [name, engine];
}));
const made = jobs.map(({ style, item, locator }, nth) => {
  const id = `item-${nth}`;
  items.set(id, { ...item, id });
  const engine = engines[style];
  engine.updateItems([id]);
  const reference = engine.makeBibliography()[1].join('').trim();
  const citation = engine.makeCitationCluster([{ id, locator, label: 'paragraph' }]);
  return { reference, citation };
});
process.stdout.write(JSON.stringify(made));
