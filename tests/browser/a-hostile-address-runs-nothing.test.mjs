import test from 'node:test';
import assert from 'node:assert/strict';
import { ENGINES, engine, lacks, watched } from '../engines.mjs';
import { open, source, without, written } from '../harness.mjs';

// Anybody can write a link. In a copy without the policy nothing but the page's own care keeps a payload from running.

const skip = without('invented');
const payloads = [
  '<img src=x onerror=ran(1)><script>ran(1)</script>', '"><svg onload=ran(1)>', "' autofocus onfocus=ran(1) x='", 'javascript:ran(1)//',
  '</script></textarea></title><img src=x onerror=ran(1)>', '&lt;img src=x onerror=ran(1)&gt;', '{{ran(1)}}${ran(1)}', '__proto__', 'constructor',
];
const keys = [
  'view', 'q', 'author', 'outlet', 'year', 'issue', 'actor', 'answer', 'stance', 'voice', 'as_of', 'by', 'turn', 'cell', 'article', 'p', 'exact', 'sort',
  'lang', 'embed', 'a', 'b', 'rows', 'lines', 'column', 'silence', 'dense', 'position', 'sheet', 'role', 'path', 'stop', 'at',
];
// What any value means something to: a query, an answer of yes and no, and a path's title, which is none without a stop.
const total = ['q', 'turn', 'exact', 'embed', 'dense', 'path'];

const on = (name) => ({ skip: skip || lacks(name), timeout: 240_000 });
const encoded = encodeURIComponent;
/** Fragments, and what must be said of them. */
const cases = [
  ...keys.map((key, at) => [`${key}=${encoded(payloads[at % payloads.length])}`, total.includes(key) ? '' : payloads[at % payloads.length]]),
  ...payloads.flatMap((payload) => [[`${encoded(payload)}=1`, payload], [`author=${encoded(payload)}`, payload], [`view=words&q=${encoded(payload)}`, '']]),
  // Written as it is, a link that nobody's program has escaped.
  ['outlet=<img src=x onerror=ran(1)>', 'onerror'], ['%3Cscript%3Eran(1)%3C/script%3E', undefined],
  [`view=compare&cell=${encoded(payloads[0])}.${encoded(payloads[1])}`, payloads[0]],
  [`path=${encoded(payloads[0])}&stop=${encoded(`1 q=${encoded(payloads[1])} ${payloads[2]}`)}&stop=${encoded(`2 javascript:ran(1) ${payloads[4]}`)}&at=1`, ''],
  ['hasOwnProperty=1&toString=1&__proto__[ran]=1&constructor.prototype.ran=1', '__proto__[ran]'],
  ['author=%00%01%7F', 'author'],
  ['author=%ED%A0%80%ED%BF%BF', '\uFFFD'], ['author=\uD800', '\uFFFD'], ['q=%', ''],
  ['q=%E0%A4%A%%%2&author=%zz%u0041', '%zz%u0041'],
  [`q=${'x'.repeat(20_000)}`, 'longer than'], [`author=${'%3C'.repeat(5_000)}`, 'longer than'], ['author=x&'.repeat(10_000), 'longer than'],
  [`author=${encoded('<b>'.repeat(600))}`, '<b><b>'], ['q=(((((', ''], [`q=${'('.repeat(8_000)}`, ''], [`q=${'-('.repeat(2_000)}a${')'.repeat(2_000)}`, ''],
  [`q=${'"'.repeat(2_600)}`, ''], [`q=${'a:'.repeat(2_000)}`, ''], [`q=${'a OR '.repeat(1_000)}`, ''],
  ['p=99999999999999999999.-1', '99999999999999999999'], ['at=1e9', '1e9'], ['year=-1..1e9', '-1..1e9'],
  [`stop=${encoded('18446744073709551616 q=a')}&stop=NaN`, 'NaN'], ['='.repeat(3_000), ''], ['&'.repeat(8_000), undefined],
];

