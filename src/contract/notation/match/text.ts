import type { Element } from './element.ts';

/** A number as .NET writes a double in the invariant culture: exponents from 1E+15 and below 1E-05. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const plain = String(value);
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e15)) return plain;
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** What `Str` makes of a value: text stays, booleans are 1 and 0, lists and objects become script. */
export function elementText(element: Element): string {
  switch (element.kind) {
    case 'null':
      return 'null';
    case 'string':
      return element.value;
    case 'boolean':
      return element.value ? '1' : '0';
    case 'number':
      return numberText(element.value);
    case 'integer':
    case 'span':
      return String(element.kind === 'integer' ? element.value : element.ticks);
    case 'date':
      return String(element.ticks);
    case 'opaque':
      return element.text;
    case 'array':
      return `[${element.items.map(scriptText).join(',')}]`;
    case 'object':
      return `{${[...element.members].map(([name, member]) => `${name}:${scriptText(member)}`).join(',')}}`;
  }
}

function scriptText(element: Element): string {
  return element.kind === 'string' ? JSON.stringify(element.value) : elementText(element);
}
