import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ask, eventually, fragment, open, without } from '../harness.mjs';

const skip = without('invented');
const odd = 'Why & how = #1? 100% <b>"said"</b>, Курилы, 北方領土';
const bar = (page) => page.getByRole('navigation', { name: 'Path' });
const share = (page) => page.getByRole('region', { name: 'Share this view' });
const chooser = (page) => share(page).getByLabel('Open a path’s file');
const json = (value) => ({ name: 'week-3.json', mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });
const made = {
  type: 'sightlines:path', title: odd,
  stops: [
    { view: 'view=compare&by=outlet', note: odd },
    { view: 'q=a%20%26%20b%20%22%D0%9C%D0%B8%D1%80%22', note: '' },
    { view: 'view=about', note: '<html> ends here' },
  ],
};
const stop = ({ view, note }, at) => `stop=${encodeURIComponent(`${at + 1} ${view} ${note}`)}`;
const link = ({ title, stops }) => [`path=${encodeURIComponent(title)}`, ...stops.map(stop)].join('&');

async function openPaths(page) {
  await page.getByRole('button', { name: 'Share' }).click();
  await share(page).getByText('A path through the material').click();
}

/** Drops a file onto the page, as a reader does. */
async function drop(page, { name, mimeType, buffer }) {
  const dragged = await page.evaluateHandle(({ name, mimeType, text }) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: mimeType }));
    return data;
  }, { name, mimeType, text: String(buffer) });
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dragged });
  await page.dispatchEvent('main', 'drop', { dataTransfer: dragged });
}

const ways = {
  'through the chooser': async (page, file) => {
    await openPaths(page);
    await chooser(page).setInputFiles(file);
  },
  'dropped onto the page': drop,
};

