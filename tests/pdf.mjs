// Reads back the PDFs that Chromium writes: what stands on which page.
import { inflateSync } from 'node:zlib';

/**
 * The pages of a PDF, as `[{ text, runs: [{ text, x }] }]`: a run is what is drawn at once, in the order in which it is drawn, with the left
 * end of its line. `text` is that of all runs, without spaces, which a PDF need not have.
 */
export function pagesOf(pdf) {
  const file = pdf.toString('latin1');
  const objects = new Map();
  for (const { index, 1: number, 2: body } of file.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g)) {
    const stream = /stream\r?\n/.exec(body);
    const begin = stream && pdf.indexOf('stream', index) + stream[0].length;
    objects.set(number, { body: stream ? body.slice(0, stream.index) : body, begin });
  }
  const stream = ({ body, begin }) => {
    const bytes = pdf.subarray(begin, begin + Number(/\/Length (\d+)/.exec(body)[1]));
    return (/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const fonts = new Map();
  const font = (number) => {
    if (!fonts.has(number)) fonts.set(number, letters(stream(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(number).body)[1]))));
    return fonts.get(number);
  };
  const drawn = (body, content) => {
    const named = (kind) => new Map([...(new RegExp(`/${kind}\\s*<<([^>]*)>>`).exec(body)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, number]) => [name, number]));
    const [fontsHere, forms] = [named('Font'), named('XObject')];
    const runs = [];
    let [x, letter] = [0, letters('')];
    for (const [, name, tx, shown, form] of content.matchAll(/\/(\w+) [\d.]+ Tf|([-\d.]+) [-\d.]+ Tm|(\[[^\]]*\] TJ|<[0-9A-Fa-f]*> Tj)|\/(\w+) Do/g)) {
      if (name) letter = font(fontsHere.get(name));
      else if (tx) x = Number(tx);
      else if (shown) runs.push({ x, text: [...shown.matchAll(/<([0-9A-Fa-f]*)>/g)].map(([, hex]) => letter(hex)).join('') });
      // What is drawn half transparent is a drawing of its own.
      else if (/Subtype\s*\/Form/.test(objects.get(forms.get(form)).body)) runs.push(...drawn(objects.get(forms.get(form)).body, stream(objects.get(forms.get(form)))));
    }
    return runs;
  };
  return [...objects.values()].filter(({ body }) => /\/Type\s*\/Page\b(?!s)/.test(body)).map(({ body }) => {
    const contents = [.../\/Contents\s*\[?([\d R]+)/.exec(body)[1].matchAll(/(\d+) 0 R/g)];
    const runs = drawn(body, contents.map(([, number]) => stream(objects.get(number))).join('\n'));
    return { runs, text: bare(runs.map(({ text }) => text).join('')) };
  });
}

/** A text without spaces and what is not seen, in the letters' plain forms. */
export function bare(text) {
  return text.normalize('NFKC').replace(/[\u02bb\u02bc\u2018\u2019]/g, "'").replace(/[\s\u00ad\u200b\u2060]+/g, '');
}

/** Reads a font's codes, by its table. */
function letters(table) {
  const said = (hex) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  const width = /begincodespacerange\s*<(\w+)>/.exec(table)?.[1].length ?? 4;
  const map = new Map();
  for (const [, part] of table.matchAll(/beginbfchar\s*([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of part.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(parseInt(code, 16), said(to));
  }
  for (const [, part] of table.matchAll(/beginbfrange\s*([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w{4})>/g)) {
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1) map.set(code, String.fromCharCode(parseInt(first, 16) + code - parseInt(from, 16)));
    }
  }
  return (hex) => (hex.match(new RegExp(`.{${width}}`, 'g')) ?? []).map((code) => map.get(parseInt(code, 16)) ?? '').join('');
}
