// The data blocks of the one file, packed and unpacked as xtask/src/printable.rs and the start script do.
import { gunzipSync, gzipSync } from 'node:zlib';

const value = (sign) => sign.charCodeAt(0) - 35 - (sign > '<' ? 1 : 0);
const sign = (value) => String.fromCharCode(value + 35 + (value > 24 ? 1 : 0));

/** A text as a data block holds it: gzip, then thirteen bits to two signs. */
export function packed(text) {
  const bytes = gzipSync(text);
  const signs = [];
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits >= 13) {
      const group = held & 0x1fff;
      signs.push(sign(group % 91) + sign(Math.floor(group / 91)));
      held >>= 13;
      bits -= 13;
    }
  }
  if (bits > 6) signs.push(sign(held % 91) + sign(Math.floor(held / 91)));
  else if (bits) signs.push(sign(held));
  return signs.join('');
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
