/** A piece of HTML, in order. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is not text. */
const RAW = /^(?:script|style|title|textarea|xmp|noembed|noframes|template|svg|math)$/;
const NAME = /^\/?[a-zA-Z][^\s/>]{0,60}/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

/** A tag longer than this is read as text, which keeps the cost of broken HTML linear. */
const MAX_TAG = 4_000;

/** Cuts HTML into tags and text as mail readers do: forgiving, without a document. Comments and scripts are left out. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let textFrom = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(at + 1, textFrom))) {
    const name = NAME.exec(html.slice(at + 1, at + 64))?.[0].toLowerCase();
    const markup = name !== undefined || /[!?]/.test(html.charAt(at + 1));
    const end = markup ? endOfTag(html, at) : -1;
    if (end === -1) continue;
    if (at > textFrom) yield { kind: 'text', text: html.slice(textFrom, at) };
    textFrom = end;
    if (name === undefined) continue;
    if (name.startsWith('/')) yield { kind: 'close', name: name.slice(1) };
    else if (RAW.test(name)) textFrom = endOfRaw(html, name, end);
    else yield { kind: 'open', name, attributes: attributesOf(html.slice(at + 1 + name.length, end - 1)) };
  }
  if (textFrom < html.length) yield { kind: 'text', text: html.slice(textFrom) };
}

/** Where the tag or comment that starts at `from` is over; -1 when it never is. */
function endOfTag(html: string, from: number): number {
  if (html.startsWith('<!--', from)) {
    const end = html.indexOf('-->', from + 4);
    return end === -1 ? html.length : end + 3;
  }
  let quote = '';
  let before = '';
  for (let at = from + 1; at < Math.min(html.length, from + MAX_TAG); at += 1) {
    const here = html.charAt(at);
    if (quote !== '') quote = here === quote ? '' : quote;
    else if (here === '>') return at + 1;
    else if (before === '=' && (here === '"' || here === "'")) quote = here;
    if (here.trim() !== '') before = here;
  }
  const next = quote === '' ? -1 : html.indexOf('>', from);
  return next === -1 || next - from > MAX_TAG ? -1 : next + 1;
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[^>]{0,100}>`, 'gi');
  end.lastIndex = from;
  return end.exec(html) === null ? html.length : end.lastIndex;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}
