const INTEGER = /^[\t-\r ]*([+-]?\d+)[\t-\r ]*\0*$/;
const DOUBLE = /^[\t-\r ]*([+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[\t-\r ]*\0*$/;
const NOT_FINITE = /^[\t-\r ]*([+-]?)(nan|infinity|∞)[\t-\r ]*$/i;

/** A whole number as .NET's integer parsers take it: ASCII digits, a sign, white space around; else undefined. */
export function parseWhole(text: string): bigint | undefined {
  const digits = INTEGER.exec(text)?.[1];
  return digits === undefined ? undefined : BigInt(digits.replace('+', ''));
}

export function inRange(value: bigint, bits: 32 | 64): boolean {
  return BigInt.asIntN(bits, value) === value;
}

/** A 64-bit integer in a text, or undefined. */
export function parseLong(text: string): bigint | undefined {
  const value = parseWhole(text);
  return value !== undefined && inRange(value, 64) ? value : undefined;
}

/** A 32-bit integer in a text, or undefined. */
export function parseInt32(text: string): number | undefined {
  const value = parseWhole(text);
  return value !== undefined && inRange(value, 32) ? Number(value) : undefined;
}

/** A double in a text, as .NET reads it in a culture that writes 1,234.5; or undefined. */
export function parseDouble(text: string): number | undefined {
  const word = NOT_FINITE.exec(text);
  if (word !== null) {
    if (word[2]?.toLowerCase() === 'nan') return Number.NaN;
    return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const digits = DOUBLE.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}
