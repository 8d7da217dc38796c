import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, fragment, open, setOpen } from '../harness.mjs';

// Where, and by which name: every list to choose one of.
const lists = [
  ['the order of the articles', '', 'Order'],
  ['the columns of the table', 'view=compare', 'Columns'],
  ['the rows of the table', 'view=compare', 'Rows'],
  ['one of two columns', 'view=compare', 'Side by side'],
  ['the other of two columns', 'view=compare', 'with'],
  ['silence in the table', 'view=compare', 'Silence'],
  ['the beginning of a span', 'view=timeline', 'Held from'],
  ['the end of a span', 'view=timeline', 'to'],
  ['the actor of a role sheet', 'view=seminar&sheet=role', 'Actor'],
];

for (const [what, hash, name] of lists) {
  test(`back and forward, ${what} is what the address says, as when it is opened afresh`, async (t) => {
    const { page } = await open(t, { hash });
    const list = (page) => page.getByRole('combobox', { name, exact: true });
    const unfold = (page) => setOpen(page.locator('.compare-controls details'));
    await unfold(page);
    await list(page).waitFor();
    const values = await list(page).locator('option').evaluateAll((all) => all.map(({ value }) => value));
    const seen = async (page) => [await fragment(page), await list(page).inputValue()];
    const steps = [await seen(page)];
    // To each of three and on from it, so that each is left once by a choice.
    for (const value of values.filter((value) => value !== steps[0][1]).slice(-3)) {
      await list(page).selectOption(value);
      await eventually(() => fragment(page), (now) => now !== steps.at(-1)[0], 'a choice is a step');
      steps.push(await seen(page));
    }
    assert.ok(steps.length > 2);
    const afresh = [];
    for (const [hash] of steps) {
      const fresh = await open(t, { hash });
      await unfold(fresh.page);
      afresh.push(await seen(fresh.page));
      await fresh.page.context().close();
    }
    assert.deepEqual(steps, afresh, 'chosen');
    for (const way of ['back', 'forward']) {
      const to = way === 'back' ? afresh.slice(0, -1).reverse() : afresh.slice(1);
      for (const step of to) {
        await page.evaluate((way) => history[way](), way);
        await eventually(() => seen(page), step, `${way} to ${step[0]}`);
      }
    }
  });
}
