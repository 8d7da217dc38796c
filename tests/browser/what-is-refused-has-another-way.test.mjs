import test from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { ENGINES, engine, lacks, patient } from '../engines.mjs';
import { ask, edition, eventually, fragment, go, host, oneFile, open, search, started, written } from '../harness.mjs';

// Browsers, frames and managed machines refuse things: by an error, a refused promise, nothing at all, or by not having them.
// What can be refused is made so before the page opens; then a reader does what leads there.

const NOTES = 'view=seminar&sheet=notes';
const share = (page) => page.getByRole('button', { name: 'Share', exact: true }).click();
const lives = (page) => page.evaluate(() => document.documentElement.className.trim());

/** The one position of a cell with the fewest, and the address of that cell. */
async function cellOf(page) {
  const { cells } = await ask(page, 'table', { by: 'government' });
  const { column, issue, positions: [id] } = cells.toSorted((a, b) => a.positions.length - b.positions.length)[0];
  return { id, hash: `view=compare&cell=${column}.${issue}` };
}

/** Keeps a note on a position, as a reader does. */
async function note(page, why) {
  const { id, hash } = await cellOf(page);
  await go(page, hash);
  const position = page.locator(`[id="position-${id}"]`).first();
  await position.getByRole('button', { name: 'I disagree with this coding' }).click();
  await position.getByLabel('Why').fill(why);
  assert.match(await position.locator('form').innerText(), /until that is closed/, 'what is kept no longer than the page is said to be so');
  await position.getByRole('button', { name: 'Keep the note' }).click();
}

/** What is selected in the field that has the focus. */
const selected = (page) => page.evaluate(() => {
  const field = document.activeElement;
  return { id: field.id, text: field.value?.slice(field.selectionStart, field.selectionEnd) };
});

/** Through every view, by a query, a filter, a cell, a note, the theme and print: each must do what it does elsewhere. */
async function visit(page) {
  const { articles, positions } = await ask(page, 'corpus');
  for (const part of ['Articles', 'Read', 'Compare', 'Timeline', 'Words', 'Seminar', 'About']) {
    await page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link', { name: part, exact: true }).click();
    await page.locator('nav [aria-current=page]', { hasText: part }).waitFor();
    assert.ok((await page.locator('main').innerText()).trim().length > 20, `${part} is not blank`);
  }
  const theme = () => page.evaluate(() => [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]);
  const light = await theme();
  await page.locator('button.theme').click();
  const dark = await theme();
  assert.equal(dark[0], 'dark');
  assert.notEqual(dark[1], light[1]);
  const [{ article, evidence: [{ p }], id }] = positions;
  await go(page, `view=read&article=${article}&p=${p}&position=${id}`);
  assert.equal(await page.locator('section.para.here').count(), 1);
  await go(page, '');
  await search(page, articles[0].title.split(' ')[0]);
  assert.ok(await page.locator('article.hit').count() > 0);
  await page.locator('.facet:not(.none) input').first().click();
  await eventually(() => page.evaluate(() => window.sightlines.view), (view) => /author=/.test(view), 'a filter is in the view');
  await note(page, 'for the visit');
  await go(page, NOTES);
  assert.equal(await page.locator('.notes-kept li').count(), 1, 'a note is kept for the visit');
  assert.match(await page.locator('.seminar .lead').innerText(), /until it is closed/);
  await page.locator('.print-button').click();
  assert.deepEqual(await theme(), dark, 'the theme is kept for the visit');
  assert.equal(await lives(page), 'live');
}

