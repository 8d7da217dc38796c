import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, engine, lacks, patient } from '../engines.mjs';
import { ask, edition, host, open, source, started, without, written } from '../harness.mjs';
import { articles, bitByBit, complete, corpusOf, uncoded, words } from '../large.mjs';

// Other threads unpack and index the blocks of a large corpus. Where they are refused, or break, the page does it itself, and nobody
// who searches can tell.
const skip = without('invented');
const MANY = 600;
const EACH = 50;
const made = articles(MANY, { seed: 9 });
const [{ paragraphs: [{ text }] }] = made;
const word = words(text).toSorted((a, b) => b.length - a.length)[0];
const holding = made.filter(({ title, paragraphs }) => [title.value, ...paragraphs.map(({ text }) => text)].some((text) => words(text).includes(word))).length;

/** A page of them, and what runs in it before all else, which its policy does not rule. */
const page = (html, before) => bitByBit(html, uncoded(corpusOf(source('invented')), made), { each: EACH })
  .replace('<head>', () => `<head><script>(${before})()</script>`);

/* In the page, before it: counts the blocks that come back indexed. */
function counts() {
  const Thread = window.Worker;
  window.threads = { begun: 0, indexed: 0 };
  window.Worker = class extends Thread {
    constructor(...given) {
      super(...given);
      window.threads.begun += 1;
      this.addEventListener('message', ({ data }) => { window.threads.indexed += data instanceof Uint8Array ? 1 : 0; });
    }
  };
}

/* In the page, once it has started. */
async function outcome(until) {
  await window.sightlines.complete;
  await until(() => !document.querySelector('progress'), 'nothing more is waited for');
  return { articles: (await window.sightlines.search({})).total, ...window.threads };
}

for (const name of ENGINES) {
  test(`${name}: threads index every block, from a disk, in a sandboxed frame and on a host`, { skip: skip || lacks(name), timeout: 180_000 }, async (t) => {
    const { open } = await engine(t, name);
    const dir = mkdtempSync(join(tmpdir(), 'sightlines-threads-'));
    t.after(() => rmSync(dir, { recursive: true, force: true }));
    cpSync(edition('invented'), dir, { recursive: true });
    const index = join(dir, 'index.html');
    // The host's own policy lets no script in that is not a file.
    writeFileSync(join(dir, 'counts.js'), `(${counts})()`);
    writeFileSync(index, page(readFileSync(index, 'utf8'), counts).replace(/<head><script>[\s\S]*?<\/script>/, '<head><script src="counts.js"></script>'));
    writeFileSync(join(dir, 'one.html'), page(source('invented'), counts));
    const address = await host(t, dir);
    const frame = `<!DOCTYPE html><title>course</title><iframe sandbox="allow-scripts" width="900" height="700" src="${address}one.html"></iframe>`;
    for (const [place, at, number] of [['disk', written(t, page(source('invented'), counts))], ['frame', written(t, frame), 0], ['host', address]]) {
      const { inside } = await open(at);
      const { begun, ...seen } = await inside(patient(outcome, 1200), number);
      assert.deepEqual(seen, { articles: MANY, indexed: MANY / EACH }, `${place}, ${begun} threads`);
      assert.ok(begun >= 1 && begun <= 2, `${begun} threads`);
    }
  });
}

/** What may befall threads, as scripts before the page. */
const troubles = {
  'there are none': () => { delete window.Worker; },
  'they are refused': () => {
    window.Worker = function () { throw new DOMException('not here', 'SecurityError'); };
  },
  'they end before they answer': () => {
    window.Worker = class extends window.Worker {
      constructor() { super(URL.createObjectURL(new Blob(['throw new Error("broken")']))); }
    };
  },
  'they are not let begin, and say nothing of it at once': () => {
    window.Worker = class extends EventTarget {
      terminate() {}
      postMessage() { setTimeout(() => this.onerror?.(new Event('error', { cancelable: true }))); }
    };
  },
  'no block can be indexed there': () => {
    window.Worker = class extends window.Worker {
      constructor() { super(URL.createObjectURL(new Blob(['onmessage = ({ data }) => { if (!data.module) postMessage(null); }']))); }
    };
  },
  'the index that they made is not whole': () => {
    window.Worker = class extends window.Worker {
      set onmessage(hear) { super.onmessage = ({ data }) => hear({ data: data?.slice(0, -9) }); }
    };
  },
};

for (const [trouble, before] of Object.entries(troubles)) {
  test(`${trouble}: the page reads the blocks itself`, { skip }, async (t) => {
    const { page: opened, errors } = await open(t, { address: written(t, page(source('invented'), before)) });
    assert.equal(await started(opened), 'live');
    await complete(opened);
    assert.equal((await ask(opened, 'search', {})).total, MANY);
    assert.equal((await ask(opened, 'search', { q: word, exact: true })).total, holding);
    assert.deepEqual(errors, []);
  });
}

test('the threads end once every article is there', { skip }, async (t) => {
  const ends = () => {
    window.begun = window.ended = 0;
    window.Worker = class extends window.Worker {
      constructor(...given) {
        super(...given);
        window.begun += 1;
      }

      terminate() {
        window.ended += 1;
        super.terminate();
      }
    };
  };
  const { page: opened } = await open(t, { address: written(t, page(source('invented'), ends)) });
  await complete(opened);
  assert.ok(await opened.evaluate(() => window.begun >= 1 && window.ended === window.begun));
});
