// Starts the program: finds its bytes, hands them to the glue, says when it is ready, and where anything fails, shows why
// above the plain articles, which stand in the page before this runs.
//
// In: #program (in the one file, a data block: WebAssembly, gzip, printable signs; on a host, a link), #glue (a script, in
// the one file packed the same way), #corpus (JSON, packed too; read by the program itself), #says (what is said of a failure:
// { name: { language: text } }, from engine/src/messages/starting.rs), #failure. Out: window.sightlines.ready; the class
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
        fail(damage() || told(says().broke_or_no_memory, cause));
      }
    });
  });

  // The program's panic hook sends this, now or at any later time.
  window.addEventListener('sightlines:panic', function (event) {
    fail(damage() || told(says().broke, event.detail));
  });
  window.addEventListener('sightlines:no-corpus', function (event) {
    fail(told(says().corpus_altered, event.detail));
  });

  // Scripts below are in place once the page is parsed. If it ended early, they are missing, and that is told apart.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();

  function start() {
    var source = document.getElementById('program');
    var glue = document.getElementById('glue');
    if (!source || !glue || (glue.src && typeof wasm_bindgen === 'undefined')) {
      return fail(told(says().incomplete));
    }
    if (typeof WebAssembly !== 'object') {
      return fail(told(says().no_webassembly));
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
      if (!blocks.length) turns.forEach(function (reader) { if (reader) reader.rest(); });
      return ahead.shift() || Promise.resolve(null);
    };
    if (!hosted && window.parent === window && !blocks.length) source.asOpened = asOpened(document.getElementById('corpus').textContent);
    if (!hosted && typeof DecompressionStream === 'undefined') {
      return fail(told(says().too_old));
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
        fail(reason(error));
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
      unpacked(source), unpacked(corpus), unpacked(glue)
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
  // what it made before, so it bears its number. Null where the browser or the page's host refuses it.
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
      if (!blocks.length) read.rest();
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
    function read(text) {
      return new Promise(function (resolve, reject) {
        if (!worker) return reject();
        waiting.push({ resolve: resolve, reject: reject });
        worker.postMessage(text);
      });
    }
    // Once there is no further block: ends, unless something is still read.
    read.rest = function () {
      if (!waiting.length) end();
    };
    return read;
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
  function unpacked(element) {
    return new Promise(function (resolve) {
      resolve(decoded(element.textContent.trim()));
    }).then(inflated).catch(function (error) {
      throw told(element.id === 'corpus' ? says().corpus_damaged : says().program_damaged, error);
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
    // Bytes are read several times faster than the signs of a text.
    var signs = new TextEncoder().encode(text);
    var bytes = new Uint8Array((signs.length * 13) >> 4);
    var held = 0, bits = 0, at = 0, last = signs.length & 1;
    for (var i = 0; i < signs.length - last; i += 2) {
      held |= (value(signs[i]) + 91 * value(signs[i + 1])) << bits;
      bytes[at++] = held;
      held >>= 8;
      bits += 5;
      if (bits < 8) continue;
      bytes[at++] = held;
      held >>= 8;
      bits -= 8;
    }
    if (last && bits > 1) bytes[at] = held | value(signs[i]) << bits;
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
      if (location.protocol === 'file:') throw told(says().not_from_a_disk, error);
      throw told(window.origin === 'null' ? says().not_in_a_frame : says().not_fetched, error);
    }).then(function (response) {
      var type = (response.headers.get('Content-Type') || '').split(';')[0].trim();
      if (type === 'application/wasm' && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
      return response.arrayBuffer().then(function (bytes) {
        return WebAssembly.compile(bytes);
      });
    });
  }

  // What is said of failures, each in the page's languages. Of a page that ended early it may be missing.
  function says() {
    try {
      return JSON.parse(document.getElementById('says').textContent);
    } catch (missing) {
      return {};
    }
  }

  // The language that the address names last, behind `?` or `#`, if the page speaks it.
  function language() {
    var named = /.*[?#&]lang=([a-z]+)/.exec(location.search + location.hash);
    return named && Object.keys(says().broke || {}).indexOf(named[1]) >= 0 ? named[1] : 'en';
  }

  // A failure: to scripts an error in English; `told` is what readers are told in their language. The cause is in its own words.
  function told(text, cause) {
    var because = cause ? ' (' + words(cause) + ')' : '';
    var error = new Error((text ? text.en : 'This copy of the page is incomplete.') + because);
    error.told = text ? text[language()] + because : error.message;
    return error;
  }

  function words(error) {
    return String((error && error.message) || error);
  }

  // A corpus that cannot be read breaks the program too, and is then the cause. Only looked at once something failed.
  function damage() {
    try {
      JSON.parse(document.getElementById('corpus').textContent);
      return null;
    } catch (broken) {
      return told(says().corpus_altered, broken);
    }
  }

  // What a reader can do something about is named; the rest in the error's own words.
  function reason(error) {
    if (error && error.told) return error;
    var refused = error instanceof WebAssembly.CompileError;
    return damage() || told(refused ? says().refused : says().broke_at_its_start, error);
  }

  function fail(error) {
    root.classList.remove('starting', 'live');
    // The first reason is the cause; what follows from it is not shown over it.
    if (!root.classList.contains('failed')) {
      root.classList.add('failed');
      show(error.told);
    }
    broke(error);
  }

  function show(failure) {
    var box = document.getElementById('failure');
    var texts = says();
    if (!box) return;
    [['heading', texts.could_not_start], ['below', texts.stand_below]].forEach(function (part) {
      if (part[1]) document.getElementById('failure-' + part[0]).textContent = part[1][language()];
    });
    document.getElementById('failure-says').textContent = failure;
    box.lang = language();
    box.hidden = false;
  }
})();
