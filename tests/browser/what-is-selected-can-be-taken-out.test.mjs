import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ask, eventually, go, open, without } from '../harness.mjs';

/** Rows of a CSV file, by RFC 4180. */
function rows(csv) {
  const [rows, cells] = [[], []];
  let [cell, quoted] = ['', false];
  for (let at = csv.charCodeAt(0) === 0xfeff ? 1 : 0; at < csv.length; at++) {
    const sign = csv[at];
    if (quoted && sign === '"' && csv[at + 1] === '"') cell += csv[++at];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') cells.push(cell), (cell = '');
    else if (!quoted && sign === '\n') rows.push([...cells.splice(0), cell]), (cell = '');
    else if (quoted || sign !== '\r') cell += sign;
  }
  return rows;
}

async function file(page, name) {
  const taken = page.waitForEvent('download', { timeout: 10_000 });
  await Promise.all([taken, page.getByRole('button', { name, exact: true }).click()]);
  const download = await taken;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

for (const edition of ['digest', 'invented']) {
  test(`${edition} edition: the selected positions are the rows of a file`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition, hash: 'view=compare' });
    const { articles, positions } = await ask(page, 'corpus');
    const outlet = articles.find(({ id }) => positions.some(({ article }) => article === id)).outlet;
    await go(page, `view=compare&outlet=${outlet}`);
    await page.locator('.export summary').click();
    const { name, text } = await file(page, 'Positions as CSV');
    assert.match(name, /-positions\.csv$/);
    const [head, ...body] = rows(text);
    const ids = body.map((row) => row[head.indexOf('id')]);
    const wanted = positions.filter(({ article }) => articles.find(({ id }) => id === article).outlet === outlet).map(({ id }) => id);
    assert.deepEqual(ids, wanted);
    assert.ok(body.every((row) => row.length === head.length && !row.some((cell) => /^[=+\-@]/.test(cell))));
    const json = JSON.parse((await file(page, 'Positions as JSON')).text);
    assert.deepEqual(json.positions.map(({ id }) => id), wanted);
    const { text: markdown } = await file(page, 'Table as Markdown');
    const table = markdown.split('\n').filter((line) => line.startsWith('|'));
    assert.equal(table.length, (await ask(page, 'corpus')).issues.length + 2);
    assert.deepEqual([requests, errors], [[], []]);
  });
}

test('a link of a row opens its passage', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  await page.locator('.export summary').click();
  const [head, first] = rows((await file(page, 'Positions as CSV')).text);
  const link = first[head.indexOf('link')];
  assert.match(link, /^#view=read&article=/, 'from a disk there is no address that others could follow');
  await go(page, link);
  assert.equal(await page.locator('section.para.here').count(), 1);
});

test('where copying is refused the text stands in a box', async (t) => {
  const refuse = () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
  const { page } = await open(t, { hash: 'view=compare', before: (page) => page.addInitScript(refuse) });
  await page.locator('.export summary').click();
  await page.getByRole('radio', { name: 'copied' }).check();
  await page.getByRole('button', { name: 'Table as Markdown', exact: true }).click();
  await eventually(() => page.locator('.export textarea').count(), 1);
  assert.match(await page.locator('.export textarea').inputValue(), /^# .*\n\n\| Question \|/);
});

test('an article that carries a notice shows it before it is taken out', async (t) => {
  const { page } = await open(t, { hash: 'view=compare' });
  const { notice } = (await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent))).articles.find(({ notice }) => notice);
  await page.locator('.export summary').click();
  assert.ok((await page.locator('.export').innerText()).includes(notice));
});
