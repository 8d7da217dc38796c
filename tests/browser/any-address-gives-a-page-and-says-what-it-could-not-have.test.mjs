import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, fragment, go, open } from '../harness.mjs';

const nothing = /^$/;
const payload = '<img src=x onerror=window.ran=1><script>window.ran=1</script>';
const written = encodeURIComponent(payload);

// What stands after `#`, the part of the page that it gives, and what is said.
const cases = [
  ['author=smith', 'Articles', /author.*smith/],
  ['outlet=the-daily', 'Articles', /outlet.*the-daily/],
  ['view=nowhere', 'Articles', /view.*nowhere/],
  ['view=timetable&q=abc', 'Articles', /view.*timetable/],
  ['view=read&article=none-2001&p=3', 'Read', /article.*none-2001/],
  ['view=compare&by=size', 'Compare', /columns.*size/],
  ['view=compare&cell=nobody.nothing', 'Compare', /cell.*nobody/],
  ['view=compare&cell=x', 'Compare', /cell.*x/],
  ['year=MMXIX', 'Articles', /year.*MMXIX/],
  ['p=seven', 'Articles', /paragraph.*seven/],
  ['colour=red', 'Articles', /part.*colour/],
  ['sort=shuffle&lang=tlh', 'Articles', /order.*shuffle.*language.*tlh/s],
  ['issue=a&actor=b&answer=c&stance=d&voice=e', 'Articles', /question.*actor.*answer.*stance.*voice/s],
  [`q=${'a'.repeat(9 * 1024)}`, 'Articles', /longer than 8192 bytes/],
  [`author=${'%'.repeat(100)}`, 'Articles', /author.*%%%/],
  ['author=%E0%A4%A&q=%', 'Articles', /author/],
  ['q=%zz%2', 'Articles', nothing],
  ['author=%00%1B%0A', 'Articles', /author/],
  ['&&==&=&a', 'Articles', /./],
  ['%view=read', 'Articles', /part.*%view/],
  ['view=compare&silence=loud', 'Compare', /silence.*loud/],
  ['view=compare&column=nobody&dense=yes', 'Compare', /column.*nobody/],
  ['view=seminar&sheet=rota', 'Seminar', /sheet.*rota/],
  ['view=seminar&sheet=role&role=nobody', 'Seminar', /actor.*nobody/],
  ['view=seminar&sheet=code&position=none-01', 'Seminar', /position.*none-01/],
  ['as_of=someday', 'Articles', /time.*someday/],
  ['view=compare&as_of=2019..2018', 'Compare', /time.*2019\.\.2018/],
  [`q=${written}`, 'Articles', nothing],
  [`author=${written}`, 'Articles', /author.*<img src=x/],
  [`article=${written}&view=read`, 'Read', /article.*<img src=x/],
  [`position=${written}&view=read`, 'Read', /position.*<img src=x/],
  [`column=${written}&view=compare`, 'Compare', /column.*<img src=x/],
  [`role=${written}&view=seminar&sheet=role`, 'Seminar', /actor.*<img src=x/],
  [`${written}=1`, 'Articles', /part.*<img src=x/],
  ['view=javascript:window.ran=1', 'Articles', /view.*javascript/],
];

async function check(page, [hash, part, says]) {
  const name = hash.slice(0, 60);
  assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live', name);
  assert.equal(await page.locator('nav [aria-current=page]').innerText(), part, name);
  const notices = page.locator('.notices li');
  const said = (await notices.allInnerTexts()).join('\n');
  assert.match(said, says, name);
  assert.ok(said.length < 1000, `${name}: said shortly`);
  assert.ok((await page.locator('main').innerText()).trim().length > 20, `${name}: never a blank page`);
  // `main` is drawn by the program alone: what is not its own, as the map is, can only be markup from the address.
  assert.equal(await page.locator('main :is(img, script, iframe), main svg:not(.map > svg)').count(), 0, name);
  assert.ok(await page.locator('main .map').count() <= 1, name);
  assert.equal(await page.evaluate(() => window.ran), undefined, `${name}: ran`);
}

test('a page opened by a nonsense address', async (t) => {
  const kinds = /^(author=smith|view=nowhere|q=a|author=%E0|q=%3Cimg|article=%3Cimg)/;
  for (const one of cases.filter(([hash]) => kinds.test(hash))) {
    const { page, requests, errors } = await open(t, { hash: one[0] });
    await check(page, one);
    assert.deepEqual([requests, errors], [[], []], one[0].slice(0, 60));
    await page.context().close();
  }
});

test('a page led to a nonsense address', async (t) => {
  const { page, requests, errors } = await open(t);
  for (const one of cases) {
    await go(page, one[0]);
    await check(page, one);
  }
  assert.deepEqual([requests, errors], [[], []]);
});

test('payloads are shown as the text that they are', async (t) => {
  const { page } = await open(t, { hash: `q=${written}` });
  assert.equal(await page.locator('#search').inputValue(), payload);
});

test('a notice can be closed and leaves with the next choice', async (t) => {
  const { page } = await open(t, { hash: 'author=smith' });
  await page.locator('.notices button').click();
  await eventually(() => page.locator('.notices').count(), 0);
  await go(page, 'author=jones');
  assert.match(await page.locator('.notices').innerText(), /jones/);
  await page.locator('.facet input').first().click();
  await eventually(() => page.locator('.notices').count(), 0);
});

test('a fragment without = is an anchor and leaves the view alone', async (t) => {
  const { page } = await open(t, { hash: 'view=compare&by=year' });
  await go(page, 'main');
  assert.equal(await page.locator('.by select').inputValue(), 'year');
  assert.equal(await fragment(page), 'main');
});
