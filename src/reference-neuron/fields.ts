import { refuse } from './http/reply.ts';

/** What a pattern bound, by variable name (`PUserName`). */
export type Fields = Readonly<Record<string, unknown>>;

/** A text; empty where the caller sent none. */
export function text(fields: Fields, name: string): string {
  const value = fields[name];
  return value === null || value === undefined ? '' : String(value);
}

/** A text that may not be empty; what is empty passes `Required(Str(…))` and is refused here. */
export function filled(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (value === '') throw refuse(400, `${name.slice(1)} must not be empty.`);
  return value;
}

/** A whole number; the texts that pass the notation's Int without being one are refused here. */
export function whole(fields: Fields, name: string): number {
  const number = Number(fields[name]);
  if (fields[name] === '' || !Number.isSafeInteger(number))
    throw refuse(400, `${name.slice(1)} must be a whole number.`);
  return number;
}

/** A whole number, or null where the caller sent none. */
export const wholeOrNull = (fields: Fields, name: string): number | null =>
  fields[name] === null || fields[name] === undefined || fields[name] === '' ? null : whole(fields, name);

/** A list of texts; empty where the caller sent none. */
export function texts(fields: Fields, name: string): string[] {
  const value = fields[name];
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.filter(item => item !== null).map(String) : [String(value)];
}
