import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, edition, eventually, go, host, oneFile, open, setOpen, source, started, vocabulary, without } from '../harness.mjs';

// A frame in somebody else's page takes the room that it is given, and nothing of what is the reader's there: no focus, no
// scrolling, no part that sticks, no height that comes and goes.

const share = (page) => page.getByRole('button', { name: 'Share', exact: true }).click();

/** Addresses of every view, with what opens in it. */
async function views(page) {
  const { corpus, plain, scan } = await vocabulary(page);
  const word = plain.find((word) => scan((words) => words.has(word)).length > 2);
  const { cells } = await ask(page, 'table', { by: 'actor' });
  const { column, issue } = cells.toSorted((a, b) => b.positions.length - a.positions.length)[0];
  const { id, article, actor, evidence: [{ p }] } = corpus.positions.toSorted((a, b) => b.evidence.length - a.evidence.length)[0];
  const [a, b] = [...new Set(corpus.articles.map(({ outlet }) => outlet.value))];
  return [
    '', `q=${word}`, `view=read&article=${article}`, `view=read&article=${article}&p=${p}&position=${id}`,
    'view=compare', 'view=compare&by=actor', 'view=compare&by=actor&dense=1', 'view=compare&by=group', 'view=compare&by=outlet&turn=1',
    `view=compare&by=actor&cell=${column}.${issue}`, `view=compare&by=actor&turn=1&cell=${column}.${issue}`, `view=compare&by=outlet&a=${a}&b=${b}`,
    `view=compare&issue=${issue}`, 'view=compare&q=xyzzyplugh', 'view=timeline', 'view=timeline&as_of=2018', `view=words&q=${word}`,
    ...['prompts', 'code', 'matrix', 'blank', 'notes'].map((sheet) => `view=seminar&sheet=${sheet}`), `view=seminar&sheet=role&role=${actor}`,
    'view=about',
  ];
}

const embedded = (view) => (view ? `${view}&embed=1` : 'embed=1');

/** What is wrong in a view as it stands now, by kind: read at once, since there are many views. */
const looks = () => {
  const called = (element) => element.tagName.toLowerCase() + (element.id && `#${element.id}`) + [...element.classList].map((name) => `.${name}`).join('');
  const some = (elements) => [...new Set(elements.map(called))].slice(0, 5);
  const all = [...document.querySelectorAll('body, body *:not(svg *)')];
  const end = document.getElementById('app').getBoundingClientRect().bottom;
  const { scrollWidth, scrollHeight } = document.documentElement;
  return {
    stuck: some(all.filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position))),
    scrolls: some(all.filter((element) => element.tagName !== 'TEXTAREA' && /auto|scroll/.test(getComputedStyle(element).overflowY)
      && element.scrollHeight > element.clientHeight + 1)),
    wide: scrollWidth > innerWidth ? [`${scrollWidth} > ${innerWidth}`] : [],
    // A host gives the frame the height of #app: what lies below that is cut off, or makes the frame scroll.
    below: scrollHeight > Math.max(innerHeight, end + scrollY + 1)
      ? [`${scrollHeight} > ${Math.ceil(end + scrollY)}`, ...some(all.filter((element) => element.getBoundingClientRect().bottom > end + 1))] : [],
  };
};

test('each view, folded and unfolded, at each width of a frame', async (t) => {
  const { page } = await open(t, { hash: 'embed=1' });
  // What is wrong, and where first.
  const found = {};
  const note = async (name) => {
    for (const [kind, elements] of Object.entries(await page.evaluate(looks))) {
      found[kind] ??= {};
      for (const element of elements) found[kind][element] ??= name;
    }
  };
  const every = await views(page);
  for (const width of [320, 360, 800, 1280]) {
    await page.setViewportSize({ width, height: 300 });
    for (const view of every) {
      await go(page, embedded(view));
      assert.equal(await page.locator('.page.embed').count(), 1);
      await note(`${width} ${view}`);
      await page.locator('main details:not([open])').evaluateAll((all) => all.forEach(({ classList }) => classList.add('was-folded')));
      await setOpen(page.locator('.was-folded'));
      await note(`${width} ${view}, unfolded`);
      await setOpen(page.locator('.was-folded'), false);
    }
    await share(page);
    await page.locator('section.share').waitFor();
    await setOpen(page.locator('.share details'));
    await note(`${width} Share`);
    await share(page);
  }
  await t.test('nothing is sticky or fixed', () => assert.deepEqual(found.stuck, {}));
  await t.test('nothing scrolls up and down by itself', () => assert.deepEqual(found.scrolls, {}));
  await t.test('nothing is wider than the frame', () => assert.deepEqual(found.wide, {}));
  await t.test('what opens lies within the height that is told', () => assert.deepEqual(found.below, {}));
});

