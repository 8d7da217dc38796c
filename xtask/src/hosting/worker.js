// Lets a hosted copy open without a network: keeps the page's own files, and answers with them. It touches no other request,
// and sends none of its own but for those files.
'use strict';
const HERE = new URL('./', self.location).href;
// One store for each build in each folder: a host may have several copies.
const NAME = `sightlines-VERSION ${HERE}`;
const FILES = 'FILES';

self.addEventListener('install', (event) => {
  const kept = caches.open(NAME).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' }))));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

// Stores of earlier builds in this folder go; those of other folders and pages of the host stay.
self.addEventListener('activate', (event) => {
  const earlier = (name) => name.startsWith('sightlines-') && name.endsWith(` ${HERE}`) && name !== NAME;
  const gone = caches.keys().then((names) => Promise.all(names.filter(earlier).map((name) => caches.delete(name))));
  event.waitUntil(gone.then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = request.url.split(/[?#]/)[0];
  // The page itself is asked for anew where there is a network, so that a new build shows at once; all else belongs to its build.
  if (address === HERE || address === `${HERE}index.html`) {
    event.respondWith(fetch(request, { cache: 'no-cache' }).catch(() => caches.match(HERE, { cacheName: NAME }).then(whole)));
  } else if (FILES.some((file) => new URL(file, self.location).href === address)) {
    event.respondWith(caches.match(address, { cacheName: NAME }).then((kept) => kept || fetch(request)));
  }
});

// A store remembers that a host led from the folder to its page, which browsers refuse as an answer to who opens it.
function whole(kept) {
  return kept ? new Response(kept.body, { headers: kept.headers }) : Response.error();
}
