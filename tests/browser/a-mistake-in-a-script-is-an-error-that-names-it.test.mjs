import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, open } from '../harness.mjs';

const mistakes = [
  ['search', { autor: ['lee'] }, 'autor'],
  ['search', { author: 'lee' }, 'author'],
  ['search', { author: [1] }, 'author'],
  ['search', { q: 5 }, 'q'],
  ['search', { q: ['a'] }, 'q'],
  ['search', { limit: -1 }, 'limit'],
  ['search', { limit: 1.5 }, 'limit'],
  ['search', { limit: 'all' }, 'limit'],
  ['search', { passages: 'no' }, 'passages'],
  ['search', { offset: '2' }, 'offset'],
  ['search', { sort: 'size' }, 'sort'],
  ['search', { exact: 'yes' }, 'exact'],
  ['search', { year: ['19'] }, 'year'],
  ['search', { year: ['2019..2016'] }, 'year'],
  ['search', { by: 'outlet' }, 'by'],
  ['search', 'treaty', 'object'],
  ['search', ['treaty'], 'object'],
  ['search', 7, 'object'],
  ['table', { by: 'size' }, 'by'],
  ['table', { limit: 3 }, 'limit'],
  ['table', { voice: {} }, 'voice'],
  ['table', true, 'object'],
];

test('unknown keys and wrong types are errors that name the call and the key', async (t) => {
  const { page } = await open(t);
  for (const [name, options, key] of mistakes) {
    const says = await ask(page, name, options).then(() => 'nothing', (error) => error.message);
    assert.match(says, new RegExp(`sightlines\\.${name}: .*${key}`), `${name}(${JSON.stringify(options)})`);
  }
});

test('what is no plain object is an error too, and the page goes on', async (t) => {
  const { page, errors } = await open(t);
  const says = await page.evaluate(async () => {
    const round = {};
    round.round = round;
    const all = [];
    for (const options of [round, { q: 10n }, Symbol('q'), () => 1, { q: () => 1 }, NaN]) {
      all.push(await Promise.resolve().then(() => window.sightlines.search(options)).then((answer) => answer.total, (error) => error instanceof Error && error.message));
    }
    return all;
  });
  // A key that JSON leaves out is none.
  const { articles } = await ask(page, 'corpus');
  for (const said of says) assert.ok(said === articles.length || /sightlines\.search: /.test(said), String(said));
  assert.match(says[0], /plain object/);
  assert.equal((await ask(page, 'search', {})).total, articles.length);
  assert.deepEqual(errors, []);
});

for (const value of ['5', 'null', 'undefined', '{}', '["view=about"]']) {
  test(`a view that is set to ${value} breaks nothing`, async (t) => {
    const { page, errors } = await open(t, { hash: 'view=compare' });
    await page.evaluate((value) => {
      try {
        window.sightlines.view = value === 'undefined' ? undefined : JSON.parse(value);
      } catch (error) {
        if (!(error instanceof Error)) throw new Error(`no error: ${error}`);
      }
    }, value);
    assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live');
    await page.getByRole('navigation').getByRole('link', { name: 'Articles' }).click();
    await page.locator('article.hit').first().waitFor();
    assert.deepEqual(errors, []);
  });
}