test('the height of what is shown does not depend on that of the frame', async (t) => {
  const { page } = await open(t, { hash: 'embed=1' });
  const differ = {};
  const high = () => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => {
    drawn(Math.round(document.getElementById('app').getBoundingClientRect().height));
  }))));
  for (const view of await views(page)) {
    await go(page, embedded(view));
    // The Layout panel stands open in the table, as a reader leaves it.
    await setOpen(page.locator('main .drop'));
    for (const width of [360, 900, 1280]) {
      const heights = [];
      for (const height of [300, 700, 2400]) {
        await page.setViewportSize({ width, height });
        await eventually(() => page.evaluate(() => [innerWidth, innerHeight]), [width, height]);
        heights.push(await high());
      }
      if (new Set(heights).size > 1) differ[`${width} ${view}`] = heights;
    }
  }
  assert.deepEqual(differ, {});
});

test('it is compact: no name, no horizon, no theme, no footer, and no empty height', async (t) => {
  const { page } = await open(t, { hash: 'embed=1' });
  const parts = ['.brand', '.horizon', '.theme', '.foot'];
  for (const part of parts) assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
  const empty = () => page.evaluate(() => {
    const [app, last] = [document.getElementById('app'), document.getElementById('main').lastElementChild].map((element) => element.getBoundingClientRect());
    return app.bottom - last.bottom;
  });
  for (const view of ['view=seminar&sheet=notes', 'view=about', 'q=xyzzyplugh']) {
    await go(page, embedded(view));
    assert.ok(await empty() < 120, `${view}: ${await empty()}`);
  }
  const { page: whole } = await open(t);
  for (const part of parts) assert.ok(await whole.locator(part).first().isVisible(), part);
});

