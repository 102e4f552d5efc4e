const NULL = /^(?:~|null|Null|NULL)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What a plain scalar means. Source: YAML 1.2.2, the core schema (10.3.2). */
export function plainValue(text: string): null | boolean | number | string {
  const first = text.charCodeAt(0);
  // Most are words; only these can begin anything else: digits, + - . ~ and the letters of null, true and false.
  if (first > 0x39 && !'~nNtTfF'.includes(text.charAt(0))) return text;
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return text.toLowerCase() === 'true';
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text.replace(/^\+/, ''));
  if (SPECIAL.test(text)) return special(text.toLowerCase());
  return text;
}

const special = (text: string): number =>
  text === '.nan' ? Number.NaN : text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
