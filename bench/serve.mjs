// A host of static files on this machine, for the time of a run.
//
// In: folders by the first part of the path they are served under. Out: its address, and `stop()`. Nothing is kept by the
// browser and nothing is packed on the way; pages are cross-origin isolated, since browsers measure memory only there and
// tell the time finest there. `/blank.html` is an empty page of the same origin.
import { createServer } from 'node:http';
import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const kinds = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json',
  '.wasm': 'application/wasm', '.css': 'text/css',
};
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cache-Control': 'no-store',
};

export async function serve(folders) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    if (path === '/blank.html') {
      return response.writeHead(200, { ...headers, 'Content-Type': kinds['.html'] }).end('<!doctype html><title>blank</title>');
    }
    const [, first, ...rest] = path.split('/');
    const file = folders[first] && join(folders[first], ...rest);
    const size = file && statSync(file, { throwIfNoEntry: false });
    if (!size?.isFile()) return response.writeHead(404, headers).end();
    const kind = kinds[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'Content-Type': kind, 'Content-Length': size.size });
    createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${server.address().port}`, folders, stop };
}
