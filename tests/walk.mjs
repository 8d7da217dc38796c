// What a screen reader would say of a view, by hand:
//   node tests/walk.mjs [fragment] [width] [digest|full|invented|path/to/page.html] [open] ['button to press' …]
// `open` unfolds all that is folded. Prints Chromium's accessibility tree in reading order: role, name, description, state.
import { open } from './harness.mjs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a role is called, where its own name is no word; an empty one is not said, and its words run on. */
const ROLES = {
  RootWebArea: 'page', DisclosureTriangle: 'fold', listitem: 'item', rowheader: 'row header', columnheader: 'column header', gridcell: 'cell', SvgRoot: 'drawing',
  paragraph: '', generic: '', StaticText: '', LabelText: '', Legend: '', Figcaption: '', strong: '', emphasis: '', code: '', mark: '', row: '',
};
/** Neither said nor walked into. */
const SILENT = new Set(['InlineTextBox', 'ListMarker', 'MenuListPopup', 'LineBreak']);
/** Their name is what stands in them. */
const NAMED = new Set(['link', 'button', 'heading', 'DisclosureTriangle', 'LabelText', 'Legend', 'option', 'columnheader', 'rowheader', 'caption', 'Caption', 'SvgRoot']);

/** The tree as lines, indented by depth; texts that follow one another stand in one line. */
export async function walk(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Accessibility.enable');
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const { languages, live } = await marks(client);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  let running = null;
  const end = () => running && lines.push(`${'  '.repeat(running.depth)}${running.words.join(' ')}`) && (running = null);
  const say = (node, depth, named, language) => {
    const role = node.role?.value ?? 'none';
    if (SILENT.has(role)) return;
    const own = languages.get(node.backendDOMNodeId) ?? language;
    const name = (node.name?.value ?? '').trim();
    const inside = (depth, named) => node.childIds?.forEach((id) => byId.has(id) && say(byId.get(id), depth, named, own));
    if (node.ignored) return inside(depth, named);
    if (role === 'StaticText') {
      if (!name || named.includes(name)) return;
      running ??= { depth, words: [] };
      running.words.push(name);
      return;
    }
    const said = words(node, role, name, own === language ? '' : own, live.get(node.backendDOMNodeId));
    if (!said) {
      if (role === 'paragraph' || role === 'row') end();
      inside(depth, role === 'LabelText' ? node.childIds.map((id) => byId.get(id)?.name?.value ?? '').join(' ') + named : named);
      return role === 'paragraph' ? end() : undefined;
    }
    end();
    lines.push(`${'  '.repeat(depth)}${said}`);
    inside(depth + 1, NAMED.has(role) ? `${named} ${name}` : named);
    end();
  };
  say(nodes[0], 0, '', '');
  return lines;
}

/** Languages and live regions, by the node that has them. */
async function marks(client) {
  const [languages, live] = [new Map(), new Map()];
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const look = (node) => {
    const attributes = node.attributes ?? [];
    const of = (name) => attributes.find((value, at) => at % 2 === 1 && attributes[at - 1] === name);
    if (of('lang')) languages.set(node.backendNodeId, of('lang'));
    if (['status', 'alert', 'log'].includes(of('role')) || of('aria-live')) live.set(node.backendNodeId, of('aria-live') ?? of('role'));
    node.children?.forEach(look);
  };
  look(root);
  return { languages, live };
}

function words({ properties = [], value, description }, role, name, language, live) {
  const state = Object.fromEntries(properties.map(({ name, value }) => [name, value.value]));
  const kind = ROLES[role] ?? role;
  const says = [
    kind && (role === 'heading' ? `heading ${state.level}` : kind),
    name && !(role === 'cell' || role === 'article') && `“${name}”`,
    role !== 'StaticText' && value?.value !== undefined && String(value.value) !== name && `= ${value.value}`,
    state.checked !== undefined && (String(state.checked) === 'true' ? 'checked' : 'not checked'),
    state.pressed !== undefined && (String(state.pressed) === 'true' ? 'pressed' : 'not pressed'),
    state.expanded !== undefined && (state.expanded ? 'expanded' : 'collapsed'),
    state.selected && 'selected',
    state.disabled && 'disabled',
    state.required && 'required',
    state.invalid && state.invalid !== 'false' && 'invalid',
    kind && description?.value && `(${description.value})`,
    language && `[${language}]`,
    live && `<live ${live}>`,
  ];
  return says.filter(Boolean).join(' ');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [hash = '', width = '1280', what = 'digest', ...then] = process.argv.slice(2);
  const closing = [];
  const from = what.endsWith('.html') ? { address: pathToFileURL(resolve(what)).href } : { edition: what };
  const { page, errors } = await open({ after: (close) => closing.push(close) }, { ...from, hash, size: { width: Number(width), height: 900 } });
  for (const step of then) {
    if (step === 'open') await page.locator('main details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
    else await page.getByRole('button', { name: step }).first().click();
    await page.waitForTimeout(300);
  }
  console.log((await walk(page)).join('\n'), ...errors);
  for (const close of closing) await close();
  process.exit(0);
}