async function saved(page) {
  const download = page.waitForEvent('download');
  await share(page).getByRole('button', { name: 'Save as a file' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

for (const [how, give] of Object.entries(ways)) {
  test(`a path that was saved is opened again, ${how}`, { skip }, async (t) => {
    const { page } = await open(t, { edition: 'invented', hash: `view=words&${link(made)}&at=3` });
    await openPaths(page);
    const { name, text } = await saved(page);
    assert.match(name, /\.json$/);
    assert.deepEqual(JSON.parse(text), made);
    await eventually(() => share(page).locator('.paths [role=status]').innerText(), (says) => /file/.test(says));

    const { page: other, requests, errors } = await open(t, { edition: 'invented', hash: 'view=about' });
    const before = await ask(other, 'corpus');
    await give(other, { ...json(text), name });
    await eventually(() => bar(other).count(), 1);
    const says = await bar(other).innerText();
    assert.match(says, /stop 1 of 3/);
    assert.equal(says.split(odd).length, 3, 'its title and the note of its first stop');
    assert.match(await fragment(other), /^view=compare&by=outlet&path=/);
    if (how.includes('chooser')) assert.deepEqual(JSON.parse((await saved(other)).text), made, 'and holds all of it');
    for (const { view } of made.stops.slice(1)) {
      await bar(other).getByRole('link', { name: 'Next' }).click();
      await eventually(() => fragment(other), (now) => now.startsWith(`${view}&path=`));
    }
    assert.equal(await other.locator('.copies').count(), 0, 'it is taken for no article');
    assert.deepEqual(await ask(other, 'corpus'), before);
    for (const _ of [1, 2, 3]) await other.goBack();
    await eventually(() => fragment(other), 'view=about', 'Back leads to where the reader was');
    assert.deepEqual([requests, errors], [[], []]);
  });
}

test('the same file can be chosen twice', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented' });
  await openPaths(page);
  for (const _ of [1, 2]) {
    await chooser(page).setInputFiles(json(made));
    await eventually(() => bar(page).count(), 1);
    await bar(page).getByRole('link', { name: 'Leave' }).click();
    await eventually(() => bar(page).count(), 0);
  }
});

const text = JSON.stringify(made);
const wrong = {
  'JSON that is no path': json({ title: 'Week 3', items: [1, 2] }),
  'a list': json('[1, 2, 3]'),
  'a path that is cut short': json(text.slice(0, -20)),
  'a path without stops': json({ ...made, stops: [] }),
  'a path of stops that are none': json({ ...made, stops: [{}, 7, { note: 'only a note' }] }),
  'an empty file': json(''),
  'a file that is far too large': json(`{"type": "sightlines:path", "stops": [${' '.repeat(17_000_000)}`),
};

for (const [what, file] of Object.entries(wrong)) {
  test(`${what} is refused plainly, as no path, and nothing is lost`, { skip }, async (t) => {
    const { page, errors } = await open(t, { edition: 'invented', hash: `view=about&${link(made)}&at=2` });
    await openPaths(page);
    const [view, corpus] = [await fragment(page), await ask(page, 'corpus')];
    const before = await page.locator('body').innerText();
    await chooser(page).setInputFiles(file);
    const notices = page.locator('.copies');
    await eventually(async () => (await notices.count()) > 0 || (await page.locator('body').innerText()) !== before, true);
    const said = (await page.locator('.copies, .share [role=status]').allInnerTexts()).join('\n');
    assert.match(said, /\bpath\b/, 'it is said that this is no path');
    assert.doesNotMatch(said, /\barticle\b/, 'nobody spoke of articles');
    assert.equal(await fragment(page), view);
    assert.match(await bar(page).innerText(), /stop 2 of 3/);
    assert.deepEqual(await ask(page, 'corpus'), corpus);
    assert.deepEqual(errors, []);
  });
}

test('JSON that is dropped and no path is refused, and nothing is lost', { skip }, async (t) => {
  const { page, errors } = await open(t, { edition: 'invented', hash: `view=about&${link(made)}&at=2` });
  const view = await fragment(page);
  await drop(page, json(text.slice(0, -20)));
  await page.locator('.copies').waitFor();
  assert.match(await page.locator('.copies').innerText(), /week-3\.json was not used/);
  assert.equal(await fragment(page), view);
  assert.match(await bar(page).innerText(), /stop 2 of 3/);
  assert.deepEqual(errors, []);
});

test('a path from another corpus says at each stop what is not here', { skip }, async (t) => {
  const { page, errors } = await open(t, { edition: 'invented', hash: 'view=compare' });
  const stops = ['view=read&article=elsewhere-1999&p=2', 'view=compare&by=outlet', 'author=nobody&outlet=the-nowhere'];
  await openPaths(page);
  await chooser(page).setInputFiles(json({ ...made, stops: stops.map((view) => ({ view, note: 'look' })) }));
  await eventually(() => bar(page).count(), 1);
  const said = async () => (await page.locator('main .notices li').allInnerTexts()).join('\n');
  assert.match(await said(), /article.*elsewhere-1999/);
  await bar(page).getByRole('link', { name: 'Next' }).click();
  await eventually(() => fragment(page), (now) => now.startsWith(stops[1]));
  assert.equal(await said(), '');
  await bar(page).getByRole('link', { name: 'Next' }).click();
  await eventually(said, (now) => /author.*nobody/.test(now) && /outlet.*the-nowhere/.test(now));
  assert.match(await bar(page).innerText(), /stop 3 of 3/);
  assert.deepEqual(errors, []);
});

test('a path with more stops than a link holds is refused or opened in part, and that is said', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: 'view=about' });
  await openPaths(page);
  await chooser(page).setInputFiles(json({ ...made, title: '', stops: Array.from({ length: 45 }, () => ({ view: 'view=compare', note: '' })) }));
  await eventually(async () => (await bar(page).count()) + (await page.locator('.notices').count()) > 0, true);
  assert.match((await page.locator('.notices, .share [role=status]').allInnerTexts()).join('\n'), /more than 40 stops: the last 5 are left out/);
});

test('a path too long for a link is refused plainly, and nothing is lost', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: `view=about&${link(made)}&at=2` });
  await openPaths(page);
  const before = await fragment(page);
  await chooser(page).setInputFiles(json({ ...made, stops: Array.from({ length: 12 }, () => ({ view: 'view=compare', note: 'слово '.repeat(60) })) }));
  await eventually(() => page.locator('.notices').count(), 1);
  assert.match(await page.locator('.notices').innerText(), /path/, 'what was chosen is a path in a file, and no link');
  assert.equal(await fragment(page), before, 'the reader stays where they were');
  assert.match(await bar(page).innerText(), /stop 2 of 3/);
});

test('a stop of a file that cannot be read is said to be left out', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented' });
  await openPaths(page);
  await chooser(page).setInputFiles(json({ ...made, stops: [made.stops[0], { note: 'a stop without a view' }, made.stops[2]] }));
  await eventually(() => bar(page).count(), 1);
  assert.match(await bar(page).innerText(), /stop 1 of 2/);
  assert.match((await page.locator('.notices, .share [role=status]').allInnerTexts()).join('\n'), /Stop 2 of this path cannot be read, and is left out/);
});
