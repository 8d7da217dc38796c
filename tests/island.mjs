// The data blocks of the one file, packed and unpacked as xtask/src/printable.rs and the start script do.
import { gunzipSync, gzipSync } from 'node:zlib';

const value = (sign) => sign.charCodeAt(0) - 35 - (sign > '<' ? 1 : 0);
const sign = (value) => String.fromCharCode(value + 35 + (value > 24 ? 1 : 0));

/** A text as a data block holds it: gzip, then thirteen bits to two signs. */
export function packed(text) {
  const bits = [...gzipSync(text)].flatMap((byte) => [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => (byte >> bit) & 1));
  let block = '';
  for (let at = 0; at < bits.length; at += 13) {
    const group = bits.slice(at, at + 13);
    const held = group.reduceRight((held, bit) => held * 2 + bit, 0);
    block += group.length > 6 ? sign(held % 91) + sign(Math.floor(held / 91)) : sign(held);
  }
  return block;
}

/** The bytes of the data block with that id in a page. */
export function unpacked(page, id) {
  const block = new RegExp(`id="${id}">([^<]*)<`).exec(page)[1];
  const bytes = [];
  let [held, bits] = [0, 0];
  for (let at = 0; at < block.length; at += 2) {
    const paired = at + 1 < block.length;
    held |= (value(block[at]) + (paired ? 91 * value(block[at + 1]) : 0)) << bits;
    for (bits += paired ? 13 : 6; bits >= 8; bits -= 8, held >>= 8) bytes.push(held & 255);
  }
  return gunzipSync(Buffer.from(bytes));
}
