import { xmlText } from '../xml-element.ts';
import type { Element } from './element.ts';
import { EngineException } from './outcome.ts';

const MAX_DEPTH = 500;

/** A number as .NET writes a double in the invariant culture: exponents from 1E+15 and below 1E-04. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e15)) return String(value);
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** What `Str` makes of a value: text stays, booleans are 1 and 0, lists and objects become script. */
export function elementText(element: Element, depth = 0): string {
  if (depth > MAX_DEPTH) throw new EngineException('The value is nested too deeply to be written as text.');
  switch (element.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return element.value ? '1' : '0';
    case 'number':
      return numberText(element.value);
    case 'date':
    case 'span':
      return String(element.ticks);
    case 'opaque':
      return element.text;
    case 'xml':
      return xmlText(element.element);
    case 'array':
      return `[${element.items.map(item => scriptText(item, depth + 1)).join(',')}]`;
    case 'object':
      return `{${[...element.members].map(([name, inner]) => `${name}:${scriptText(inner, depth + 1)}`).join(',')}}`;
    default:
      return String(element.value);
  }
}

function scriptText(element: Element, depth: number): string {
  return element.kind === 'string' ? JSON.stringify(element.value) : elementText(element, depth);
}
