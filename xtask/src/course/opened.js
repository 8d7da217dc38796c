// Reports to a learning system, by its SCORM 1.2 interface, that this page was opened, and nothing else: no name, no
// answers, no time. The interface is an object called API in a framing window or the one that opened this (SCORM 1.2
// Run-Time Environment, 3.3). Where there is none, or it may not be looked at, nothing happens.
(function () {
  'use strict';
  var api = found(window.parent) || found(window.opener);
  if (!api) return;
  try {
    if (String(api.LMSInitialize('')) !== 'true') return;
    var status = api.LMSGetValue('cmi.core.lesson_status');
    // What a teacher or an earlier visit has set is left alone.
    if (status !== 'completed' && status !== 'passed') {
      api.LMSSetValue('cmi.core.lesson_status', 'completed');
      api.LMSCommit('');
    }
  } catch (refused) {
    return;
  }
  var open = true;
  window.addEventListener('pagehide', function () {
    if (!open) return;
    open = false;
    try {
      api.LMSFinish('');
    } catch (gone) {
      // The system closed first.
    }
  });

  // Up the frames until there is no higher one; a window of another origin refuses to be looked into.
  function found(from) {
    var seen = window;
    for (var steps = 0; from && from !== seen && steps < 16; steps++) {
      try {
        if (from.API) return from.API;
      } catch (foreign) {
        return null;
      }
      seen = from;
      from = from.parent;
    }
    return null;
  }
})();