const absent = {
  'local storage throws when it is named': () => {
    const refuse = { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); }, configurable: true };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, refuse);
    Object.defineProperty(Document.prototype, 'cookie', refuse);
  },
  'storage is full': () => {
    Storage.prototype.setItem = () => { throw new DOMException('exceeded the quota', 'QuotaExceededError'); };
  },
  'storage is null': () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null });
  },
  'matchMedia is missing': () => { window.matchMedia = undefined; },
  'matchMedia throws': () => { window.matchMedia = () => { throw new Error('no'); }; },
  'observers are missing': () => {
    for (const name of ['ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) delete globalThis[name];
  },
  'idle callbacks and structured clones are missing': () => {
    for (const name of ['requestIdleCallback', 'cancelIdleCallback', 'structuredClone']) globalThis[name] = undefined;
  },
  'checkVisibility is missing': () => { delete Element.prototype.checkVisibility; },
  'scrolling is refused': () => {
    Element.prototype.scrollIntoView = () => undefined;
    window.scrollTo = () => undefined;
  },
  'there are no microtasks to queue': () => { window.queueMicrotask = undefined; },
};

for (const [what, refuse] of Object.entries(absent)) {
  test(`where ${what}, a visit goes on as ever`, async (t) => {
    const { page, requests, errors } = await open(t, { before: (page) => page.addInitScript(refuse) });
    await visit(page);
    assert.deepEqual([requests, errors], [[], []]);
  });
}

const refusedHistory = {
  'throws': () => {
    for (const name of ['pushState', 'replaceState']) History.prototype[name] = () => { throw new DOMException('insecure', 'SecurityError'); };
  },
  'throws past a number of calls': () => {
    let calls = 0;
    for (const name of ['pushState', 'replaceState']) {
      const write = History.prototype[name];
      History.prototype[name] = function (...all) {
        if ((calls += 1) > 3) throw new DOMException('Attempt to use history.pushState() more than 100 times per 30 seconds', 'SecurityError');
        return write.apply(this, all);
      };
    }
  },
};

for (const [how, refuse] of Object.entries(refusedHistory)) {
  test(`where the history ${how}, the address follows all the same, and Back leads back`, async (t) => {
    const { page, errors } = await open(t, { before: (page) => page.addInitScript(refuse) });
    const nav = (name) => page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link', { name, exact: true });
    for (let times = 0; times < 2; times += 1) {
      for (const input of [0, 1]) await page.locator('.facet:not(.none) input').nth(input).click();
      await eventually(() => fragment(page), (now) => now.split('author=').length === 3, 'two filters are in the address');
      await page.getByRole('button', { name: 'Clear all' }).click();
      await eventually(() => fragment(page), '');
    }
    await nav('Compare').click();
    await page.locator('.by select').selectOption('outlet');
    await eventually(() => fragment(page), 'view=compare&by=outlet');
    await share(page);
    assert.equal(await page.locator('#share-link').inputValue(), '#view=compare&by=outlet');
    await page.goBack();
    await eventually(() => page.locator('.by select').inputValue(), 'government');
    await visit(page);
    assert.deepEqual(errors, []);
  });
}

/** Waits until the browser has told the page of an address that it wrote by another way, after which all must be as before. */
async function writtenOtherwise(page, act) {
  await page.evaluate(() => {
    window.told = new Promise((told) => addEventListener('hashchange', () => requestAnimationFrame(() => requestAnimationFrame(told)), { once: true }));
  });
  await act();
  await page.evaluate(() => window.told);
}

test('where the history throws, what a code asked for in vain stays said', async (t) => {
  const { page, errors } = await open(t, { before: (page) => page.addInitScript(refusedHistory.throws) });
  await share(page);
  await page.getByLabel('Open a view from its code or link').fill('#view=compare&outlet=nobody');
  await writtenOtherwise(page, () => page.keyboard.press('Enter'));
  assert.equal(await fragment(page), 'view=compare');
  assert.match((await page.locator('.notices').allInnerTexts()).join(), /nobody/);
  assert.deepEqual(errors, []);
});

test('where the history throws, a word that is being typed stays the beginning of words', async (t) => {
  const { page, errors } = await open(t, { before: (page) => page.addInitScript(refusedHistory.throws) });
  const { articles } = await ask(page, 'corpus');
  const word = articles.flatMap(({ title }) => title.toLowerCase().match(/[a-z]{7,}/g) ?? [])[0];
  const hits = () => page.locator('article.hit').count();
  let typed;
  await writtenOtherwise(page, async () => {
    // At once: letter by letter, a pause between two would be written too.
    await page.locator('#search').fill(word.slice(0, 4));
    typed = await eventually(hits, (count) => count > 0, `what begins with ${word.slice(0, 4)} is found`);
  });
  assert.equal(await fragment(page), `q=${word.slice(0, 4)}`);
  assert.equal(await hits(), typed, 'the address was written, and nothing else changed');
  assert.deepEqual(errors, []);
});

test('where the history silently does nothing, views change and Share has them', async (t) => {
  const refuse = () => { for (const name of ['pushState', 'replaceState']) History.prototype[name] = () => undefined; };
  const { page, errors } = await open(t, { before: (page) => page.addInitScript(refuse) });
  await page.locator('.facet:not(.none) input').first().click();
  await page.locator('.chip').first().waitFor();
  const view = await page.evaluate(() => window.sightlines.view);
  assert.match(view, /^author=/);
  await share(page);
  assert.equal(await page.locator('#share-link').inputValue(), `#${view}`);
  assert.deepEqual(errors, []);
});

test('where history and location both throw, views live in memory and Share has them', async (t) => {
  // Nothing can be put in the place of `location` itself: the program is given another window, with all of this one's but that.
  const refuse = () => {
    const refuses = () => { window.refusals = (window.refusals ?? 0) + 1; throw new DOMException('insecure', 'SecurityError'); };
    const like = (of, other) => new Proxy(Object.create(Object.getPrototypeOf(of)), {
      get(_, key, self) {
        if (key === 'parent') return self;
        if (Object.hasOwn(other, key)) return other[key];
        const value = of[key];
        return typeof value === 'function' && !value.prototype ? value.bind(of) : value;
      },
      set: (_, key, value) => (key === 'hash' ? refuses() : Reflect.set(of, key, value)),
    });
    const past = like(history, { pushState: refuses, replaceState: refuses });
    Object.defineProperty(window, 'self', { value: like(window, { location: like(location, {}), history: past }) });
  };
  const { page, errors } = await open(t, { before: (page) => page.addInitScript(refuse) });
  await page.locator('.facet:not(.none) input').first().click();
  await page.locator('.chip').first().waitFor();
  const view = await page.evaluate(() => window.sightlines.view);
  assert.match(view, /^author=/);
  assert.equal(await fragment(page), '', 'the address lags');
  assert.equal(await page.evaluate(() => window.refusals), 2, 'both ways were tried');
  await share(page);
  assert.equal(await page.locator('#share-link').inputValue(), `#${view}`);
  await page.evaluate(() => { window.sightlines.view = 'view=compare&by=year'; });
  await eventually(() => page.locator('.by select').inputValue(), 'year');
  assert.equal(await lives(page), 'live');
  assert.deepEqual(errors, []);
});

const refusedClipboard = {
  'there is no clipboard': () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
  'the clipboard is null': () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => null }),
  'the clipboard refuses': () => { Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError')); },
  'the clipboard throws at once': () => { Clipboard.prototype.writeText = () => { throw new DOMException('refused', 'NotAllowedError'); }; },
  'naming the clipboard throws': () => Object.defineProperty(Navigator.prototype, 'clipboard', { get() { throw new DOMException('no', 'SecurityError'); } }),
  'the clipboard cannot be written': () => { delete Clipboard.prototype.writeText; },
  'the clipboard answers with no promise': () => { Clipboard.prototype.writeText = () => undefined; },
};