/* In the page: what it is after that address. */
async function seen(hash) {
  await window.lead(hash);
  return {
    live: document.documentElement.className.trim(),
    said: [...document.querySelectorAll('.notices li')].map(({ textContent }) => textContent).join('\n'),
    fields: [...document.querySelectorAll('#app input')].map(({ value }) => value),
    drawn: document.querySelector('main').textContent.trim().length > 20,
    strange: [...window.strange(), ...document.querySelector('title').children].map(String),
    title: document.title,
    heard: window.heard,
    polluted: 'ran' in Object.prototype || Object.keys(Object.prototype).length > 0,
  };
}

for (const name of ENGINES) {
  test(`${name}: whatever stands in an address gives a page, and is shown as the words that it is`, on(name), async (t) => {
    const { open } = await engine(t, name);
    const address = written(t, watched(source('invented'), { policy: false }));
    const page = await open(address);
    assert.equal(await page.inside('window.begun()'), 'live');
    const titles = new Set([await page.inside('document.title')]);
    for (const [hash, says] of cases) {
      const { said, fields, title, ...is } = await page.inside(`(${seen})(${JSON.stringify(hash)})`);
      const called = `${hash.slice(0, 80)}: ${said.slice(0, 200)}`;
      assert.deepEqual(is, { live: 'live', drawn: true, strange: [], heard: [], polluted: false }, called);
      // A value is cut short where it is long.
      if (says !== undefined) assert.ok(says === '' ? !said.includes('ran(') : said.includes(says.slice(0, 60)), called);
      if (/^q=[^&]{1,200}$/.test(hash) && !/%(?![0-9A-F]{2})/.test(hash)) assert.ok(fields.includes(decodeURIComponent(hash.slice(2))), called);
      titles.add(title);
    }
    assert.ok([...titles].every((title) => !/ran\(|proto|<|%/.test(title)), [...titles].join('\n'));
  });

  test(`${name}: so it is where the page is opened by it, and where it stands after a question mark`, on(name), async (t) => {
    const { open } = await engine(t, name);
    const address = written(t, watched(source('invented'), { policy: false }));
    const foreign = `utm=${encoded(payloads[0])}&__proto__[ran]=1`;
    for (const [where, says] of [
      [`#author=${encoded(payloads[0])}`, payloads[0]],
      [`?${foreign}&author=${encoded(payloads[1])}#outlet=${encoded(payloads[3])}`, payloads[1]],
      [`?${foreign}&q=${encoded(payloads[4])}&view=${encoded(payloads[0])}#%`, payloads[0]],
      [`?${'author=x&'.repeat(2_000)}`, 'longer than'],
      [`?author=%ED%A0%80%00&${'%'.repeat(50)}`, '\uFFFD'],
    ]) {
      const page = await open(address + where);
      assert.equal(await page.inside('window.begun()'), 'live');
      const { said, ...is } = await page.inside(`({
        said: document.querySelector('.notices')?.textContent ?? '', strange: strange(), heard,
        polluted: 'ran' in Object.prototype, others: location.search.includes('author='),
      })`);
      assert.deepEqual(is, { strange: [], heard: [], polluted: false, others: false }, where.slice(0, 80));
      assert.ok(said.includes(says), `${where.slice(0, 80)}: ${said.slice(0, 200)}`);
    }
  });
}

test('an address cannot fill the page with what it could not have', { skip }, async (t) => {
  const { page } = await open(t, { edition: 'invented', hash: Array.from({ length: 1_100 }, (_, at) => `${at}=1`).join('&') });
  await page.locator('.notices li').first().waitFor();
  const { height } = await page.locator('.notices').boundingBox();
  assert.ok(height < 800, `what is said is ${height} px high, in a window of 800`);
});

test('an address cannot turn round the words in which it is said', { skip }, async (t) => {
  for (const sign of ['\u202E', '\u202D\u202E', '\u2067', '\u2069\u202E']) {
    const { page } = await open(t, { edition: 'invented', hash: `author=${encoded(`${sign}abc`)}` });
    // The full stop ends the sentence, to the right of all that stands before it.
    const [before, stop] = await page.locator('.notices li').evaluate((line) => {
      const text = line.firstChild;
      const place = (at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      };
      return [place(text.data.lastIndexOf('abc')), place(text.data.lastIndexOf('.'))];
    });
    assert.ok(stop > before, `${encoded(sign)}: the full stop is at ${stop}, the value at ${before}`);
    await page.context().close();
  }
});
