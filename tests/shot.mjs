// A screenshot of the built page, by hand:
//   node tests/shot.mjs out.png [fragment] [width] [light|dark] [digest|full|path/to/page.html] [whole]
// `whole` takes the page in its full height. Prints what the page complained of.
import { open } from './harness.mjs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [path = 'shot.png', hash = '', width = '1280', scheme = 'light', what = 'digest', whole] = process.argv.slice(2);
const closing = [];
const t = { after: (close) => closing.push(close) };
const from = what.endsWith('.html') ? { address: pathToFileURL(resolve(what)).href } : { edition: what };
const { page, errors, requests } = await open(t, { ...from, hash, scheme, size: { width: Number(width), height: 900 } });
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path, fullPage: whole === 'whole' });
console.log(path, await page.evaluate(() => document.documentElement.className), errors, requests);
for (const close of closing) await close();
process.exit(0);
