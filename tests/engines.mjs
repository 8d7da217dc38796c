// The three engines that browsers are made of, driven alike: Chromium, Gecko and WebKit.
//
// In: the name of an engine and the test. Out: `open(address)`, which gives a page whose `inside(script, frame)` runs a script in
// it or in the frame of that number, awaits what it gives, and hands it back. Firefox is as strict as a reader's; WebKit is
// Debian's MiniBrowser, on a screen of its own.
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { binary } from './harness.mjs';

const named = {
  chromium: () => binary('SIGHTLINES_CHROMIUM', 'chromium', 'chromium-browser', 'google-chrome'),
  firefox: () => binary('SIGHTLINES_FIREFOX', 'firefox-esr', 'firefox'),
  webkit: () => binary('SIGHTLINES_WEBKIT', 'WebKitWebDriver'),
};

/** The engines, in the order in which tests run them. */
export const ENGINES = Object.keys(named);

/** For a test's `skip`: false, or what this machine lacks. */
export function lacks(engine) {
  if (!named[engine]()) return `${engine} is not on this machine`;
  if (engine === 'webkit' && !binary('SIGHTLINES_XVFB', 'Xvfb')) return 'webkit has no screen here: Xvfb is missing';
  return false;
}

/** Starts an engine for the time of the test. */
export async function engine(t, name) {
  return { chromium: inChromium, firefox: inFirefox, webkit: inWebKit }[name](t);
}

/**
 * A page in which it is heard what runs and must not: payloads call `ran`, and dialogs, tabs and whatever the page's policy refuses are
 * kept beside it in `heard`. Without the policy nothing but the page's own care stands between a payload and its running.
 */
export function watched(html, { policy = true } = {}) {
  // What stands before the policy is not ruled by it.
  const page = html.replace('<head>', () => `<head><script>(${watch})()</script>`);
  return policy ? page : page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}

/* In the page. `strange()` names all markup that the page would not make: elements, handlers, and addresses out of it. */
function watch() {
  window.heard = [];
  window.ran = (what) => window.heard.push(`ran ${what}`);
  for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => window.heard.push(name);
  addEventListener('securitypolicyviolation', (event) => window.heard.push(`${event.effectiveDirective} refused ${event.blockedURI}`));
  addEventListener('error', (event) => window.heard.push(`error ${event.message}`));
  addEventListener('unhandledrejection', (event) => window.heard.push(`error ${event.reason}`));
  const foreign = new RegExp('^(script|style|link|meta|base|iframe|frame|object|embed|img|image|audio|video|source|picture|use|animate|set|math'
    + '|foreignobject|template|noscript)$', 'i');
  const addresses = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'ping', 'poster', 'background', 'style'];
  const preview = 'iframe.preview[sandbox="allow-scripts"]';
  window.strange = () => [...document.querySelectorAll('#app *')].flatMap((element) => [
    ...foreign.test(element.localName) && !element.matches(preview) ? [element.outerHTML.slice(0, 200)] : [],
    ...[...element.attributes].filter(({ name, value }) => /^on/i.test(name) || (addresses.includes(name) && !/^#/.test(value)))
      .map(({ name, value }) => `${element.localName}[${name}=${value.slice(0, 200)}]`),
  ]);
  // Once it is drawn what the address says: an effect follows the event, in a task of its own at the latest.
  const drawn = async () => {
    for (let tasks = 0; tasks < 3; tasks += 1) await new Promise((later) => setTimeout(later));
  };
  window.lead = async (hash) => {
    const change = new Promise((changed) => addEventListener('hashchange', changed, { once: true }));
    // Not the whole address: an empty fragment in place of none changes that, and tells nobody.
    const before = location.hash;
    location.hash = hash;
    if (location.hash !== before) await change;
    await drawn();
  };
  window.drawn = drawn;
  window.begun = async () => {
    while (!/\b(live|failed)\b/.test(document.documentElement.className)) await new Promise((later) => setTimeout(later, 25));
    await drawn();
    return document.documentElement.className.trim();
  };
}

/**
 * A script for a page: `run`, to which it hands `until(holds, what)`, which waits until something holds and gives it, and fails with
 * what was waited for; asked `tries` times, 25 ms apart. The page has started by then, or its own words are the failure.
 */
export function patient(run, tries = 400) {
  return `(async () => (${run})(await (${waits})(${tries})))()`;
}

/* In the page. */
async function waits(tries) {
  const until = async (holds, what) => {
    for (let left = tries; left > 0; left--) {
      const seen = holds();
      if (seen) return seen;
      await new Promise((later) => setTimeout(later, 25));
    }
    throw new Error(`never: ${what ?? holds}`);
  };
  const state = await until(() => /\b(live|failed)\b/.exec(document.documentElement.className)?.[0], 'it starts');
  if (state === 'failed') throw new Error(document.getElementById('failure-says').textContent);
  return until;
}

async function inChromium(t) {
  const browser = await chromium.launch({
    executablePath: named.chromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  t.after(() => browser.close());
  // One reader, as in the other engines: what a page keeps, the next one finds.
  const context = await browser.newContext();
  const open = async (address) => {
    const page = await context.newPage();
    await page.goto(address);
    return { inside: async (script, frame) => (frame === undefined ? page : await framed(page, frame)).evaluate(script) };
  };
  return { open, version: browser.version() };
}

async function inFirefox(t) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: named.firefox(),
    headless: true,
    // Automation relaxes Firefox: these are what a reader's has.
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true,
      'dom.navigation.navigationRateLimit.count': 200,
      'dom.navigation.navigationRateLimit.timespan': 10,
    },
  });
  t.after(() => browser.close());
  const open = async (address) => {
    const page = await browser.newPage();
    await page.goto(address);
    return { inside: async (script, frame) => (frame === undefined ? page : await framed(page, frame)).evaluate(script) };
  };
  return { open, version: await browser.version() };
}

