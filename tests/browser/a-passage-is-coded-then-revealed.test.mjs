import test from 'node:test';
import assert from 'node:assert/strict';
import { altered, ask, eventually, fragment, go, open, started, without } from '../harness.mjs';
import { packed, unpacked } from '../island.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const named = (list, id) => list.find((one) => one.id === id);
const hashOf = (position, more = '') => `view=seminar${more}&position=${position}&sheet=code`;
const choose = (page, name) => page.getByRole('combobox', { name });

/** Of each voice and each stance one position, one without an answer and one that rests on several places. */
function some({ positions, voices, stances }) {
  const kinds = [...voices.map(({ id }) => ({ voice }) => voice === id), ...stances.map(({ id }) => ({ stance }) => stance === id),
    ({ answer }) => !answer, ({ evidence }) => evidence.length > 1];
  return [...new Set(kinds.map((kind) => positions.find(kind)).filter(Boolean))];
}

/** Opens a passage as a reader does who comes from elsewhere. */
async function arrive(page, id) {
  await go(page, 'view=about');
  await go(page, hashOf(id));
}

/** A reader's coding, and the wish to see ours. */
async function code(page, { answer, stance, voice }) {
  await page.locator(`input[name=own-answer][value="${answer ?? '+'}"]`).check();
  await choose(page, 'How is it held?').selectOption(stance);
  await choose(page, 'Who vouches for it?').selectOption(voice);
  await page.getByRole('button', { name: 'Reveal' }).click();
}

for (const edition of ['digest', 'full', 'invented']) {
  test(`${edition} edition: a passage stands without our coding, and then with all of it`, { skip: without(edition) }, async (t) => {
    const { page, errors } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const raw = await page.evaluate(() => JSON.parse(document.getElementById('corpus').textContent));
    for (const position of some(corpus)) {
      const { id, answer, stance, voice, summary, evidence } = position;
      await arrive(page, id);
      const { question, answers } = named(corpus.issues, position.issue);
      const article = named(corpus.articles, position.article);
      const exercise = page.locator('article.exercise');
      assert.ok(plain(await exercise.locator('h2').innerText()).endsWith(`: ${question}`), id);

      const passages = (await exercise.locator('.source').allInnerTexts()).map(plain);
      const digests = (await exercise.locator('.digest').allInnerTexts()).map(plain);
      for (const { p } of evidence) {
        const { text, digest } = article.paragraphs.find(({ n }) => n === p);
        if (text) assert.ok(passages.some((passage) => passage.length > 1 && plain(text).includes(passage)), `${id} at ${p}`);
        else assert.ok(digests.some((shown) => shown.includes(plain(digest))), `${id} at ${p}`);
      }
      assert.equal(passages.length > 0, digests.length === 0, 'a passage or its digest, never both');

      assert.equal(await page.locator('main :is(strong, .summary, .how, .rules, .coder-note, .position, .dispute)').count(), 0, id);
      const { note } = raw.positions.find((one) => one.id === id);
      for (const given of [summary, note].filter(Boolean)) assert.ok(!plain(await page.locator('main').innerText()).includes(plain(given)), `${id}: ${given}`);
      assert.equal(await exercise.locator('input:checked').count(), 0, `${id}: nothing is chosen beforehand`);
      const offered = await exercise.locator('input[name=own-answer]').evaluateAll((all) => all.map(({ value }) => value));
      assert.deepEqual(offered.slice(0, -1), answers.map((one) => one.id), 'every answer of the question, in its order, and another');
      for (const [name, words] of [['How is it held?', corpus.stances], ['Who vouches for it?', corpus.voices]]) {
        const values = await choose(page, name).locator('option').evaluateAll((all) => all.map(({ value }) => value));
        assert.deepEqual(values, ['', ...words.map((word) => word.id)]);
        assert.equal(await choose(page, name).inputValue(), '');
      }

      await code(page, position);
      const ours = page.locator('.ours');
      const says = plain(await ours.innerText());
      assert.equal(await ours.locator('strong').first().innerText(), 'You coded it as we did.', id);
      assert.equal(await ours.locator('.how strong').innerText(), named(answers, answer)?.label ?? 'another answer');
      for (const held of [summary, named(corpus.stances, stance).rule, named(corpus.voices, voice).rule, `${position.confidence} confidence`]) {
        assert.ok(says.includes(plain(held)), `${id}: ${held}`);
      }
      if (note) assert.ok(says.includes(plain(note)), `${id}: the coder’s note`);
    }
    assert.deepEqual(errors, []);
  });
}

