import test from 'node:test';
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { oneFile, without } from '../harness.mjs';

// The budget is 600 KB. It is not met yet (ARCHITECTURE.md says where the bytes are): until it is, the file must not grow.
// Lower this with every step towards the budget; never raise it.
const REACHED = 770_000;

for (const edition of ['digest', 'full']) {
  test(`the ${edition} edition's one file does not grow past the size it has reached`, { skip: without(edition) }, () => {
    const { size } = statSync(oneFile(edition));
    assert.ok(size <= REACHED, `${size} bytes`);
  });
}
