import test from 'node:test';
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { oneFile, without } from '../harness.mjs';

// The budget is 600 KB. It is not met (ARCHITECTURE.md says where the bytes are): the file must not grow unnoticed. A step
// towards the budget lowers this; a new part of the page that raises it says so here.
// 770 KB: the first page. 830: a reader's own copies, for which all of cleaning is in the page. 992: the whole language of queries
// with stems and corrections, contrasts, Timeline and Words, events, figures and notes, exports, messages of frames.
// 1135: groups, spans of time, a map, sheets for a seminar, how positions were coded, exports in three forms, paths, QR codes, previews.
// 1180: a growing index, blocks of a large corpus that other threads read, what refusals of hosts and browsers taught, references in six
// forms; one sort for all lists and sets took 35 off.
// 1210: on paper a head for every view and wide tables set anew, what a first visit is told and may ask, the list of keys; what is heard
// of a table's cells and of what was just done, states in forced colours.
// 1270: some 700 messages in three languages instead of one.
const REACHED = 1_270_000;

for (const edition of ['digest', 'full']) {
  test(`the ${edition} edition's one file does not grow past the size it has reached`, { skip: without(edition) }, () => {
    const { size } = statSync(oneFile(edition));
    assert.ok(size <= REACHED, `${size} bytes`);
  });
}