for (const edition of ['digest', 'full']) {
  test(`${edition} edition: before it is revealed the page is the same, however we coded`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const corpus = await ask(page, 'corpus');
    const chosen = some(corpus).slice(0, 10);
    const another = (list, id) => list.find((one) => one.id !== id).id;
    // The same positions in the same places, coded otherwise in everything that a reader is asked or that would tell it.
    const address = altered(t, (text) => {
      const raw = JSON.parse(unpacked(text, 'corpus'));
      for (const position of raw.positions) {
        const { answers } = named(corpus.issues, position.issue);
        position.answer = answers.find(({ id }) => id !== position.answer).id;
        position.stance = another(corpus.stances, position.stance);
        position.voice = another(corpus.voices.filter(({ nearness }) => nearness !== named(corpus.voices, position.voice).nearness), position.voice);
        delete position.via;
        Object.assign(position, { summary: 'Quite another summary.', note: 'Another note.', confidence: position.confidence === 'low' ? 'high' : 'low', as_of: '1900' });
        delete position.coding;
      }
      return text.replace(/(id="corpus">)[^<]*(<)/, (_, open, close) => open + packed(JSON.stringify(raw)) + close);
    }, edition);
    const { page: other } = await open(t, { address });
    assert.equal((await ask(other, 'corpus')).positions[0].summary, 'Quite another summary.');
    for (const { id } of chosen) {
      const shown = [];
      for (const one of [page, other]) {
        await arrive(one, id);
        shown.push(await one.evaluate(() => {
          // The tally tells of the passages before; it is the same for one who coded them so.
          const main = document.querySelector('main').cloneNode(true);
          main.querySelector('.told').remove();
          return [document.title, main.textContent, document.querySelector('article.exercise').outerHTML];
        }));
      }
      for (const [at, part] of ['title', 'text', 'elements'].entries()) assert.ok(shown[0][at] === shown[1][at], `${id}: another ${part}`);
      await code(other, named((await ask(other, 'corpus')).positions, id));
      assert.match(await other.locator('.ours').innerText(), /^You coded it as we did\.\s+Quite another summary\./, 'it was coded otherwise');
    }
  });
}

test('a coding other than ours is told what differs', async (t) => {
  const { page } = await open(t);
  const { positions, issues, stances, voices } = await ask(page, 'corpus');
  const polarity = (id) => named(stances, id).polarity;
  const position = positions.find(({ answer, stance }) => answer && stances.some(({ id, polarity: own }) => id !== stance && own === polarity(stance)));
  const { answers } = named(issues, position.issue);
  const voice = voices.find(({ id }) => id !== position.voice).id;
  const sameSide = stances.find(({ id }) => id !== position.stance && polarity(id) === polarity(position.stance)).id;
  const otherSide = stances.find(({ id }) => polarity(id) !== polarity(position.stance)).id;
  const otherAnswer = answers.find(({ id }) => id !== position.answer).id;
  const codings = {
    'as we did': [{}, /as we did/],
    'another voice': [{ voice }, /^The same answer in the same stance; another voice/],
    'another word for the same side': [{ stance: sameSide }, /^The same answer, held on the same side; another word/],
    'both another word and another voice': [{ stance: sameSide, voice }, /^The same answer, held on the same side; another word/],
    'the other side': [{ stance: otherSide }, /^The same answer, but held otherwise/],
    'another answer of the question': [{ answer: otherAnswer }, /^Another answer than ours/],
    'none of its answers': [{ answer: undefined }, /^Another answer than ours/],
  };
  for (const [what, [coding, says]] of Object.entries(codings)) {
    // The first coding of a passage counts, so each is met by one who has coded none.
    await page.reload();
    await started(page);
    await arrive(page, position.id);
    await code(page, { ...position, ...coding });
    assert.match(await page.locator('.ours strong').first().innerText(), says, what);
    const { answer, stance, voice } = { ...position, ...coding };
    const same = [answer === position.answer, stance === position.stance, voice === position.voice].map(Number);
    assert.equal(await page.locator('.told').innerText(), `1 passage coded. As we have it: the answer ${same[0]} times, the stance ${same[1]}, the voice ${same[2]}.`, what);
  }
});

