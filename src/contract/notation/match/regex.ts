const SPECIAL = '^$\\.*+?()[]{}|/';
const CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}',
  s: '\\f\\n\\r\\t\\v\\x85\\p{Z}',
};
const ANCHORS: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  z: '(?![\\s\\S])',
  e: '\\x1b',
  a: '\\x07',
};
const KEPT = 'bBnrtfv0123456789kpPxuc-';

/**
 * The engine's regular expression for JavaScript: `.` meets line feeds, `$` also stands before a last line feed, and
 * digits, letters and spaces are those of Unicode.
 *
 * @throws SyntaxError when it is no regular expression.
 */
export function engineRegex(source: string): RegExp {
  const options = /^\(\?([imsn]+)\)/.exec(source);
  const flags = new Set(['s', 'u', ...(options?.[1] ?? '').replace('n', '')]);
  return new RegExp(translate(source.slice(options?.[0].length ?? 0), flags.has('m')), [...flags].join(''));
}

function translate(source: string, byLine: boolean): string {
  let result = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? '';
    if (char === '\\') {
      at++;
      result += translateEscape(source[at] ?? '', inClass);
    } else if (inClass) {
      inClass = char !== ']';
      result += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      inClass = true;
      const negated = source[at + 1] === '^';
      if (negated) at++;
      const bracket = source[at + 1] === ']';
      if (bracket) at++;
      result += `[${negated ? '^' : ''}${bracket ? '\\]' : ''}`;
    } else if (char === '$') {
      result += byLine ? char : ANCHORS.Z;
    } else if (source.startsWith("(?'", at)) {
      const end = source.indexOf("'", at + 3);
      result += `(?<${source.slice(at + 3, end)}>`;
      at = end;
    } else if (isLoneBrace(source, at)) {
      result += `\\${char}`;
    } else {
      result += char;
    }
  }
  return result;
}

function translateEscape(letter: string, inClass: boolean): string {
  const members = CLASSES[letter.toLowerCase()];
  if (members !== undefined) {
    const negated = letter !== letter.toLowerCase();
    if (!negated) return inClass ? members : `[${members}]`;
    return inClass ? `\\${letter}` : `[^${members}]`;
  }
  if (!inClass && ANCHORS[letter] !== undefined) return ANCHORS[letter];
  if (letter === 'e' || letter === 'a') return ANCHORS[letter] ?? '';
  if (letter === '-') return inClass ? '\\-' : '-';
  if (KEPT.includes(letter) || SPECIAL.includes(letter)) return `\\${letter}`;
  return letter;
}

/** A brace that is no quantifier is a plain character to .NET and an error to JavaScript. */
function isLoneBrace(source: string, at: number): boolean {
  if (source[at] === '{') return !/^\{\d+(?:,\d*)?\}/.test(source.slice(at));
  if (source[at] === '}') return !/\{\d+(?:,\d*)?$/.test(source.slice(0, at));
  return source[at] === ']';
}
