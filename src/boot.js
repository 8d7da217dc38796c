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
    // A large corpus has its articles in blocks, which the program asks for one after the other. What was read is let go. Other
    // threads read ahead and index, in turn; what falls to none, or what one could not, is done here.
    var turns, sent = 0, ahead = [];
    source.moreArticles = function () {
      turns = turns || threads(source.compiled, glue, blocks);
      while (blocks.length && ahead.length < 3 * turns.length) {
        var reader = turns[sent++ % turns.length];
        var text = blocks[0].textContent;
        blocks[0].remove();
        var block = reader ? reader(text).catch(unpackedHere.bind(null, text)) : unpackedHere(text);
        // What is wrong with it is told when its turn comes.
        block.catch(function () {});
        ahead.push(block);
      }
      return ahead.shift() || Promise.resolve(null);
    };
    if (!hosted && window.parent === window && !blocks.length) source.asOpened = asOpened(document.getElementById('corpus').textContent);
    if (!hosted && typeof DecompressionStream === 'undefined') {
      return fail('This browser is too old to unpack the program: any from 2023 or later can.');
    }
    (hosted ? fetched(source.href) : inside(source, glue))
      .then(function (module) {
        source.compiled = module;
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
      script.textContent = glue.unpacked = text.decode(parts[2]);
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

  function unpackedHere(text) {
    return new Promise(function (resolve) {
      resolve(decoded(text.trim()));
    }).then(inflated).then(function (block) {
      return { bytes: new Uint8Array(block) };
    }, function () {
      throw new Error('a block of them cannot be unpacked');
    });
  }

  // Who reads the blocks, in turn; null is this thread. To index takes twice as long as to take in what was indexed, so with two
  // others this one has enough to do. On a machine with no more than two processors a third thread gains nothing.
  function threads(module, glue, blocks) {
    var first = another(0, module, glue, blocks);
    var second = first && navigator.hardwareConcurrency > 2 && another(1, module, glue, blocks);
    return second ? [first, second] : [first];
  }

  // A thread that unpacks, reads and indexes blocks: a function of a block's text that promises what it made of it. That builds on
  // what it made before, so it bears its number. It ends after the last block. Null where the browser or the
  // page's host refuses it.
  function another(number, module, glue, blocks) {
    var waiting = [], worker;
    var parts = glue.src ? ['importScripts(', JSON.stringify(glue.src), ');'] : [glue.unpacked];
    parts.push('\n', [value, decoded, inflated, thread].join('\n'), '\nthread();');
    try {
      var address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
      worker = new Worker(address);
      worker.postMessage({ module: module, corpus: document.getElementById('corpus').textContent });
    } catch (refused) {
      return null;
    }
    worker.onmessage = function (event) {
      var turn = waiting.shift();
      if (event.data) turn.resolve({ bytes: event.data, thread: number });
      else turn.reject();
      if (!waiting.length && !blocks.length) end();
    };
    worker.onerror = function (event) {
      event.preventDefault();
      end();
    };
    // What it still had is done here.
    function end() {
      if (!worker) return;
      worker.terminate();
      URL.revokeObjectURL(address);
      worker = null;
      waiting.splice(0).forEach(function (turn) { turn.reject(); });
    }
    return function (text) {
      return new Promise(function (resolve, reject) {
        if (!worker) return reject();
        waiting.push({ resolve: resolve, reject: reject });
        worker.postMessage(text);
      });
    };
  }

  // What runs in another thread, where the functions that it calls stand beside it.
  function thread() {
    var made;
    self.onmessage = function (event) {
      if (event.data.module) {
        made = wasm_bindgen({ module_or_path: event.data.module }).then(function () {
          return new wasm_bindgen.Indexer(event.data.corpus);
        });
        return;
      }
      made = made.then(function (indexer) {
        return inflated(decoded(event.data.trim())).then(function (block) {
          var made = indexer.read(new Uint8Array(block));
          self.postMessage(made, made ? [made.buffer] : []);
        }).catch(function () {
          self.postMessage(null);
        }).then(function () {
          return indexer;
        });
      });
      // Where the program cannot be made here, nothing is.
      made.catch(function () {
        self.postMessage(null);
      });
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
    var held = 0, bits = 0, at = 0, last = text.length & 1;
    for (var i = 0; i < text.length - last; i += 2) {
      held |= (value(text.charCodeAt(i)) + 91 * value(text.charCodeAt(i + 1))) << bits;
      bytes[at++] = held;
      held >>= 8;
      bits += 5;
      if (bits < 8) continue;
      bytes[at++] = held;
      held >>= 8;
      bits -= 8;
    }
    if (last && bits > 1) bytes[at] = held | value(text.charCodeAt(i)) << bits;
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