test('the tally takes the first coding of a passage, once', async (t) => {
  const { page } = await open(t);
  const { positions, voices } = await ask(page, 'corpus');
  const [first, second] = [positions[0], positions.find(({ voice }) => voice !== positions[0].voice)];
  const told = () => page.locator('.told').innerText();
  await go(page, hashOf(first.id));
  assert.equal(await told(), '');
  const otherwise = { ...first, voice: voices.find(({ id }) => id !== first.voice).id };
  await code(page, otherwise);
  assert.equal(await told(), '1 passage coded. As we have it: the answer 1 times, the stance 1, the voice 0.');
  await code(page, first);
  assert.match(await page.locator('.ours strong').first().innerText(), /as we did/, 'another try is judged');
  assert.match(await told(), /^1 passage coded\. As we have it: the answer 1 times, the stance 1, the voice 0\./, 'but does not count');
  await go(page, hashOf(second.id));
  await code(page, second);
  assert.equal(await told(), '2 passages coded. As we have it: the answer 2 times, the stance 2, the voice 1.');
  await go(page, hashOf(first.id));
  assert.equal(await page.locator('.ours').count(), 0, 'set once more, it is hidden once more');
  await code(page, first);
  assert.match(await told(), /^2 passages coded\. As we have it: the answer 2 times, the stance 2, the voice 1\./);
  for (const elsewhere of ['view=compare', `view=seminar&sheet=role`, hashOf(first.id)]) await go(page, elsewhere);
  await eventually(told, '2 passages coded. As we have it: the answer 2 times, the stance 2, the voice 1.', 'it is kept while the page is open');
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
});

test('nothing is revealed before all three are answered', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&sheet=code' });
  const { stances, voices } = await ask(page, 'corpus');
  const steps = [
    () => {},
    () => page.locator('input[name=own-answer]').first().check(),
    () => choose(page, 'How is it held?').selectOption(stances[0].id),
  ];
  for (const [at, step] of steps.entries()) {
    await step();
    await page.getByRole('button', { name: 'Reveal' }).click();
    assert.equal(await page.locator('.exercise form').evaluate((form) => form.checkValidity()), false, `after ${at} of three`);
    assert.equal(await page.locator('.ours').count(), 0, `after ${at} of three`);
  }
  assert.equal(await page.locator('.told').innerText(), '');
  assert.ok(await choose(page, 'Who vouches for it?').evaluate((select) => select === document.activeElement), 'what is missing has the focus');
  await choose(page, 'Who vouches for it?').selectOption(voices[0].id);
  await page.getByRole('button', { name: 'Reveal' }).click();
  assert.equal(await page.locator('.ours').count(), 1);
});

test('a chosen stance and a chosen voice say their rules', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&sheet=code' });
  const { stances, voices } = await ask(page, 'corpus');
  for (const [name, words] of [['How is it held?', stances], ['Who vouches for it?', voices]]) {
    for (const { id, rule } of words) {
      await choose(page, name).selectOption(id);
      await eventually(async () => plain(await page.locator('.exercise label.stacked', { hasText: name }).innerText()), (says) => says.endsWith(plain(rule)), `${id}: ${rule}`);
    }
  }
});

test('“Another passage” goes through each position of a selection once, and begins anew', async (t) => {
  const { page } = await open(t);
  const { issues } = await ask(page, 'corpus');
  const held = async (options) => (await ask(page, 'table', { ...options, by: 'actor' })).cells.flatMap(({ positions }) => positions);
  const sizes = await Promise.all(issues.map(async ({ id }) => ({ id, size: (await held({ issue: [id] })).length })));
  const { id: issue } = sizes.filter(({ size }) => size > 3).sort((a, b) => a.size - b.size)[0];
  const wanted = await held({ issue: [issue] });
  await go(page, `view=seminar&issue=${issue}&sheet=code`);
  const visited = [];
  for (let nth = 1; nth <= wanted.length; nth += 1) {
    assert.match(await page.locator('.onward').innerText(), new RegExp(`^Passage ${nth} of ${wanted.length}\\.`));
    const before = await fragment(page);
    await page.getByRole('link', { name: 'Another passage' }).click();
    await eventually(() => fragment(page), (now) => now !== before);
    const params = new URLSearchParams(await fragment(page));
    assert.deepEqual([params.get('issue'), params.get('sheet')], [issue, 'code'], 'the selection stays');
    visited.push(params.get('position'));
  }
  assert.deepEqual(visited.toSorted(), wanted.toSorted());
  assert.match(await page.locator('.onward').innerText(), /^Passage 1 of /, 'after the last the first');
  await page.goBack();
  await eventually(() => page.locator('.onward').innerText(), (says) => says.startsWith(`Passage ${wanted.length} of `), 'back leads to the last');
});

