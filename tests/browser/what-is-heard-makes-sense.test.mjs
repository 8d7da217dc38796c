import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, everyView, eventually, go, open, search, unfold, without } from '../harness.mjs';
import { walk } from '../walk.mjs';

/** What makes no sense to somebody who hears the page, in words. */
const senseless = (lines) => {
  const wrong = [];
  let level = 0;
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    const said = /^(link|button|checkbox|radio|combobox|textbox|searchbox|fold|Iframe|image|region|navigation|complementary)\b(?! “)/.exec(text);
    if (said) wrong.push(`no name: ${text}`);
    if (/^(list|table|navigation)\b/.test(text) && !/^ /.test(lines[at + 1]?.slice(line.length - text.length) ?? '')) wrong.push(`empty: ${text}`);
    if (/\binvalid\b/.test(text)) wrong.push(`wrong before anything was chosen: ${text}`);
    if (/^(link|button|fold|heading)/.test(text) && /[→←▸×◐]/.test(text)) wrong.push(`a sign is read: ${text}`);
    if (/[?!]\. /.test(text) && /^(link|row header)/.test(text)) wrong.push(`two ends of a sentence: ${text}`);
    const heading = /^heading (\d)/.exec(text);
    if (heading) {
      if (Number(heading[1]) > level + 1) wrong.push(`from level ${level} to ${text}`);
      level = Number(heading[1]);
    }
  }
  return wrong;
};

/** Controls of one name that stand in one item of a list, or in none: there nothing tells them apart. */
const twins = (page) => page.evaluate(() => {
  const seen = new Map();
  const found = [];
  for (const element of document.querySelectorAll('main :is(button, summary)')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const name = (element.getAttribute('aria-label') ?? element.textContent).trim();
    const place = element.closest('li, article, fieldset, section, tr, .note-opened, .position, .group') ?? document.body;
    if (seen.get(place)?.has(name)) found.push(name);
    seen.set(place, (seen.get(place) ?? new Set()).add(name));
  }
  return found;
});

for (const edition of ['digest', 'full', 'invented']) {
  for (const width of [1280, 360]) {
    test(`${edition} edition, ${width} pixels: what has a name says it, what is empty is not told, few lines speak up`, { skip: without(edition) }, async (t) => {
      const { page } = await open(t, { edition, size: { width, height: 800 } });
      const found = {};
      for (const [name, hash] of Object.entries(await everyView(page))) {
        await go(page, hash);
        await unfold(page, '.drop, .contrasts *, .citing, .help');
        const live = await page.locator('[role=status], [role=alert], [aria-live]').count();
        const wrong = [...senseless(await walk(page)), ...(await twins(page)).map((twin) => `twice: ${twin}`)];
        // Notices, copies, the count, Print or Export, what was just done.
        if (live > 7) wrong.push(`${live} lines that speak up`);
        if (wrong.length > 0) found[name] = [wrong.length, ...new Set(wrong)].slice(0, 5);
      }
      assert.deepEqual(found, {});
    });
  }
}

test('a cell of the table is heard with its question and its column alone, and its lines apart', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { issues } = await ask(page, 'corpus');
  const { columns } = await ask(page, 'table', { by: 'government' });
  const lines = (await walk(page)).map((line) => line.trim());
  const named = (role) => lines.filter((line) => line.startsWith(`${role} “`)).map((line) => line.slice(role.length + 2).replace(/”.*$/, ''));
  assert.deepEqual(named('row header'), issues.map(({ question }) => question));
  assert.deepEqual(named('column header'), ['Question', ...columns.map(({ label }) => label)]);
  const cells = lines.filter((line) => line.startsWith('link “') && issues.some(({ question }) => line.includes(question)));
  assert.ok(cells.length > issues.length);
  for (const cell of cells) assert.match(cell, /\.\s*”/, 'each line ends');
});

test('of hundreds of passages one line says what was copied, each time anew', async (t) => {
  const { page } = await open(t, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const { articles } = await ask(page, 'corpus');
  const heard = page.locator('#heard');
  await search(page, articles[0].title.split(' ').find((word) => word.length > 5));
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.getElementById('heard').textContent)).observe(document.getElementById('heard'), { childList: true, characterData: true, subtree: true });
  });
  const buttons = page.locator('.copy-passage button');
  for (let at = 0; at < 2; at += 1) {
    await buttons.nth(at).click();
    await page.locator('.copy-passage').nth(at).locator('.caution, .outcome').first().waitFor();
    // An article with a notice asks first.
    if (/all the same/.test(await buttons.nth(at).innerText())) await buttons.nth(at).click();
    await eventually(() => page.evaluate(() => window.said.filter((said) => said === 'Copied.').length), at + 1);
  }
  assert.equal(await page.locator('.copy-passage .outcome').count(), 2, 'and it is seen where it was pressed');
  await go(page, 'view=about');
  await eventually(() => heard.innerText(), '', 'what was done elsewhere is past');
});

test('the count of each part of the page speaks up when the query changes', async (t) => {
  const { page } = await open(t);
  for (const [view, line] of [['', '.found'], ['view=words&q=the', '.found'], ['view=timeline', '.told']]) {
    await go(page, view);
    const before = await page.locator(line).evaluate((element) => {
      window.line = element;
      return element.textContent;
    });
    await search(page, '1956');
    await eventually(() => page.locator(line).innerText(), (now) => now !== before, view);
    assert.ok(await page.evaluate((line) => window.line.isConnected && window.line === document.querySelector(line) && window.line.getAttribute('role') === 'status', line), `${view}: the same line, not another`);
    await search(page, '');
  }
});

for (const [what, hash] of [['passages of an article', 'q=the']]) {
  test(`who asks for more ${what} goes on with the first of them`, async (t) => {
    const { page } = await open(t, { hash });
    const more = page.getByRole('button', { name: /passages? more$/ }).first();
    if (await more.count() === 0) return t.skip('no article has so many');
    const shown = new Set(await page.locator('.pilcrow').evaluateAll((all) => all.map(({ hash }) => hash)));
    await more.focus();
    await page.keyboard.press('Enter');
    const now = await eventually(() => page.evaluate(() => document.activeElement.hash ?? ''), (hash) => hash.includes('p='));
    assert.ok(!shown.has(now), now);
  });
}

test('a closed notice leaves the focus in the page', async (t) => {
  const { page } = await open(t, { hash: 'author=nobody' });
  await page.locator('.notices').getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement.id), 'main');
});
