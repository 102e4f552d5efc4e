import type { Bound, Pattern } from './ast.ts';
import { asBound } from './parse-expression.ts';
import { writeString } from './strings.ts';

const INDENT = '  ';

/** The pattern as text, one member of an object a line; parsing it gives the same pattern again. */
export function printPattern(pattern: Pattern): string {
  return print(pattern, '');
}

/** The same, for a place that is indented: lines after the first begin with `indent`. */
export function print(pattern: Pattern, indent: string): string {
  switch (pattern.kind) {
    case 'object':
      return printObject(pattern, indent);
    case 'tuple':
      return `[${pattern.items.map(item => print(item, indent)).join(', ')}]`;
    case 'vector':
      return `${printOperand(pattern.item, indent)}${pattern.nullable ? '?' : ''}[]`;
    case 'required':
      return `Required(${print(pattern.pattern, indent)})`;
    case 'optional':
      return `Optional(${print(pattern.pattern, indent)})`;
    case 'type':
      return `${pattern.type}(${print(pattern.pattern, indent)})`;
    case 'variable':
      return pattern.name;
    case 'literal':
      return printLiteral(pattern.value);
    case 'range':
      return printRange(pattern, indent);
    case 'compare':
      return printSides(pattern.pattern, pattern.operator, pattern.operator, pattern.bound, indent);
    case 'like': {
      const operator = pattern.negated ? 'unlike' : 'like';
      return `${printOperand(pattern.pattern, indent)} ${operator} ${writeString(pattern.regex)}`;
    }
    case 'unknown':
      return pattern.text;
  }
}

function printObject({ members, open }: Pattern & { kind: 'object' }, indent: string): string {
  const inner = indent + INDENT;
  const lines = members.map(({ name, pattern }) => `${writeString(name)}: ${print(pattern, inner)}`);
  if (open) lines.push('*');
  return lines.length === 0 ? '{}' : `{\n${inner}${lines.join(`,\n${inner}`)}\n${indent}}`;
}

/** In parentheses where an operator would otherwise take hold of a part of it. */
function printOperand(pattern: Pattern, indent: string): string {
  const text = print(pattern, indent);
  return ['range', 'compare', 'like', 'unknown'].includes(pattern.kind) ? `(${text})` : text;
}

function printRange({ pattern, low, high }: Pattern & { kind: 'range' }, indent: string): string {
  if (low === undefined || high === undefined) {
    const end = low ?? high;
    if (end === undefined) return print(pattern, indent);
    const equal = end.inclusive ? '=' : '';
    const [after, before] = low === undefined ? ['<', '>'] : ['>', '<'];
    return printSides(pattern, `${after}${equal}`, `${before}${equal}`, end.bound, indent);
  }
  const [left, right] = [low, high].map(({ inclusive }) => (inclusive ? '<=' : '<'));
  return `${printBound(low.bound)} ${left} ${printOperand(pattern, indent)} ${right} ${printBound(high.bound)}`;
}

/** `P > 5`; but `5 < P` when P reads as a bound itself, because the parser looks for one on the left first. */
function printSides(pattern: Pattern, after: string, before: string, bound: Bound, indent: string): string {
  const operand = printOperand(pattern, indent);
  if (asBound(pattern) === undefined) return `${operand} ${after} ${printBound(bound)}`;
  return `${printBound(bound)} ${before} ${operand}`;
}

function printBound(bound: Bound): string {
  return bound.kind === 'constant' ? bound.name : printLiteral(bound.value);
}

function printLiteral(value: null | boolean | number | string): string {
  if (typeof value === 'string') return writeString(value);
  return Object.is(value, -0) ? '-0' : String(value);
}
