// Starts the program: finds its bytes, hands them to the glue, says when it is ready, and where anything fails, shows why
// above the plain articles, which stand in the page before this runs.
//
// In: #program (in the one file, a data block: WebAssembly, gzip, printable signs; on a host, a link), #glue (a script, in
// the one file packed the same way), #corpus (JSON, packed too; read by the program itself), #failure. Out: window.sightlines.ready; the class
// `starting`, `live` or `failed` on <html>. The program's main() mounts the page and adds the rest of window.sightlines before it
// returns.
(function () {
  'use strict';
  var root = document.documentElement;
  // Until here a line over the plain articles says that nothing started.
  root.classList.add('starting');
  var began, broke;
  var ready = new Promise(function (resolve, reject) {
    began = resolve;
    broke = reject;
  });
  // Whoever awaits it still learns of a failure; nobody needs to, since the page says it.
  ready.catch(function () {});
  var complete = new Promise(function (resolve, reject) {
    window.addEventListener('sightlines:complete', function () { resolve(); }, { once: true });
    window.addEventListener('sightlines:incomplete', function () {
      reject(new Error('A part of the articles in this copy of the page cannot be read.'));
    }, { once: true });
  });
  complete.catch(function () {});
  window.sightlines = { ready: ready, complete: complete };

  // Where memory ends the program ends without a word of its own.
  ['error', 'unhandledrejection'].forEach(function (name) {
    window.addEventListener(name, function (event) {
      var cause = event.error || event.reason;
      if (typeof WebAssembly === 'object' && cause instanceof WebAssembly.RuntimeError) {
        fail(damage() || 'The program broke: the browser gave it no more memory, or it met a fault of its own. (' + words(cause) + ')', cause);
      }
    });
  });

  // The program's panic hook sends this, now or at any later time.
  window.addEventListener('sightlines:panic', function (event) {
    fail(damage() || 'The program broke: ' + (event.detail || 'it did not say why') + '.');
  });

  // Scripts below are in place once the page is parsed. If it ended early, they are missing, and that is told apart.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();

  function start() {
    var source = document.getElementById('program');
    var glue = document.getElementById('glue');
    if (!source || !glue || (glue.src && typeof wasm_bindgen === 'undefined')) {
      return fail('This copy of the page is incomplete: its end or one of its files is missing. Fetch it again.');
    }
    if (typeof WebAssembly !== 'object') {
      return fail('This browser has no WebAssembly, or it is switched off.');
    }
    var hosted = source.tagName === 'LINK';
    var blocks = document.getElementsByClassName('articles');
    // A large corpus has its articles in blocks, which the program asks for one after the other. What was read is let go.
    source.moreArticles = function () {
      var block = blocks[0];
      if (!block) return Promise.resolve(null);
      var text = block.textContent;
      block.remove();
      return inflated(decoded(text.trim())).catch(function () {
        throw new Error('a block of them cannot be unpacked');
      });
    };
    if (!hosted && window.parent === window && !blocks.length) source.asOpened = asOpened(document.getElementById('corpus').textContent);
    if (!hosted && typeof DecompressionStream === 'undefined') {
      return fail('This browser is too old to unpack the program: any from 2023 or later can.');
    }
    (hosted ? fetched(source.href) : inside(source, glue))
      .then(function (module) {
        return wasm_bindgen({ module_or_path: module });
      })
      .then(function () {
        if (root.classList.contains('failed')) return;
        root.classList.remove('starting');
        root.classList.add('live');
        began();
        if (hosted) keep();
      })
      .catch(function (error) {
        fail(reason(error), error);
      });
  }

  // A hosted copy opens without a network from its second visit on. In frames, and where that is refused, it just does not.
  function keep() {
    if (window.parent !== window || !window.isSecureContext) return;
    try {
      if (navigator.serviceWorker) navigator.serviceWorker.register('worker.js').catch(function () {});
    } catch (refused) {
      // Asking is refused where the page has no origin of its own.
    }
  }

  // The one file: the program, its glue, which becomes a script that the policy knows by its hash, and the corpus, which
  // the program reads from its element, are packed. Never compiled synchronously: browsers refuse that for large programs.
  function inside(source, glue) {
    var corpus = document.getElementById('corpus');
    return Promise.all([
      unpacked(source, 'the program'), unpacked(corpus, 'the corpus'), unpacked(glue, 'the program')
    ]).then(function (parts) {
      var text = new TextDecoder();
      corpus.textContent = text.decode(parts[1]);
      var script = document.createElement('script');
      script.textContent = text.decode(parts[2]);
      script.setAttribute('data-added', '');
      document.head.appendChild(script);
      return WebAssembly.compile(parts[0]);
    });
  }

  // What a preview of this page in a frame is made of: the page without what the program and this script put into it. Made when
  // it is asked for; only the packed corpus must be kept, since the program reads it unpacked from its element.
  function asOpened(packedCorpus) {
    return function () {
      var copy = root.cloneNode(true);
      copy.removeAttribute('class');
      copy.removeAttribute('data-theme');
      copy.querySelector('#app').textContent = '';
      copy.querySelector('#corpus').textContent = packedCorpus;
      var added = copy.querySelectorAll('script[data-added]');
      for (var i = 0; i < added.length; i++) added[i].remove();
      return '<!DOCTYPE html>' + copy.outerHTML;
    };
  }

  // Printable signs → gzip → bytes.
  function unpacked(element, what) {
    return new Promise(function (resolve) {
      resolve(decoded(element.textContent.trim()));
    }).then(inflated).catch(function (error) {
      throw told('This copy of the page is damaged: ' + what + ' in it cannot be unpacked. Fetch it again.', error);
    });
  }

  function inflated(packed) {
    var stream = new DecompressionStream('gzip');
    var writer = stream.writable.getWriter();
    // What is wrong with the bytes is told where they are read.
    writer.write(packed).catch(function () {});
    writer.close().catch(function () {});
    return new Response(stream.readable).arrayBuffer();
  }

  // Two signs hold thirteen bits, a last single one six: `#` to `~` without `<`, ninety-one values. Other signs give
  // wrong bytes, which gzip's checksum tells.
  function decoded(text) {
    var bytes = new Uint8Array((text.length * 13) >> 4);
    var held = 0, bits = 0, at = 0;
    for (var i = 0; i < text.length; i += 2) {
      var paired = i + 1 < text.length;
      held |= (value(text.charCodeAt(i)) + (paired ? 91 * value(text.charCodeAt(i + 1)) : 0)) << bits;
      bits += paired ? 13 : 6;
      for (; bits >= 8; bits -= 8, held >>= 8) bytes[at++] = held & 255;
    }
    return bytes;
  }

  function value(code) {
    return code - 35 - (code > 60 ? 1 : 0);
  }

  // A host: compiled while it arrives, where the host names the type rightly.
  function fetched(address) {
    return fetch(address, { credentials: 'same-origin' }).then(function (response) {
      if (!response.ok) throw new Error('the host answered ' + response.status);
      return response;
    }).catch(function (error) {
      var helps = 'Reload the page.';
      if (location.protocol === 'file:') helps = 'From a disk, open sightlines.html instead.';
      else if (window.origin === 'null') helps = 'In a frame without an origin, show sightlines.html instead.';
      throw told('The program could not be fetched. ' + helps, error);
    }).then(function (response) {
      var type = (response.headers.get('Content-Type') || '').split(';')[0].trim();
      if (type === 'application/wasm' && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
      return response.arrayBuffer().then(function (bytes) {
        return WebAssembly.compile(bytes);
      });
    });
  }

  function told(says, cause) {
    var error = new Error(says + ' (' + words(cause) + ')');
    error.told = true;
    return error;
  }

  function words(error) {
    return String((error && error.message) || error);
  }

  // A corpus that cannot be read breaks the program too, and is then the cause. Only looked at once something failed.
  function damage() {
    try {
      JSON.parse(document.getElementById('corpus').textContent);
      return '';
    } catch (broken) {
      return 'This copy of the page is damaged: the corpus in it is cut short or altered. Fetch it again. (' + words(broken) + ')';
    }
  }

  // What a reader can do something about is named; the rest in the error's own words.
  function reason(error) {
    if (error && error.told) return error.message;
    var damaged = damage();
    if (damaged) return damaged;
    if (error instanceof WebAssembly.CompileError) {
      return 'This browser refuses to run the program: WebAssembly is switched off or too old here. (' + words(error) + ')';
    }
    return 'The program broke at its start: ' + words(error) + '.';
  }

  function fail(says, error) {
    root.classList.remove('starting', 'live');
    // The first reason is the cause; what follows from it is not shown over it.
    if (!root.classList.contains('failed')) {
      root.classList.add('failed');
      var box = document.getElementById('failure');
      if (box) {
        document.getElementById('failure-says').textContent = says;
        box.hidden = false;
      }
    }
    broke(error || new Error(says));
  }
})();
