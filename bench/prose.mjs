// Running prose out of the files of Debian's documentation packages.
//
// In: the text of a file in one of three forms: HTML, reStructuredText, a dictionary as dict.org's server reads it. Out: its
// parts in order, `{ heading }` or `{ text }`, on one line each, without markup. Code, tables, lists of links and what is
// not mostly words in Latin letters are left out. Quotes and dashes stay as the sources have them.

const named = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', copy: '©', reg: '®', trade: '™', pound: '£', hellip: '…',
  middot: '·', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', sbquo: '‚', bdquo: '„', laquo: '«', raquo: '»',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê',
  agrave: 'à', aacute: 'á', acirc: 'â', ccedil: 'ç', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ', oslash: 'ø', aelig: 'æ',
};

function unescaped(html) {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? named[name] ?? whole : String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10) % 0x110000));
}

/** On one line, without control characters and signs that are not seen. */
export function oneLine(text) {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').trim();
}

/** Whether it reads like a paragraph: mostly letters and spaces, ended by a sign, in Latin letters, with nothing left escaped. */
function isProse(text) {
  if (text.length < 80 || !/[.!?:;…)"”’]$/.test(text) || /&\w+;|\p{L}(?<!\p{Script=Latin})/u.test(text)) return false;
  const letters = text.match(/[\p{L} ]/gu)?.length ?? 0;
  const spaces = text.split(' ').length - 1;
  return letters / text.length > 0.88 && spaces / text.length > 0.1;
}

function* parts(found) {
  for (const { heading, text } of found) {
    const line = oneLine(heading ?? text);
    if (heading !== undefined ? line && line.length < 120 : isProse(line)) yield heading !== undefined ? { heading: line } : { text: line };
  }
}

/** Paragraphs, list items and headings of a page. */
export function html(source) {
  const body = source.replace(/<(script|style|pre|head|table|nav)\b[^]*?<\/\1>/gi, ' ');
  const block = /<(h[1-4]|p|dd|li|blockquote)\b[^>]*>([^]*?)(?=<\/\1>|<(?:h[1-4]|p|dd|li|ul|ol|dl|pre|table|div)\b)/gi;
  const found = [...body.matchAll(block)].map(([, tag, inner]) => {
    const text = unescaped(inner.replace(/<[^>]+>/g, '')).replace(/¶/g, '');
    return /^h/i.test(tag) ? { heading: text } : { text };
  });
  return parts(found);
}

/** Paragraphs and underlined headings; indented blocks and directives are left out. */
export function rst(source) {
  const rule = /^([=\-~^#*"'`+])\1{2,}\s*$/;
  const plain = (text) => text.replace(/:\w+(?::\w+)?:`~?([^`<]*)[^`]*`/g, '$1').replace(/``?([^`]*)``?_?_?/g, '$1').replace(/\*+/g, '');
  const found = source.split(/\n\s*\n/).flatMap((block) => {
    let lines = block.split('\n').filter((line, i) => i || line.trim());
    if (rule.test(lines[0] ?? '')) lines = lines.slice(1);
    const heading = rule.test(lines[1] ?? '') ? [{ heading: plain(lines[0]) }] : [];
    if (heading.length) lines = lines.slice(2);
    return !lines.length || /^[\s.|+:>*-]/.test(lines[0]) ? heading : [...heading, { text: plain(lines.join(' ')) }];
  });
  return parts(found);
}

/** Entries: a headword at the margin, its text indented below. */
export function dictionary(source) {
  const found = source.split(/\n(?=\S)/).flatMap((entry) => {
    const [head, ...lines] = entry.split('\n');
    return [{ heading: head }, { text: lines.join(' ').replace(/[{}]/g, '') }];
  });
  return parts(found);
}