/** The frame of that number, once it is there. */
async function framed(page, number) {
  for (let tries = 0; tries < 200; tries++) {
    const frame = page.frames()[number + 1];
    if (frame) return frame;
    await new Promise((later) => setTimeout(later, 25));
  }
  throw new Error(`the page has no frame ${number}`);
}

/** WebDriver's wire, as far as it is needed here (W3C, WebDriver): no client library knows WebKitGTK's options. */
async function inWebKit(t) {
  const screen = await xvfb(t);
  const port = 20000 + Math.floor(Math.random() * 20000);
  const driver = spawn(named.webkit(), [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  t.after(() => driver.kill());
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${path}: ${value?.message ?? response.status}`);
    return value;
  };
  await until(() => call('GET', '/status'));
  const arch = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`);
  const miniBrowser = arch.find((path) => existsSync(path)) ?? '/usr/libexec/webkit2gtk-4.1/MiniBrowser';
  const session = await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } } },
  });
  const at = `/session/${session.sessionId}`;
  t.after(() => call('DELETE', at).catch(() => undefined));
  await call('POST', `${at}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  const open = async (address) => {
    await call('POST', `${at}/url`, { url: address });
    return {
      inside: async (script, frame) => {
        await call('POST', `${at}/frame`, { id: null });
        if (frame !== undefined) await call('POST', `${at}/frame`, { id: frame });
        const source = typeof script === 'function' ? `(${script})()` : script;
        const told = await call('POST', `${at}/execute/async`, {
          args: [],
          script: `const done = arguments[arguments.length - 1];
            Promise.resolve().then(() => ${source}).then((given) => done({ given: given ?? null }), (error) => done({ error: String(error) }));`,
        });
        if (told.error) throw new Error(told.error);
        return told.given;
      },
    };
  };
  return { open, version: `${session.capabilities.browserName} ${session.capabilities.browserVersion}` };
}

/** A screen that nobody sees; gives its name. */
async function xvfb(t) {
  const server = spawn(binary('SIGHTLINES_XVFB', 'Xvfb'), ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  t.after(() => server.kill());
  const number = await new Promise((told, failed) => {
    server.stdio[3].once('data', (bytes) => told(String(bytes).trim()));
    server.once('exit', () => failed(new Error('Xvfb did not start')));
  });
  return `:${number}`;
}

async function until(tries) {
  for (let left = 200; ; left--) {
    try {
      return await tries();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((later) => setTimeout(later, 50));
    }
  }
}