/** Each button that copies, by where it is: gives the text that must be there to be taken, and what is said. */
const copies = {
  'the link': async (page) => {
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    return { box: page.locator('#share-link'), says: page.locator('.share > [role=status]') };
  },
  'the code of the frame': async (page) => {
    await page.getByText('Embed this view in a page').click();
    await page.getByRole('button', { name: 'Copy the code' }).click();
    return { box: page.locator('#embed-code'), says: page.locator('.embedding [role=status]') };
  },
};

for (const [how, refuse] of Object.entries(refusedClipboard)) {
  test(`where ${how}, each copied text stands selected in its box`, async (t) => {
    const { page, errors } = await open(t, { before: (page) => page.addInitScript(refuse), hash: 'view=compare' });
    await share(page);
    for (const [what, copy] of Object.entries(copies)) {
      const { box, says } = await copy(page);
      await eventually(() => says.innerText(), (now) => /from the box/.test(now), `${what}: said`);
      const whole = await box.inputValue();
      assert.ok(whole.includes('view=compare'));
      assert.deepEqual(await selected(page), { id: await box.getAttribute('id'), text: whole }, what);
    }
    await page.locator('.export summary').click();
    await page.getByRole('radio', { name: 'copied' }).check();
    await page.getByRole('button', { name: 'Table as Markdown', exact: true }).click();
    await eventually(() => page.locator('.export textarea').count(), 1, 'the export stands in a box');
    assert.match(await page.locator('.export [role=status]').innerText(), /from the box/);
    assert.equal(await lives(page), 'live');
    assert.deepEqual(errors, []);
  });
}

