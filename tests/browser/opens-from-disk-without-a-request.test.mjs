import test from 'node:test';
import assert from 'node:assert/strict';
import { eventually, listener, open, without } from '../harness.mjs';

for (const edition of ['digest', 'full']) {
  test(`the ${edition} edition opens from disk, asks for nothing and complains of nothing`, { skip: without(edition) }, async (t) => {
    const { page, requests, errors } = await open(t, { edition });
    await page.evaluate(() => window.sightlines.ready);
    assert.equal(await page.evaluate(() => document.documentElement.className.trim()), 'live');
    assert.ok((await page.locator('#app').innerText()).trim().length > 0, 'the page is mounted');
    assert.ok(await page.locator('#plain').isHidden(), 'the plain articles give way');
    assert.ok(await page.locator('#failure').isHidden());
    await page.waitForTimeout(300);
    assert.deepEqual(requests, []);
    assert.deepEqual(errors, []);
  });

  test(`the ${edition} edition can send nothing even if something in it tried to`, { skip: without(edition) }, async (t) => {
    const { page } = await open(t, { edition });
    const { address, received } = await listener(t);
    await page.evaluate(async (there) => {
      const refused = window.refused = new Set();
      addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
      const add = (name, attributes) => document.body.appendChild(Object.assign(document.createElement(name), attributes));
      await fetch(there).catch(() => {});
      navigator.sendBeacon(there, 'words');
      add('img', { src: there });
      add('script', { src: there });
      add('link', { rel: 'stylesheet', href: there });
      add('iframe', { src: there });
      add('div', { innerHTML: `<img src="${there}" onerror="fetch('${there}')">` });
      add('video', { src: there });
      add('object', { data: there });
      add('style', { textContent: `@import "${there}"; body { background: url(${there}) }` });
      for (const rel of ['prefetch', 'preload', 'modulepreload', 'icon']) add('link', { rel, as: 'image', href: there });
      const ask = new XMLHttpRequest();
      ask.open('GET', there);
      ask.send();
      const tried = (make) => { try { make(); } catch { /* refused at once */ } };
      tried(() => new EventSource(there));
      tried(() => new WebSocket(there.replace('http', 'ws')));
      // Workers are allowed, made of the page's own bytes: they are under the same policy.
      const work = `fetch(${JSON.stringify(there)}).catch(() => {}); try { importScripts(${JSON.stringify(there)}) } catch {}`;
      tried(() => new Worker(URL.createObjectURL(new Blob([work]))));
      import(there).catch(() => {});
      add('form', { action: there }).submit();
      await new Promise((later) => setTimeout(later, 500));
    }, address);
    for (const directive of [
      'connect-src', 'form-action', 'frame-src', 'img-src', 'media-src', 'object-src', 'script-src-attr', 'script-src-elem', 'style-src-elem',
    ]) {
      await eventually(() => page.evaluate(() => [...window.refused].sort()), (refused) => refused.includes(directive), directive);
    }
    assert.deepEqual(received, []);
  });
}