/** A page on another origin, with a field and a frame of ours. A frame that is out of sight is not drawn: this one is in sight. */
async function framed(t, options = {}) {
  const { view = 'view=compare', name = 'digest', script = '', height = 600, size, text, before } = options;
  const { attributes = 'sandbox="allow-scripts allow-popups allow-downloads allow-modals"' } = options;
  const dir = mkdtempSync(join(tmpdir(), 'sightlines-host-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const inside = text ? `srcdoc="${escaped(text)}"` : `src="${await host(t, edition(name))}sightlines.html#${escaped(embedded(view))}"`;
  writeFileSync(join(dir, 'index.html'), `<!DOCTYPE html><meta charset="utf-8"><title>course</title><link rel="icon" href="data:,">
    <style>body { margin: 0 } iframe { width: 100%; height: ${height}px; border: 3px solid }</style>
    <script>window.heard = []; addEventListener('message', (event) => heard.push(event.data)); ${script}</script>
    <input id="own" autofocus aria-label="own"><iframe title="ours" ${attributes} ${inside}></iframe>`);
  const { page, errors } = await open(t, { address: await host(t, dir), wait: false, size, before });
  const inner = page.frames()[1];
  assert.equal(await started(inner), 'live');
  const lead = (view) => page.evaluate((view) => {
    document.querySelector('iframe').contentWindow.postMessage({ type: 'sightlines:view', view }, '*');
  }, view);
  return { page, inner, errors, lead };
}

/** Waits until so many frames have been drawn. */
const frames = (page, many = 2) => page.evaluate((many) => new Promise((later) => {
  const next = (left) => (left ? requestAnimationFrame(() => next(left - 1)) : later());
  next(many);
}), many);

test('it takes neither focus nor place from the page around it, as it starts', async (t) => {
  const { positions } = await (async () => ask((await open(t)).page, 'corpus'))();
  const [{ id, article, evidence: [{ p }] }] = positions.toReversed();
  for (const view of ['', 'view=compare', `view=read&article=${article}&p=${p}&position=${id}`]) {
    const { page, inner } = await framed(t, { view, height: 9000 });
    await frames(inner, 5);
    assert.equal(await inner.evaluate(() => document.activeElement.tagName), 'BODY', view);
    await eventually(() => page.evaluate(() => document.activeElement.id), 'own', view);
    assert.equal(await page.evaluate(() => scrollY), 0, `${view}: the page around it was scrolled`);
    await page.keyboard.type('mine');
    assert.equal(await page.locator('#own').inputValue(), 'mine', view);
    await page.context().close();
  }
});

test('it takes neither focus nor place from the page around it, as that leads it on', async (t) => {
  const { page, inner, lead } = await framed(t, { height: 9000 });
  const { positions } = await ask(inner, 'corpus');
  const { cells: [{ column, issue }] } = await ask(inner, 'table', { by: 'government' });
  const [{ id, article, evidence: [{ p }] }] = positions.toReversed();
  await page.locator('#own').focus();
  const taken = {};
  for (const view of ['view=about', `view=compare&cell=${column}.${issue}`, `view=read&article=${article}&p=${p}&position=${id}`, 'view=seminar&sheet=code']) {
    await lead(embedded(view));
    await eventually(() => inner.evaluate(() => window.sightlines.view), (now) => now.split('&')[0] === view.split('&')[0]);
    await frames(inner, 5);
    const seen = await page.evaluate(() => ({ focus: document.activeElement.id, scrolled: scrollY }));
    if (seen.focus !== 'own' || seen.scrolled !== 0) taken[view] = seen;
    await page.evaluate(() => { document.getElementById('own').focus(); scrollTo(0, 0); });
  }
  assert.deepEqual(taken, {});
});

/** Keys go where the page around it has the focus, which learns of it later. */
const entered = (page) => eventually(() => page.evaluate(() => document.activeElement.tagName), 'IFRAME');

test('a reader’s own step within it takes the focus along', async (t) => {
  const { page, inner } = await framed(t);
  await inner.locator('a.cell').first().focus();
  await entered(page);
  await page.keyboard.press('Enter');
  await eventually(() => inner.evaluate(() => document.activeElement.id), 'evidence');
});

const ownTab = (inner) => inner.getByRole('link', { name: 'Open in its own tab' });

for (const [name, base] of [['digest', (inner) => inner.url().split('#')[0]], ['invented', () => 'https://example.org/harbour/']]) {
  test(`${name} edition: the first link leads to this view in its own tab, whatever view it is`, { skip: without(name) }, async (t) => {
    const { page, inner, lead } = await framed(t, { name });
    const first = () => inner.evaluate(() => {
      const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
      const shown = [...all].filter((element) => element.checkVisibility());
      const { innerText: says, href, target, rel } = shown.find((element) => !element.matches('.skip'));
      return { says, href, target, rel };
    });
    const link = async (view) => ({ says: 'Open in its own tab', href: `${base(inner)}#${view}`, target: '_blank', rel: 'noopener' });
    assert.deepEqual(await first(), await link('view=compare'));
    // By a choice in it, by its host, and by typing.
    await inner.locator('.by select').selectOption('year');
    await eventually(first, await link('view=compare&by=year'));
    await lead('view=about&embed=1');
    await eventually(first, await link('view=about'));
    await inner.getByRole('link', { name: 'Articles', exact: true }).click();
    await inner.locator('#search').fill('the');
    await eventually(first, await link('q=the'));
    // By the keyboard: the way past the head, then this.
    await page.evaluate(() => document.getElementById('own').focus());
    await inner.evaluate(() => document.activeElement.blur());
    await inner.locator('.skip').focus();
    await entered(page);
    await page.keyboard.press('Tab');
    await eventually(() => ownTab(inner).evaluate((link) => link === document.activeElement), true);
  });
}

test('its own tab shows the view, and no longer as in a frame', async (t) => {
  const { page, inner, errors } = await framed(t, { view: 'view=compare&by=year' });
  const opened = page.context().waitForEvent('page');
  await ownTab(inner).click();
  const tab = await opened;
  assert.equal(await started(tab), 'live');
  assert.equal(await tab.locator('.by select').inputValue(), 'year');
  assert.equal(await tab.locator('.page.embed').count(), 0);
  assert.ok(await tab.locator('.brand').isVisible());
  assert.deepEqual(errors, []);
});

test('where the frame may open no tab, the link does no harm, and Share has the view', async (t) => {
  const { page, inner, errors } = await framed(t, { attributes: 'sandbox="allow-scripts"', view: 'view=compare&by=year' });
  await ownTab(inner).click();
  await frames(inner);
  assert.equal(page.context().pages().length, 1);
  assert.equal(await inner.evaluate(() => window.sightlines.view), 'view=compare&by=year&embed=1');
  assert.equal(await inner.locator('.page.embed').count(), 1);
  await share(inner);
  assert.match(await inner.locator('#share-link').inputValue(), /view=compare&by=year/);
  // The browser says what it blocked; nothing else complains.
  assert.deepEqual(errors.filter((said) => !/Blocked opening|sandbox/.test(said)), []);
});

test('given as text, a frame has no address: it offers no tab that would show another page, and stays a frame', async (t) => {
  const { page, inner, lead } = await framed(t, { text: source() });
  await lead('view=compare&by=year&embed=1');
  await inner.locator('.page.embed').waitFor();
  const around = page.url().split('#')[0];
  for (const link of await ownTab(inner).all()) {
    assert.ok(!(await link.evaluate((link) => link.href)).startsWith(around), 'its own tab would be the page around it');
    await link.click();
    await frames(inner);
  }
  assert.equal(await inner.locator('.page.embed').count(), 1, 'it is still shown as in a frame');
  assert.equal(await inner.evaluate(() => window.sightlines.view), 'view=compare&by=year&embed=1');
});

// What hosts do with the height: the code that we give, one that adds to it, one whose frame is lower and scrolls, and one that
// gives the frame a share of its own height.
const followers = {
  'as it is told': 'height',
  'with some room more': 'height + 17',
  'within a bound, and scrolls': 'Math.min(height, 400)',
  'never': '720',
};

for (const [how, height] of Object.entries(followers)) {
  test(`where the host sets the height ${how}, each view tells its height and falls silent`, async (t) => {
    const script = `addEventListener('message', ({ data }) => {
      if (data?.type !== 'sightlines:height') return;
      const { height } = data;
      document.querySelector('iframe').style.height = (${height}) + 'px';
    });`;
    const { page, inner, errors, lead } = await framed(t, { script, size: { width: 900, height: 700 } });
    const told = (what = 'height') => page.evaluate((what) => heard.filter(({ type }) => type === `sightlines:${what}`).length, what);
    const last = () => page.evaluate(() => heard.findLast(({ type }) => type === 'sightlines:height')?.height);
    const content = () => inner.evaluate(() => Math.ceil(document.getElementById('app').getBoundingClientRect().height));
    const loud = {};
    // Beside a table of this width the panel of a cell stands below, which is where a height could feed itself.
    const lasting = (await views(inner)).filter((view) => !/sheet|dense|group|words|as_of/.test(view));
    for (const view of lasting) {
      const [before, shown] = [await told(), await told('view')];
      await lead(embedded(view));
      await eventually(() => told('view'), (now) => now > shown, view);
      await frames(inner, 3);
      await eventually(async () => Math.abs((await last()) - (await content())), (off) => off <= 1, view);
      const settled = await told();
      // A loop would go on with every frame that is drawn.
      await frames(page, 30);
      const after = await told();
      if (after !== settled || after - before > 8) loud[view] = [before, settled, after];
    }
    assert.deepEqual(loud, {});
    const quiet = await told();
    await new Promise((later) => setTimeout(later, 2000));
    assert.equal(await told(), quiet, 'and not a word for two seconds');
    assert.deepEqual(errors, []);
  });
}

test('where heights cannot be observed, the height is told all the same', async (t) => {
  const before = (page) => page.addInitScript(() => { delete globalThis.ResizeObserver; });
  const { page, inner, errors, lead } = await framed(t, { before });
  const off = async () => {
    const told = await page.evaluate(() => heard.findLast(({ type }) => type === 'sightlines:height')?.height ?? null);
    const is = await inner.evaluate(() => Math.ceil(document.getElementById('app').getBoundingClientRect().height));
    return told === null ? 'never told' : Math.abs(told - is) <= 1;
  };
  assert.deepEqual(errors, []);
  await eventually(off, true);
  await lead('view=about&embed=1');
  await inner.locator('.about').waitFor();
  await eventually(off, true);
});
