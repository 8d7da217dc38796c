import test from 'node:test';
import assert from 'node:assert/strict';
import { ask, eventually, go, open, setOpen, without } from '../harness.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const named = (list, id) => list.find((one) => one.id === id);
const corpusOf = (page) => page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));

/** How precise a date is, by its form. */
const precision = (date) => {
  if (date.includes('/')) return 'somewhere in this span';
  return { 4: 'to the year', 7: 'to the month', 10: 'to the day' }[date.length];
};

/** What the word of the date must open: its precision, and on what it rests. */
function basis({ as_of: date }, { date: own }) {
  if (!date) return [/does not date it/];
  const rests = date === own.value ? (own.basis === 'stated' ? /article’s own date, as printed/ : /article’s own date, \S/) : /The text dates it so/;
  return [new RegExp(`^When it was held, ${precision(date)}\\. `), rests];
}

// By the codebook's guide, which stands in no island.
const confidence = { high: /^Explicit/, medium: /one step/i, low: /another reading/i };

/** Of each kind one: by the precision of the date and what it rests on, by confidence, by voice. */
function kinds(corpus, articles) {
  const keys = [
    (one) => `date ${one.as_of ? precision(one.as_of) : 'undated'}, ${one.as_of === named(articles, one.article).date.value ? `own ${named(articles, one.article).date.basis}` : 'by the text'}`,
    (one) => `confidence ${one.confidence}`,
    (one) => `voice ${one.voice}`,
  ];
  return Object.entries(Object.fromEntries(keys.flatMap((key) => corpus.positions.toReversed().map((one) => [key(one), one]))));
}

/** The four words of a position with what each must open. */
function words(corpus, articles, position) {
  const voice = named(corpus.voices, position.voice);
  const nearness = { own: 'own', ascribed: 'ascribed', inferred: 'inferred' }[voice.nearness];
  return [
    [new RegExp(`^${position.stance}$`), [named(corpus.stances, position.stance).rule]],
    // The voice's word names whoever relays or ascribes it; the first is its own.
    [/./, [voice.rule, new RegExp(`Counts as: [^.]*${nearness}`, 'i')]],
    [position.as_of ? new RegExp(`^as of .*${position.as_of.slice(0, 4)}`) : /^undated$/, basis(position, named(articles, position.article))],
    [new RegExp(`^${position.confidence} confidence$`), [confidence[position.confidence]]],
  ];
}

const includes = (text, part) => (part instanceof RegExp ? part.test(text) : text.includes(plain(part)));

async function opens(how, wanted, says) {
  const all = how.locator('.rule-word');
  assert.equal(await all.count(), wanted.length, `${says}: each word has its rule`);
  for (const [at, [word, parts]] of wanted.entries()) {
    const button = all.nth(at);
    assert.match(plain(await button.innerText()), word, says);
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await how.locator('.rule-text').count(), 0);
    await button.focus();
    await button.press(at % 2 ? 'Enter' : 'Space');
    await eventually(() => button.getAttribute('aria-expanded'), 'true');
    await eventually(() => how.locator('.rule-text').count(), 1, `${says}: ${word}`);
    const rule = plain(await how.locator('.rule-text').innerText());
    for (const part of parts) assert.ok(includes(rule, part), `${says}: ${part} in “${rule}”`);
    assert.ok(await button.evaluate((button) => button === document.activeElement), 'the word keeps the focus');
    assert.ok(await how.locator('.rule-text').isVisible());
    await button.click();
    await eventually(() => how.locator('.rule-text').count(), 0, 'and once more it is closed');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
  }
}

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: in an open cell each word of each kind of position opens its rule`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const { articles } = await corpusOf(page);
    const { cells } = await ask(page, 'table', { by: 'actor' });
    const all = kinds(corpus, articles);
    assert.ok(all.length > 6);
    for (const [kind, position] of all) {
      const { column, issue } = cells.find(({ positions }) => positions.includes(position.id));
      await go(page, `view=compare&by=actor&cell=${column}.${issue}`);
      await opens(page.locator(`#position-${position.id} .how`), words(corpus, articles, position), `${kind}: ${position.id}`);
    }
    assert.deepEqual(errors, []);
  });

  test(`${edition} edition: so it is in the margin, in the years and in a role sheet`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const { articles } = await corpusOf(page);
    const dated = kinds(corpus, articles).filter(([kind]) => kind.startsWith('date'));
    for (const [kind, position] of dated) {
      await go(page, `view=read&article=${position.article}&position=${position.id}`);
      await opens(page.locator('.note-opened .how').first(), words(corpus, articles, position), `margin, ${kind}`);
      if (position.as_of) {
        await go(page, 'view=timeline');
        const year = page.locator(`#year-${Number(position.as_of.slice(0, 4))} details:not(.citing)`);
        await setOpen(year);
        await opens(year.locator(`#position-${position.id} .how`), words(corpus, articles, position), `timeline, ${kind}`);
      }
      await go(page, `view=seminar&sheet=role&role=${position.actor}`);
      await opens(page.locator(`.role-sheet #position-${position.id} .how`), words(corpus, articles, position), `role, ${kind}`);
    }
  });
}

test('a rule that is open leaves the others as they are', async (t) => {
  const { page } = await open(t);
  const { cells } = await ask(page, 'table', { by: 'government' });
  const { column, issue } = cells.find(({ positions }) => positions.length > 1);
  await go(page, `view=compare&cell=${column}.${issue}`);
  const [one, other] = [page.locator('#evidence .how').nth(0), page.locator('#evidence .how').nth(1)];
  const pressed = (how) => how.locator('.rule-word').evaluateAll((all) => all.map((button) => button.getAttribute('aria-expanded') === 'true'));
  await one.locator('.rule-word').nth(2).click();
  await one.locator('.rule-word').nth(3).click();
  await eventually(() => pressed(one), [false, false, true, true]);
  assert.deepEqual(await pressed(other), [false, false, false, false]);
  assert.equal(await one.locator('.rule-text').count(), 2);
});

test('what a date is as of is written as precisely as it is known, and no more', async (t) => {
  const { page } = await open(t);
  const corpus = await ask(page, 'corpus');
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const { cells } = await ask(page, 'table', { by: 'actor' });
  const dates = new Map(corpus.positions.filter(({ as_of: date }) => date).map((one) => [one.as_of, one]));
  for (const [date, { id }] of dates) {
    const { column, issue } = cells.find(({ positions }) => positions.includes(id));
    await go(page, `view=compare&by=actor&cell=${column}.${issue}`);
    const says = plain(await page.locator(`#position-${id} .how .rule-word`).nth(2).innerText());
    const points = date.split('/').map((point) => point.split('-'));
    for (const [year, month, day] of points) {
      assert.ok(says.includes(year), `${date}: ${says}`);
      if (month) assert.ok(says.includes(months[month - 1]), `${date}: ${says}`);
      if (day) assert.match(says, new RegExp(`\\b${Number(day)}\\b`), date);
    }
    const known = points.map(([, month]) => months[month - 1]).filter(Boolean);
    for (const month of months.filter((month) => !known.includes(month))) assert.ok(!says.includes(month), `${date}: ${says} knows a month`);
    const days = points.map(([, , day]) => day).filter(Boolean).length;
    assert.equal((says.match(/\b\d{1,2}\b/g) ?? []).length, days, `${date}: ${says}`);
  }
});
