// Lets a hosted copy open without a network: keeps the page's own files, and answers with them. It touches no other request,
// and sends none of its own but for those files.
'use strict';
const NAME = 'sightlines-VERSION';
const FILES = 'FILES';

self.addEventListener('install', (event) => {
  const kept = caches.open(NAME).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' }))));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

// Stores of earlier builds in this folder go; those of other pages of the host stay.
self.addEventListener('activate', (event) => {
  const here = new URL('./', self.location).href;
  const gone = caches.keys().then((names) => Promise.all(names.map(async (name) => {
    if (!name.startsWith('sightlines-') || name === NAME) return;
    const [first] = await (await caches.open(name)).keys();
    if (!first || first.url.startsWith(here)) await caches.delete(name);
  })));
  event.waitUntil(gone.then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const page = new URL('./', self.location).href;
  const address = request.url.split(/[?#]/)[0];
  // The page itself is asked for anew where there is a network, so that a new build shows at once; all else is named by its hash.
  if (address === page || address === `${page}index.html`) {
    event.respondWith(fetch(request).catch(() => caches.match(page, { cacheName: NAME }).then((kept) => kept || Response.error())));
  } else if (FILES.some((file) => new URL(file, self.location).href === address)) {
    event.respondWith(caches.match(address, { cacheName: NAME }).then((kept) => kept || fetch(request)));
  }
});