test('another passage is set with nothing chosen and nothing revealed', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&sheet=code' });
  const { stances, voices } = await ask(page, 'corpus');
  await code(page, { stance: stances.at(-1).id, voice: voices.at(-1).id });
  await page.locator('.ours').waitFor();
  await page.getByRole('link', { name: 'Another passage' }).click();
  await eventually(() => page.locator('.onward').innerText(), (says) => says.startsWith('Passage 2 of '));
  assert.equal(await page.locator('.ours').count(), 0);
  assert.deepEqual([await choose(page, 'How is it held?').inputValue(), await choose(page, 'Who vouches for it?').inputValue()], ['', '']);
  assert.equal(await page.locator('input[name=own-answer]:checked').count(), 0, 'the answer to the passage before is no answer to this');
});

test('neighbours in the whole corpus come from different places', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&sheet=code' });
  const { positions } = await ask(page, 'corpus');
  const at = [];
  for (let nth = 0; nth < 12; nth += 1) {
    await page.getByRole('link', { name: 'Another passage' }).click();
    const before = at.at(-1);
    at.push(await eventually(async () => positions.findIndex(({ id }) => id === new URLSearchParams(new URL(page.url()).hash.slice(1)).get('position')), (now) => now >= 0 && now !== before));
  }
  assert.ok(at.slice(1).every((now, nth) => Math.abs(now - at[nth]) > 3), `${at}`);
});

test('a link to a passage opens it, also where the selection leaves it out', async (t) => {
  const first = await open(t);
  const { positions, articles } = await ask(first.page, 'corpus');
  const position = positions[Math.floor(positions.length / 2)];
  const others = articles.find(({ id }) => id !== position.article).outlet;
  for (const [more, nth] of [['', /^Passage \d+ of \d+\./], [`&outlet=${others}`, /^Another passage$/], ['&q=xyzzyplugh', null]]) {
    const { page } = await open(t, { hash: hashOf(position.id, more) });
    const places = await page.locator('.passage-to-code a.place').evaluateAll((all) => all.map(({ hash }) => new URLSearchParams(hash.slice(1))).map((to) => `${to.get('article')} ${to.get('p')}`));
    assert.deepEqual(places, position.evidence.map(({ p, s }) => `${position.article} ${p}${s === null ? '' : `.${s}`}`), more);
    await code(page, position);
    assert.match(await page.locator('.ours strong').first().innerText(), /as we did/, more);
    if (!nth) {
      assert.equal(await page.locator('.onward').count(), 0, 'there is no other');
      continue;
    }
    assert.match(await page.locator('.onward').innerText(), nth, more);
    await page.getByRole('link', { name: 'Another passage' }).click();
    await eventually(() => page.locator('.onward').innerText(), (says) => /^Passage \d+ of /.test(says), 'and leads into the selection');
  }
});

test('our coding leads to its cell in the table', async (t) => {
  const { page } = await open(t);
  const { positions } = await ask(page, 'corpus');
  const { cells } = await ask(page, 'table', { by: 'government' });
  const inCell = positions.find(({ id }) => cells.some((cell) => cell.positions.includes(id)));
  const aside = positions.find(({ id }) => !cells.some((cell) => cell.positions.includes(id)));
  for (const position of [inCell, aside]) {
    await go(page, hashOf(position.id));
    await code(page, position);
    await page.locator('.ours').getByRole('link', { name: 'In the table' }).click();
    await eventually(() => page.locator(`#evidence #position-${position.id}`).count(), 1, position.id);
  }
});

test('a selection without a position has none to code, and says so', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&q=xyzzyplugh&sheet=code' });
  assert.equal(await page.locator('.exercise').count(), 0);
  assert.match(await page.locator('.seminar .silence').innerText(), /no position in this selection/);
});

test('a filter by coding does not say before the reveal what was coded', async (t) => {
  const { page } = await open(t);
  const { positions, issues } = await ask(page, 'corpus');
  const { id, answer, stance, issue } = positions.find((position) => position.answer);
  await go(page, `view=seminar&answer=${answer}&stance=${stance}&position=${id}&sheet=code`);
  const { label } = named(named(issues, issue).answers, answer);
  const chips = await page.locator('.chip').allInnerTexts();
  assert.ok(!chips.some((chip) => chip.includes(label) || chip.includes(stance)), `${chips}`);
});

test('after “Another passage” the keyboard goes on from the passage', async (t) => {
  const { page } = await open(t, { hash: 'view=seminar&sheet=code' });
  await page.getByRole('link', { name: 'Another passage' }).press('Enter');
  await eventually(() => fragment(page), (now) => now.includes('position='));
  await eventually(() => page.evaluate(() => document.activeElement !== document.body && document.activeElement.closest('main') !== null), true, 'the focus is in the exercise');
});
