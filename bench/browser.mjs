// The browser, and pages in it, each as a reader meets it: nothing kept from before, the browser itself already running.
//
// In: addresses. Out: a page that has answered its first query, and what that took. Every page is opened in a profile of its
// own, after an empty page of the same origin, so that the start of a process is not counted.
import { chromium } from 'playwright-core';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = (name) => readFileSync(fileURLToPath(new URL(`page/${name}`, import.meta.url)), 'utf8');
const watching = script('watch.js');
const driving = script('sightlines.js');

export function launch() {
  const there = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
  return chromium.launch({
    executablePath: process.env.SIGHTLINES_CHROMIUM || there,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--enable-blink-features=ForceEagerMeasureMemory'],
  });
}

/** Opens `address` after `blank`; gives `{ page, opened, watched, close() }`. `first` is the word that the first query asks for. */
export async function open(browser, { blank, address, first, ours, names }, patience = 600_000) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const broken = new Promise((_, reject) => {
      page.on('pageerror', (error) => reject(error));
      page.on('crash', () => reject(new Error('the page crashed')));
    });
    broken.catch(() => {});
    await page.goto(blank);
    await page.addInitScript(watching);
    if (ours) await page.addInitScript(`window.bench = ${JSON.stringify({ first, names })};${driving}`);
    await page.goto(address, { waitUntil: 'commit' });
    const answered = async () => {
      await page.waitForFunction(() => window.opened, null, { polling: 50 });
      return page.evaluate(() => window.opened);
    };
    const opened = await Promise.race([answered(), broken, late(patience)]);
    const watched = await page.evaluate(() => window.watched());
    return { page, opened, watched, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}

function late(patience) {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer after ${patience / 1000} s`)), patience).unref());
}
