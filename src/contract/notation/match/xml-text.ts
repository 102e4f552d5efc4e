const TOKEN =
  /<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[\p{L}_][\p{L}\p{N}_.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/uy;
const ENTITY = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\dA-Fa-f]+);)/;

/** Whether a text is one well-formed XML element, with nothing but white space, comments and a prologue around it. */
export function isXml(text: string): boolean {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) return false;
    at += token[0].length;
    const [whole, slash, name, attributes = '', empty] = token;
    if (name === undefined) {
      const isText = !whole.startsWith('<');
      const inside = open.length > 0;
      if (isText && (ENTITY.test(whole) || (!inside && whole.trim() !== ''))) return false;
      if (whole.startsWith('<![CDATA[') && !inside) return false;
      continue;
    }
    if (ENTITY.test(attributes) || repeatsAttribute(attributes)) return false;
    if (slash === '/') {
      if (open.pop() !== name || empty === '/' || attributes.trim() !== '') return false;
      continue;
    }
    if (open.length === 0) roots++;
    if (empty !== '/') open.push(name);
  }
  return roots === 1 && open.length === 0;
}

function repeatsAttribute(attributes: string): boolean {
  const names = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(found => found[1]);
  return new Set(names).size < names.length;
}
