import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, go, open, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** Opens what is folded away, if it is not open from the article before. */
async function unfold(details) {
  if (!(await details.evaluate((details) => details.open))) await details.locator('summary').click();
}

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: each variant stands at its paragraph, with what each copy has`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { articles } = await ask(page, 'corpus');
    const several = articles.filter(({ variants }) => variants.length > 0);
    assert.ok(several.length > 0);
    for (const { id, variants, witnesses } of several) {
      await go(page, `view=read&article=${id}`);
      for (const p of new Set(variants.map((variant) => variant.p))) {
        const here = variants.filter((variant) => variant.p === p);
        const rows = page.locator(`#p-${p} .variants li`);
        assert.equal(await rows.count(), here.length);
        for (const [at, { readings }] of here.entries()) {
          const says = plain(await rows.nth(at).innerText());
          for (const { witness, reading } of readings) {
            assert.ok(says.includes(`Copy ${witnesses.indexOf(witness) + 1} has ${reading}`), `${reading} in ${says}`);
          }
        }
      }
    }
  });

  test(`${edition} edition: letters that look alike are named by their code points`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { articles } = await ask(page, 'corpus');
    const alike = articles.flatMap(({ id, variants }) => variants.map((variant) => ({ id, ...variant })))
      .find(({ readings }) => readings.every(({ reading }) => /U\+[0-9A-F]{4}/.test(reading)));
    assert.ok(alike, 'a variant that cannot be seen');
    await go(page, `view=read&article=${alike.id}`);
    const says = (await page.locator(`#p-${alike.p} .variants`).innerText()).match(/U\+[0-9A-F]{4}/g);
    assert.equal(new Set(says).size, alike.readings.length);
    const named = alike.readings.map(({ reading }) => /^(.) U\+([0-9A-F]{4})$/u.exec(reading));
    for (const [, letter, code] of named) assert.equal(letter.codePointAt(0), Number.parseInt(code, 16));
  });

  test(`${edition} edition: the log tells each repair, its place and how often`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { articles } = await ask(page, 'corpus');
    for (const { id, witnesses, variants, repairs } of articles) {
      await go(page, `view=read&article=${id}`);
      const log = page.locator('.reader details').filter({ hasText: /cop(y|ies), \d+ variant/ });
      const total = repairs.reduce((sum, { count }) => sum + count, 0);
      const summary = await log.locator('summary').innerText();
      assert.deepEqual(summary.match(/\d+/g).map(Number), [witnesses.length, variants.length, total], summary);
      assert.ok(total > 0);
      await unfold(log);
      const rows = (await log.locator('li').allInnerTexts()).map(plain);
      const told = rows.flatMap((row) => {
        const [kind, places = ''] = row.split(/: (?=¶|outside)/);
        return places.split(', ').filter(Boolean).map((place) => {
          const [, p, times] = /^(?:¶ (\d+)|outside the body)(?: \(× (\d+)\))?$/.exec(place) ?? assert.fail(`${place} is no place`);
          return `${kind} ${p ?? 'outside'} ${times ?? 1}`;
        });
      });
      assert.deepEqual(told.toSorted(), repairs.map(({ kind, p, count }) => `${kind} ${p ?? 'outside'} ${count}`).toSorted(), id);
    }
  });
}

test('every field of the record says on what basis', async (t) => {
  const { page } = await open(t);
  const { articles } = await ask(page, 'corpus');
  for (const { id, title, witnesses } of articles) {
    await go(page, `view=read&article=${id}`);
    await unfold(page.locator('.reader details').filter({ hasText: 'The record, and on what basis' }));
    const card = page.locator('.card').filter({ hasText: title });
    for (const field of ['Title', 'Author', 'Outlet', 'Date']) {
      const row = card.locator('div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${field}$`) }) });
      assert.match(await row.locator('dd').innerText(), /\S (stated|inferred|the editors’|looked up)/, `${id}: ${field}, set apart from what it is of`);
    }
    for (const witness of witnesses) assert.ok((await card.innerText()).includes(witness), 'and from which copies');
  }
});
