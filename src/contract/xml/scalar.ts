import type { Pattern, TypeName } from '../notation/ast.ts';

/** The scalar type that a pattern asks for, seen through wrappers, ranges and lists; null where it asks for none. */
export function scalarType(pattern: Pattern): TypeName | null {
  switch (pattern.kind) {
    case 'type':
      return pattern.type;
    case 'vector':
      return scalarType(pattern.item);
    case 'required':
    case 'optional':
    case 'range':
    case 'compare':
    case 'like':
      return scalarType(pattern.pattern);
    default:
      return null;
  }
}

/**
 * How XML writes a JSON scalar of a type: a date and time given in Unix seconds becomes ISO text. A list or an object
 * in the place of a scalar stays one that no reader takes for a scalar.
 */
export function scalarText(type: TypeName | null, value: unknown): string {
  const moment = type?.startsWith('DateTime') && typeof value === 'number';
  if (moment) return new Date(value * 1000).toISOString().replace('.000Z', 'Z');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Escapes text for use between tags and inside quotes. Readers make blanks of tabs and line breaks in attributes unless
 * they are written as references. Source: XML 1.0 §3.3.3.
 */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"\t\n\r]/g, character => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`);
