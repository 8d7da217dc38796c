// Runs before every script of every page: watches how long the page could not answer its reader.
//
// Out: `window.watched()`: `{ longest, blocked, gap }` since the navigation, in ms: the longest task of the main thread and the
// sum of all over 50 ms less those 50 (the browser's own longtask entries), and the longest time between two frames.
(() => {
  let longest = 0, blocked = 0, gap = 0, last = 0, stopped = false;
  const take = (entries) => entries.forEach(({ duration }) => {
    longest = Math.max(longest, duration);
    blocked += duration - 50;
  });
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const frame = () => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    if (!stopped) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.watched = async () => {
    // The last task is told of once it has ended, and its frame comes after it.
    await new Promise((later) => requestAnimationFrame(() => setTimeout(later, 50)));
    take(observer.takeRecords());
    stopped = true;
    return { longest, blocked, gap };
  };
})();
