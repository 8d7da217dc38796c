import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ask, go, open, setOpen, throughout, vocabulary, without } from '../harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ALL = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } };
/** What is looked at; the dark scheme is another only in its colours, and another language in all but these. */
const rules = { light: ALL, dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }, words: { ...ALL, rules: { 'color-contrast': { enabled: false } } } };

/** The rules that are broken, each with its first element; `incomplete` ones are for people to judge. */
const violations = (page, of) => page.evaluate(async ([rules, least]) => {
  const { violations, passes } = await window.axe.run(document, { ...rules, resultTypes: ['violations'] });
  if (passes.length < least) throw new Error('axe looked at nothing');
  return violations.map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0].html.slice(0, 120)} ${nodes[0].any.map(({ message }) => message).join('; ').slice(0, 160)}`);
}, [rules[of], of === 'dark' ? 1 : 10]);

for (const language of ['ru', 'ja']) {
  test(`in another language: ${language}`, async (t) => {
    const { page } = await open(t);
    await page.evaluate(axe);
    assert.deepEqual(await throughout(page, (page) => violations(page, 'words'), language), {});
  });
}

for (const edition of ['digest', 'full', 'invented']) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`${edition} edition, ${scheme}, ${width} pixels`, { skip: without(edition) }, async (t) => {
        const { page } = await open(t, { edition, scheme, size: { width, height: 800 } });
        const { corpus, plain, scan } = await vocabulary(page);
        const word = plain.find((word) => scan((words) => words.has(word)).length > 1);
        const { cells } = await ask(page, 'table', { by: 'outlet' });
        const { column, issue } = cells.toSorted((a, b) => b.positions.length - a.positions.length)[0];
        const several = (corpus.articles.find(({ variants }) => variants?.length) ?? corpus.articles[0]).id;
        const cautioned = (corpus.articles.find(({ notice }) => notice) ?? corpus.articles[0]).id;
        const [position] = corpus.positions.filter(({ article }) => article === several);
        const { p, s } = position.evidence[0];
        const fullest = (cells) => cells.toSorted((a, b) => b.positions.length - a.positions.length)[0];
        const told = fullest((await ask(page, 'table', { by: 'actor' })).cells);
        const few = (await ask(page, 'contrasts', { by: 'outlet' })).filter(({ kind }) => kind === 'differ').toSorted((x, y) => x.a.length + x.b.length - y.a.length - y.b.length)[0]?.issue ?? corpus.positions[0].issue;
        const views = {
          'every article': '',
          'results with chips': `q=${word}&author=${corpus.articles[0].authors.value[0] ?? 'unnamed'}&year=2019`,
          'a name found under another': `q=${corpus.rings[0]?.names[0] ?? word}`,
          'nothing': 'q=xyzzyplugh&outlet=nobody',
          'no article chosen': 'view=read',
          'an article with variants and a lit place': `view=read&article=${several}&p=${p}.${s}`,
          'an article with a notice': `view=read&article=${cautioned}`,
          'the table': 'view=compare',
          'an open cell': `view=compare&by=outlet&cell=${column}.${issue}`,
          'turned, with an open cell': `view=compare&by=outlet&turn=1&cell=${column}.${issue}`,
          'two columns and their contrasts': `view=compare&by=outlet&a=${corpus.articles[0].outlet.value}&b=${corpus.articles[1].outlet.value}`,
          'groups of actors, those that speak': 'view=compare&by=group&silence=hidden',
          'every actor alone, close together': 'view=compare&by=actor&dense=1&silence=shown',
          'some columns': `view=compare&by=actor&${corpus.positions.slice(0, 1).concat(corpus.positions.slice(-1)).map(({ actor }) => `column=${actor}`).join('&')}`,
          'as told by, article by article': `view=compare&by=actor&cell=${told.column}.${told.issue}`,
          'a chosen position, opened': `view=read&article=${position.article}&p=${p}.${s}&position=${position.id}`,
          'prompts, with their passages': `view=seminar&by=outlet&issue=${few}`,
          'a passage to code': `view=seminar&sheet=code&position=${position.id}`,
          'a role sheet to be chosen': 'view=seminar&sheet=role',
          'a role sheet': `view=seminar&sheet=role&role=${position.actor}`,
          'a matrix': 'view=seminar&by=outlet&sheet=matrix',
          'a blank matrix': 'view=seminar&by=outlet&sheet=blank',
          'no notes': 'view=seminar&sheet=notes',
          'the timeline': 'view=timeline',
          'a span of the timeline': 'view=timeline&as_of=2018..2019',
          'words and who uses them': `view=words&q=${word}`,
          'the codebook': 'view=about',
        };
        await page.evaluate(axe);
        const found = {};
        const look = async (name) => {
          const broken = await violations(page, scheme);
          if (broken.length > 0) found[name] = broken;
        };
        // What the full edition shows otherwise: passages, lit sentences, evidence.
        const differs = ['words and who uses them', 'results with chips', 'an article with variants and a lit place', 'an open cell', 'a chosen position, opened', 'a passage to code'];
        for (const [name, hash] of Object.entries(views).filter(([name]) => edition !== 'full' || differs.includes(name))) {
          await go(page, hash);
          if (/variants|codebook|contrasts|timeline|groups|told by|prompts/.test(name)) await setOpen(page.locator('main details'));
          await look(name);
        }
        // What only opens by a click: the coding that is revealed, with a rule and the form of a note; then the note that was kept.
        await go(page, `view=seminar&sheet=code&position=${position.id}`);
        await page.locator('.exercise input[type=radio]').last().check();
        for (const select of await page.locator('.exercise select').all()) await select.selectOption({ index: 1 });
        await page.getByRole('button', { name: 'Reveal' }).click();
        await page.locator('.ours .rule-word').first().click();
        await page.locator('.ours .dispute button').first().click();
        for (const opened of ['.rule-text', '.dispute form']) await page.locator(`.ours ${opened}`).first().waitFor();
        await look('a revealed coding, with a rule and a note to write');
        await page.getByRole('textbox', { name: 'Better' }).fill('x');
        await page.getByRole('button', { name: 'Keep the note' }).click();
        await go(page, 'view=seminar&sheet=notes');
        await page.locator('.notes-kept li').waitFor();
        await look('notes');
        await go(page, 'view=compare&by=actor');
        for (const summary of ['.layout', '.export']) await page.locator(`${summary} > summary`).click();
        await page.locator('.layout .facets').waitFor();
        if (await page.locator('.of-rule button').count() > 0) await page.locator('.of-rule button').first().click();
        await look('Layout, Export and a rule of a question, opened');
        await go(page, `view=read&article=${cautioned}`);
        if (await page.locator('.margin button.note').count() > 0) await page.locator('.margin button.note').first().click();
        await page.getByRole('button', { name: 'Share' }).click();
        await page.locator('section.share').waitFor();
        await look('Share, with a chosen note');
        await setOpen(page.locator('.share details, .note-opened details'));
        await look('Share, with all that it folds away');
        await page.keyboard.press('Escape');
        await go(page, '');
        await page.locator('.help').evaluate((details) => { details.open = true; });
        await look('how to search');
        assert.deepEqual(found, {});
      });
    }
  }
}
