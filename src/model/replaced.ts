/** A part of a text that is a secret, and the name that takes its place. */
export interface SecretRange {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The text with every range replaced by its name; of ranges that overlap the first and longest names all. */
export function replaced(text: string, ranges: readonly SecretRange[]): string {
  let out = '';
  let done = 0;
  for (const { start, end, name } of inOrder(ranges)) {
    if (start >= done) out += text.slice(done, start) + name;
    done = Math.max(done, end);
  }
  return out + text.slice(done);
}

/**
 * `replaced` for the text of a body. A number of a JSON text has no quotes for a name to stand between: the string
 * `"«#name»"` takes the place of the whole number, so that the text stays JSON and tells a number from a string.
 */
export function replacedInBody(text: string, ranges: readonly SecretRange[]): string {
  const widened = /^\s*[[{]/.test(text) ? withWholeNumbers(text, ranges) : ranges;
  return replaced(text, widened === ranges || !isJson(text) ? ranges : widened);
}

const inOrder = (ranges: readonly SecretRange[]): SecretRange[] =>
  [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);

/** Every character of a JSON number, and of true, false and null. */
const BARE = /[\w.+-]/;

/** Ranges outside the strings of a JSON text, widened to the numbers that they are part of; the same array if none is. */
function withWholeNumbers(text: string, ranges: readonly SecretRange[]): readonly SecretRange[] {
  const widened: SecretRange[] = [];
  let open = text.indexOf('"');
  let close = endOfString(text, open);
  let numberEnd = 0;
  for (const range of inOrder(ranges)) {
    while (close <= range.start) {
      open = text.indexOf('"', close);
      close = endOfString(text, open);
    }
    const inString = open >= 0 && range.end > open;
    if (inString || !BARE.test(text[range.start] ?? '')) widened.push(range);
    else if (range.start >= numberEnd) {
      const number = wholeNumber(text, range);
      widened.push(number);
      numberEnd = number.end;
    }
  }
  return numberEnd === 0 ? ranges : widened;
}

/** Behind the closing quote of the string that opens at a place; infinite where none opens or it never closes. */
function endOfString(text: string, open: number): number {
  if (open < 0) return Number.POSITIVE_INFINITY;
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') return i + 1;
  }
  return Number.POSITIVE_INFINITY;
}

function wholeNumber(text: string, { start, end, name }: SecretRange): SecretRange {
  let [from, to] = [start, end];
  while (BARE.test(text[from - 1] ?? '')) from -= 1;
  while (BARE.test(text[to] ?? '')) to += 1;
  return { start: from, end: to, name: JSON.stringify(name.replace('«', '«#')) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
