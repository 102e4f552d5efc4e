/** A piece of HTML, in order. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is not text. */
const RAW = /^(?:script|style|title|textarea|xmp|noembed|noframes|template|svg|math)$/;
const NAME = /^\/?[a-zA-Z][^\s/>]{0,60}/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

/** Attributes are looked for in this much of a tag; the rest of a long one is a picture. */
const MAX_ATTRIBUTES = 4_000;

/** Cuts HTML into tags and text as mail readers do: forgiving, without a document. Comments and scripts are left out. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let textFrom = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(at + 1, textFrom))) {
    const name = NAME.exec(html.slice(at + 1, at + 64))?.[0].toLowerCase();
    if (name === undefined && !/[!?]/.test(html.charAt(at + 1))) continue;
    const end = endOfTag(html, at);
    if (end === -1) break;
    if (at > textFrom) yield { kind: 'text', text: html.slice(textFrom, at) };
    textFrom = end;
    if (name === undefined) continue;
    if (name.startsWith('/')) yield { kind: 'close', name: name.slice(1) };
    else if (RAW.test(name)) textFrom = endOfRaw(html, name, end);
    else {
      const attributes = html.slice(at + 1 + name.length, Math.min(end - 1, at + MAX_ATTRIBUTES));
      yield { kind: 'open', name, attributes: attributesOf(attributes) };
    }
  }
  if (textFrom < html.length) yield { kind: 'text', text: html.slice(textFrom) };
}

/**
 * Where the tag or comment that starts at `from` is over; -1 when no tag ends from there on. A quote that is never
 * closed ends at the next `>`. That can happen once for each kind of quote, so the cost stays linear.
 */
function endOfTag(html: string, from: number): number {
  if (html.startsWith('<!--', from)) {
    const end = html.indexOf('-->', from + 4);
    return end === -1 ? html.length : end + 3;
  }
  const first = html.indexOf('>', from);
  for (let at = from, end = first; end !== -1; ) {
    const equals = html.slice(at, end).indexOf('=');
    if (equals === -1) return end + 1;
    at += equals + 1;
    const quote = /\s*(["'])/y;
    quote.lastIndex = at;
    const mark = quote.exec(html)?.[1];
    if (mark === undefined) continue;
    at = html.indexOf(mark, quote.lastIndex) + 1;
    if (at === 0) break;
    if (at > end) end = html.indexOf('>', at);
  }
  return first === -1 ? -1 : first + 1;
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