// The program needs blobs to start: they are refused once it lives.
const refusedFiles = {
  'no address is made for a file': () => { URL.createObjectURL = () => { throw new Error('refused'); }; },
  'there are no addresses for files': () => { URL.createObjectURL = undefined; },
  'there is no Blob': () => { delete globalThis.Blob; },
  'a Blob is refused': () => { globalThis.Blob = class { constructor() { throw new TypeError('refused'); } }; },
};

for (const [how, refuse] of Object.entries(refusedFiles)) {
  test(`where ${how}, a file is said to be refused and the text is had by copying`, async (t) => {
    const { page, errors } = await open(t, { hash: 'view=compare', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await note(page, 'unlikelyword');
    await page.evaluate(refuse);
    for (const [hash, name, has] of [['view=compare', 'Positions as CSV', /position/], [NOTES, 'Notes as CSV', /unlikelyword/]]) {
      await go(page, hash);
      await page.locator('.export summary').click();
      await page.getByRole('button', { name, exact: true }).click();
      await eventually(() => page.locator('.export [role=status]').innerText(), (now) => /refused.*copied/.test(now), name);
      await page.getByRole('radio', { name: 'copied' }).check();
      await page.getByRole('button', { name, exact: true }).click();
      await eventually(() => page.locator('.export [role=status]').innerText(), 'Copied.');
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), has);
    }
    await share(page);
    await page.getByText('A path through the material').click();
    await page.getByLabel('Add the present view as a stop, with a note').fill('first');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Save as a file' }).click();
    await eventually(() => page.locator('.paths > [role=status]').innerText(), (now) => /refused.*link above/.test(now), 'the path');
    assert.match(await page.locator('#share-link').inputValue(), /stop=1%20.*first/, 'and it does hold it');
    assert.deepEqual(errors, []);
  });
}

const said = (page) => page.locator('main [role=status]').allInnerTexts();

const refusedPrint = {
  'throws': () => { window.print = () => { throw new Error('refused'); }; },
  'is missing': () => { window.print = undefined; },
  'does nothing': () => { window.print = () => undefined; },
};

for (const [how, refuse] of Object.entries(refusedPrint)) {
  test(`where print ${how}, that is said, with what a reader can do`, async (t) => {
    const { page, errors } = await open(t, { hash: 'view=seminar&sheet=matrix', before: (page) => page.addInitScript(refuse) });
    await page.locator('.print-button').click();
    await eventually(async () => (await said(page)).join(' '), (now) => /print/i.test(now), 'Print says that it is refused');
    assert.equal(await lives(page), 'live');
    assert.deepEqual(errors, []);
  });
}

test('where print is allowed, it is asked for once, and nothing is said', async (t) => {
  // Browsers tell a page that it is about to be printed before print() returns; one that refuses does not.
  const prints = () => {
    window.print = () => {
      window.printed = (window.printed ?? 0) + 1;
      for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));
    };
  };
  const { page, errors } = await open(t, { hash: 'view=seminar&sheet=matrix', before: (page) => page.addInitScript(prints) });
  const before = await said(page);
  await page.locator('.print-button').click();
  assert.equal(await page.evaluate(() => new Promise((later) => requestAnimationFrame(() => requestAnimationFrame(() => later(window.printed))))), 1);
  assert.deepEqual(await said(page), before);
  assert.deepEqual(errors, []);
});

/** A page that holds a frame of the hosted page which may run scripts and nothing else. Gives its address. */
async function sandboxed(t) {
  const file = `${await host(t, edition())}sightlines.html#view=compare`;
  const frame = `<iframe sandbox="allow-scripts" width="1200" height="800" src="${file}"></iframe>`;
  return written(t, `<!DOCTYPE html><meta charset="utf-8"><title>course</title>${frame}`);
}

