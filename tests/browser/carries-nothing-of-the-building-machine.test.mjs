import test from 'node:test';
import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { source, without } from '../harness.mjs';
import { unpacked } from '../island.mjs';

for (const edition of ['digest', 'full']) {
  test(`the ${edition} edition names no folder of the machine that built it`, { skip: without(edition) }, () => {
    const page = source(edition);
    const program = unpacked(page, 'program').toString('latin1');
    const places = [homedir(), resolve(import.meta.dirname, '../..'), '/home/', '/Users/', '.cargo/', 'registry/src'];
    for (const place of places.filter((place) => place.length > 1)) {
      assert.ok(!program.includes(place), `the program names ${place}`);
      assert.ok(!page.includes(place), `the page names ${place}`);
    }
  });
}
