import test from 'node:test';
import { ask, eventually, open } from '../harness.mjs';

// Folded content that changes is where a browser may forget to draw: nothing here may look into it before it is unfolded.
for (const by of ['group', 'actor', 'year', 'nearness']) {
  test(`Layout shows a box for every column, though their kind was chosen while it was folded: ${by}`, async (t) => {
    const { page } = await open(t);
    const { columns } = await ask(page, 'table', { by });
    await page.locator('nav a', { hasText: 'Compare' }).click();
    await page.locator('.by select').selectOption(by);
    await page.locator('.layout > summary').click();
    const drawn = () => page.locator('.layout .facet').evaluateAll((all) => all.filter((facet) => facet.querySelector('input').getBoundingClientRect().width > 8).map((facet) => facet.innerText.trim()));
    await eventually(drawn, columns.map(({ label }) => label));
  });
}
