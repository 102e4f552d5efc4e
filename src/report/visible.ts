import { grouped } from './words.ts';

// Control characters, bidirectional controls, invisible marks, lone surrogates and noncharacters: what a terminal, a
// browser or an XML parser would act on, reorder or refuse instead of showing. Line feed and tab stay.
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const UNSAFE_SPLIT = new RegExp(`(${UNSAFE.source})`);

/** The visible name of one unsafe character: `␛` for escape, `⟦U+202E⟧` for a bidirectional override. */
export function pictured(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
}

/** The text with every character that would act instead of being seen replaced by its visible name. */
export const visible = (text: string): string => text.replace(UNSAFE, pictured);

const UNSAFE_TEST = new RegExp(UNSAFE.source);

/** Whether a text has a character that would act instead of being seen. */
export const hasUnsafe = (text: string): boolean => UNSAFE_TEST.test(text);

/** Splits a text into what may be shown as it is (even indices) and single unsafe characters (odd indices). */
export const unsafeSplit = (text: string): string[] => text.split(UNSAFE_SPLIT);

/** At most `limit` characters, with a note of what was left out. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${grouped(text.length - end)} more characters)`;
}
