const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

// The characters of XML 1.0: no controls but tab, line feed and carriage return, no lone surrogates.
const OUTSIDE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Whether XML can carry every character of the text. */
export const isXmlText = (text: string): boolean => !OUTSIDE.test(text);

/** Resolves the five named entities and character references; undefined when there is another `&`. */
export function unescapeXml(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let known = true;
  const plain = text.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
    const character = whole.endsWith(';') ? (NAMED[name] ?? referenced(name)) : undefined;
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? plain : undefined;
}

function referenced(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return isXmlText(character) ? character : undefined;
}

export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>\r]/g, character =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : '&#13;',
  );

export const escapeAttribute = (text: string): string =>
  escapeXml(text).replaceAll(/["\n\t]/g, character =>
    character === '"' ? '&quot;' : character === '\n' ? '&#10;' : '&#9;',
  );
