import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, fragment, go, open, without } from '../harness.mjs';

/** What the cells say, as it is read, line by line; and what is seen of who says it and of the answers. */
const read = (page) => page.evaluate(() => {
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  const line = (line) => {
    const [copy, classes] = [line.cloneNode(true), line.className];
    copy.querySelectorAll('.who').forEach((who) => who.remove());
    return `${classes}: ${plain(copy.textContent)}`;
  };
  return {
    heads: [...document.querySelectorAll('main table th.column')].map(({ innerText }) => plain(innerText)),
    questions: [...document.querySelectorAll('main table .asks')].map(({ innerText }) => innerText),
    cells: [...document.querySelectorAll('main table td:not(.corner)')].map((cell) => ({
      link: cell.querySelector('a')?.id ?? null,
      lines: cell.querySelector('a') ? [...cell.querySelectorAll('.line')].map(line) : [plain(cell.innerText)],
    })),
  };
});
const seen = (page) => page.evaluate(async () => {
  const height = () => document.querySelector('main table').offsetHeight;
  // The page is laid out before its letters are there, and anew with them.
  height();
  await document.fonts.ready;
  return {
    answers: [...document.querySelectorAll('main .answers')].length,
    who: [...document.querySelectorAll('main table .line .who')].filter((who) => who.checkVisibility()).length,
    height: height(),
  };
});

for (const edition of ['digest', 'invented']) {
  for (const by of ['government', 'actor', 'outlet']) {
    for (const turn of ['', '&turn=1']) {
      test(`${edition} edition: close together, the same cells without their answers listed and without who says it: ${by}${turn && ', turned'}`, { skip: without(edition) }, async (t) => {
        const start = `view=compare${by === 'government' ? '' : `&by=${by}`}${turn}`;
        const { page, errors } = await open(t, { edition, hash: start });
        const [before, loose] = [await read(page), await seen(page)];
        assert.ok(loose.answers > 0 && loose.who > 0, 'there is something to leave out');
        await page.locator('.layout summary').click();
        const box = page.getByRole('checkbox', { name: /^close together/ });
        await box.check();
        await eventually(() => fragment(page), `${start}&dense=1`);
        await eventually(() => read(page), before);
        const close = await seen(page);
        assert.deepEqual([close.answers, close.who], [0, 0]);
        assert.ok(close.height < loose.height, `${close.height} < ${loose.height}`);
        await page.reload();
        await eventually(() => read(page), before, 'opened afresh');
        await eventually(() => seen(page), close);
        await page.locator('.layout summary').click();
        await box.uncheck();
        await eventually(() => fragment(page), start);
        await eventually(() => seen(page), loose);
        assert.deepEqual(errors, []);
      });
    }
  }
}

test('a cell opens as it does else, with who says it', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=outlet&dense=1' });
  const { cells } = await ask(page, 'table', { by: 'outlet' });
  const fullest = cells.toSorted((a, b) => b.positions.length - a.positions.length)[0];
  await page.locator(`[id="cell-${fullest.column}-${fullest.issue}"]`).click();
  await eventually(() => fragment(page), `view=compare&by=outlet&cell=${fullest.column}.${fullest.issue}&dense=1`);
  const items = page.locator('#evidence ol > li');
  await eventually(() => items.evaluateAll((all) => all.map(({ id }) => id)), fullest.positions.map((id) => `position-${id}`));
  const { positions } = await ask(page, 'corpus');
  for (const [at, id] of fullest.positions.entries()) {
    const { voice } = positions.find((position) => position.id === id);
    const says = await items.nth(at).locator('.how').innerText();
    assert.ok(says.includes(voice === 'author' ? 'author' : voice), `${id}: ${says}`);
  }
});

test('on a narrow page the answers are not listed, and every cell says the same', async (t) => {
  const { page } = await open(t, { hash: 'view=compare', size: { width: 360, height: 740 } });
  const cells = () => page.locator('.questions a.cell .reads').evaluateAll((all) => all.map((line) => {
    const copy = line.cloneNode(true);
    copy.querySelectorAll('.who').forEach((who) => who.remove());
    return copy.textContent;
  }));
  const before = await cells();
  const answers = () => page.locator('.questions .answers').count();
  assert.ok(before.length > 0 && await answers() > 0);
  await go(page, 'view=compare&dense=1');
  await eventually(answers, 0);
  assert.deepEqual(await cells(), before);
});