test('in a sandboxed frame that allows scripts alone, all of it has another way', async (t) => {
  const { page, errors } = await open(t, { address: await sandboxed(t), wait: false, size: { width: 1300, height: 900 } });
  const inner = page.frames()[1];
  assert.equal(await started(inner), 'live');
  const view = () => inner.evaluate(() => window.sightlines.view);
  await share(inner);
  for (const [what, copy] of Object.entries(copies)) {
    const { box, says } = await copy(inner);
    await eventually(() => says.innerText(), (now) => /from the box/.test(now), `${what}: said`);
    assert.deepEqual(await selected(inner), { id: await box.getAttribute('id'), text: await box.inputValue() }, what);
  }
  await inner.getByRole('button', { name: 'Close' }).click();
  await inner.locator('button.theme').click();
  await inner.locator('.by select').selectOption('outlet');
  await eventually(view, 'view=compare&by=outlet');
  await inner.locator('.export summary').click();
  await inner.getByRole('radio', { name: 'copied' }).check();
  await inner.getByRole('button', { name: 'Table as CSV', exact: true }).click();
  await eventually(() => inner.locator('.export textarea').count(), 1);
  // The browser speaks of what it refuses itself; nothing else complains.
  assert.deepEqual(errors.filter((said) => !/sandbox|[Pp]ermissions? policy/.test(said)), []);
});

test('in a frame that refuses files without a word, a reader is told how to have the text all the same', async (t) => {
  const { page } = await open(t, { address: await sandboxed(t), wait: false });
  const inner = page.frames()[1];
  await started(inner);
  let taken = 0;
  page.on('download', () => { taken += 1; });
  await inner.locator('.export summary').click();
  await inner.getByRole('button', { name: 'Positions as CSV', exact: true }).click();
  const said = await eventually(() => inner.locator('.export [role=status]').innerText(), (now) => now !== '');
  assert.equal(taken, 0, 'no file came');
  assert.match(said, /copied/, 'a file that may not come is not told as one that came');
});

/** Many views in a short time, as by a reader who tries all filters; then Share and Copy. Gives what was seen. */
async function manyViews(until) {
  const errors = [];
  addEventListener('error', (event) => errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  const views = ['', 'view=compare', 'view=about', 'view=timeline'];
  for (let nth = 0; nth < 260; nth++) window.sightlines.view = views[nth % views.length];
  window.sightlines.view = 'view=compare&by=outlet';
  await until(() => document.querySelector('.by select')?.value === 'outlet', 'the last view is shown');
  document.getElementById('share-button').click();
  await until(() => document.getElementById('share-link'), 'Share opens');
  document.querySelector('.share .row button').click();
  await until(() => document.querySelector('.share > [role=status]').textContent !== '', 'Copy says what came of it');
  const link = document.getElementById('share-link');
  const said = document.querySelector('.share > [role=status]').textContent;
  return {
    view: window.sightlines.view, link: link.value, errors,
    // A script's click gives a frame no focus in every engine; the text can be selected all the same.
    taken: said === 'Copied.' || link.selectionEnd - link.selectionStart === link.value.length,
    state: document.documentElement.className.trim(),
  };
}

const places = {
  'from a disk': async () => ({ address: pathToFileURL(oneFile()).href }),
  'in a sandboxed frame': async (t) => ({ address: await sandboxed(t), frame: 0 }),
};

for (const name of ENGINES) {
  for (const [place, prepared] of Object.entries(places)) {
    const says = `${name} ${place}: past its limit of addresses views go on, Share has the last, and it can be taken`;
    test(says, { skip: lacks(name), timeout: 120_000 }, async (t) => {
      const { address, frame } = await prepared(t);
      const page = await (await engine(t, name)).open(address);
      const seen = await page.inside(patient(manyViews), frame);
      assert.deepEqual(seen, { view: 'view=compare&by=outlet', link: '#view=compare&by=outlet', errors: [], taken: true, state: 'live' });
    });
  }
}
