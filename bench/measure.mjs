// What is measured in a page that has answered its first query.
//
// In: a page whose `window.engine` answers `search(ask)`. Out: plain figures. The functions given to `page.evaluate` run in
// the page and see nothing of this file.

/** Bytes that the page holds, with its workers and its program, after the browser has cleared up; null where it does not tell. */
export function memory(page) {
  return page.evaluate(async () => {
    if (!window.crossOriginIsolated || !performance.measureUserAgentSpecificMemory) return null;
    const late = () => new Promise((gone) => setTimeout(gone, 60_000));
    const told = async () => (await Promise.race([performance.measureUserAgentSpecificMemory(), late()]))?.bytes ?? null;
    const before = await told();
    const program = window.programMemory?.buffer.byteLength;
    if (before === null || !program) return before;
    // Only some versions of Chromium count WebAssembly's memory as the page's.
    const more = new WebAssembly.Memory({ initial: 512 });
    new Uint8Array(more.buffer).fill(1);
    const counts = await told() - before > more.buffer.byteLength / 2;
    return counts ? before : before + program;
  });
}

/**
 * Asks every query three times: `{ answers, first, best }`, in ms, or null where the engine cannot answer that kind. A query
 * slower than half a second is asked once; after `budget` ms no further one is asked.
 */
export function ask(page, kind, asks, budget, widened = false) {
  return page.evaluate(async ({ kind, asks, budget, widened }) => {
    const answers = [], first = [], best = [];
    const end = performance.now() + budget;
    for (const { words, author, outlet } of asks) {
      if (performance.now() > end && first.length >= 5) break;
      let least = Infinity, answer;
      for (let run = 0; run < 3; run++) {
        const began = performance.now();
        answer = window.engine.search({ kind, words, author, outlet, widened });
        if (answer instanceof Promise) answer = await answer;
        const took = performance.now() - began;
        if (!answer) return null;
        if (!run) first.push(took);
        least = Math.min(least, took);
        if (took > 500) break;
      }
      best.push(least);
      answers.push(answer);
    }
    return { answers, first, best };
  }, { kind, asks: asks.map(({ words, author, outlet }) => ({ words, author, outlet })), budget, widened });
}

/**
 * Types words into the page's search box, letter by letter; ms from each key to the paint that shows what it found, as the
 * browser's own entries of Event Timing have it: a multiple of 8, and 16 where it was no longer than that. The next key comes
 * once that is drawn.
 */
export async function keys(page, words) {
  const box = page.locator('#search');
  await page.evaluate(() => {
    window.pressed = [];
    const told = new Map();
    const take = (entries) => entries.forEach(({ name, startTime, duration }) => name === 'keydown' && told.set(startTime, duration));
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type: 'event', durationThreshold: 16 });
    window.addEventListener('keydown', async ({ timeStamp }) => {
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      await frame();
      // The next paint is the one that is timed: it must be of the answer.
      if (document.querySelector('main').getAttribute('aria-busy') !== 'false') throw new Error('a key is painted before its answer');
      // What is drawn after that paint is drawn too before the next key comes.
      for (let frames = 0; frames < 8; frames += 1) await frame();
      await new Promise((later) => setTimeout(later, 20));
      take(observer.takeRecords());
      window.pressed.push(told.get(timeStamp) ?? 16);
    }, true);
  });
  let pressed = 0;
  for (const word of words) {
    await box.fill('');
    await page.locator('main[aria-busy="false"]').waitFor();
    for (const letter of word) {
      await box.press(letter);
      await page.waitForFunction((n) => window.pressed.length >= n, ++pressed, { polling: 20, timeout: 60_000 });
    }
  }
  return page.evaluate(() => window.pressed);
}

/** The same in a page that has such a box and nothing else: what a key takes in this browser where nothing is sought. */
export async function bareKeys(page, words) {
  await page.setContent('<main aria-busy="false"><input id="search"></main>');
  return keys(page, words);
}

/** ms of a fixed loop in this browser, best of five: how fast, and how busy with others, the machine is right now. */
export function pace(page) {
  return page.evaluate(() => {
    let best = Infinity;
    for (let run = 0; run < 5; run++) {
      const began = performance.now();
      let x = 1;
      for (let i = 0; i < 5e6; i++) x = (Math.imul(x, 1103515245) + 12345) | 0;
      window.sink = x;
      best = Math.min(best, performance.now() - began);
    }
    return best;
  });
}
