// Every view as a PDF and as pictures of its pages, by hand:
//   node tests/print.mjs DIR [A4|Letter] [light|dark] [width] [digest|full|invented|path/to/page.html] [part of a name]
// Writes DIR/NAME.pdf and, where poppler-utils are there, DIR/NAME-1.png and so on. Prints how many pages each has.
import { ask, go, open } from './harness.mjs';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { papers } from './papers.mjs';

const [dir = 'paper', format = 'A4', scheme = 'light', width = '1280', what = 'digest', only = ''] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const closing = [];
const t = { after: (close) => closing.push(close) };
const from = what.endsWith('.html') ? { address: pathToFileURL(resolve(what)).href } : { edition: what };
const { page, errors } = await open(t, { ...from, scheme, size: { width: Number(width), height: 900 } });
for (const { name, hash } of papers(await ask(page, 'corpus'), await ask(page, 'table', { by: 'government' }))) {
  if (!name.includes(only)) continue;
  await go(page, hash);
  await page.evaluate(() => document.fonts.ready);
  const pdf = await page.pdf({ format });
  const path = join(dir, `${name}.pdf`);
  writeFileSync(path, pdf);
  spawnSync('pdftoppm', ['-r', '50', '-png', path, join(dir, name)]);
  console.log(name, (pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).length, errors.splice(0));
}
for (const close of closing) await close();
process.exit(0);
