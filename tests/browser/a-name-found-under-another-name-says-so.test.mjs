import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, found, fragment, open, search, vocabulary, without } from '../harness.mjs';

/** Names of the corpus's rings that are also found under another name; the most telling first. */
async function names(page) {
  const { corpus } = await vocabulary(page);
  const told = [];
  for (const name of corpus.rings.flatMap((ring) => ring.names)) {
    const { notices, hits } = await ask(page, 'search', { q: name });
    const exact = await ask(page, 'search', { q: name, exact: true });
    const ring = corpus.rings.find((ring) => ring.names.includes(name)).names.filter((other) => other !== name);
    if (notices.some((notice) => notice.kind === 'alias')) told.push({ name, ring, hits, exact: exact.hits });
  }
  return told;
}

const shape = (hits) => hits.map(({ article, passages }) =>
  ({ article, passages: passages.map(({ p }) => p).filter((p) => p !== 'title') }));

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: the hit says its name, and “Only as typed” takes it off`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const told = await names(page);
    const { name, ring, hits, exact } = told.find(({ exact, hits }) => exact.length > 0
      && JSON.stringify(shape(exact)) !== JSON.stringify(shape(hits)));
    await search(page, name);
    assert.deepEqual(await found(page), shape(hits));
    const notice = page.locator('.says li').filter({ hasText: 'another name' });
    const said = await notice.locator('strong').allInnerTexts();
    assert.ok(said.length > 0 && said.every((other) => ring.includes(other)), `${said} are names of ${name}`);
    const reasons = page.locator('.passage .why');
    assert.ok((await reasons.allInnerTexts()).some((why) => why === 'alias'), 'and at its word');

    await notice.getByRole('link', { name: 'Only as typed' }).click();
    await eventually(() => fragment(page), (now) => /(^|&)exact=1(&|$)/.test(now));
    assert.deepEqual(await found(page), shape(exact));
    assert.equal(await page.locator('.why').filter({ hasText: 'alias' }).count(), 0);
    assert.equal(await page.locator('.says li').filter({ hasText: 'another name' }).count(), 0);

    await page.getByRole('button', { name: /as typed/ }).click();
    await eventually(() => found(page), shape(hits), 'its chip brings them back');
  });
}

test('a name in quotes is found as it is written only', async (t) => {
  const { page } = await open(t);
  const [{ name, exact }] = (await names(page)).filter(({ name }) => !name.includes(' '));
  await search(page, `"${name}"`);
  assert.deepEqual(await found(page), shape(exact));
});

test('related names are offered and not added', async (t) => {
  const { page } = await open(t);
  const { corpus } = await vocabulary(page);
  const [{ names: related }] = corpus.related;
  const [name, ...others] = related;
  await search(page, name);
  const offer = page.locator('.says li').filter({ hasText: 'Not the same' });
  const offered = await offer.getByRole('link').allInnerTexts();
  assert.ok(offered.length > 0 && offered.every((other) => others.includes(other)), `${offered}`);
  await offer.getByRole('link').first().click();
  await eventually(() => page.locator('#search').inputValue(), offered[0]);
  const { hits } = await ask(page, 'search', { q: offered[0] });
  assert.deepEqual(await found(page), shape(hits));
});
