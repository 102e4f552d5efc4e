import type { Bound, Pattern, TypeName } from '../../notation/ast.ts';

const WORDS: Readonly<Record<TypeName, string>> = {
  Str: 'text',
  Int: 'whole number',
  Num: 'number',
  Double: 'number',
  Bool: 'true or false',
  DateTime: 'date and time',
  DateTimeUtc: 'date and time in UTC',
  DateTimeLocal: 'local date and time',
  DateTimeOffset: 'date and time with offset',
  TimeSpan: 'time span',
  Duration: 'duration',
  Guid: 'GUID',
  Uri: 'URI',
  Xml: 'XML',
};

/** What a pattern admits, in a few words: `whole number, above 0, at most 3600`. */
export function typeWords(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'object':
      return pattern.members.length === 0 ? 'empty object' : 'object';
    case 'tuple':
      return `list of ${pattern.items.length}`;
    case 'vector':
      return `list of ${plural(typeWords(pattern.item))}`;
    case 'required':
    case 'optional':
      return typeWords(pattern.pattern);
    case 'type':
      return join(
        pattern.pattern.kind === 'vector' ? `list of ${plural(WORDS[pattern.type])}` : WORDS[pattern.type],
        limits(pattern.pattern),
      );
    case 'range':
    case 'compare':
    case 'like':
      return join(typeWords(pattern.pattern), limits(pattern));
    case 'variable':
      return 'anything';
    case 'literal':
      return JSON.stringify(pattern.value);
    case 'unknown':
      return pattern.text;
  }
}

/** Whether a member may be left out. */
export function isOptional(pattern: Pattern): boolean {
  return pattern.kind === 'optional' || (pattern.kind === 'vector' && pattern.nullable);
}

function limits(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'range':
      return [
        ...(pattern.low === undefined
          ? []
          : [`${pattern.low.inclusive ? 'at least' : 'above'} ${boundWords(pattern.low.bound)}`]),
        ...(pattern.high === undefined
          ? []
          : [`${pattern.high.inclusive ? 'at most' : 'below'} ${boundWords(pattern.high.bound)}`]),
      ];
    case 'compare':
      return [`${pattern.operator === '=' ? 'equal to' : 'other than'} ${boundWords(pattern.bound)}`];
    case 'like':
      return [`${pattern.negated ? 'not ' : ''}like \`${pattern.regex}\``];
    default:
      return [];
  }
}

const boundWords = (bound: Bound): string =>
  bound.kind === 'literal' ? String(bound.value) : bound.name === 'Now' ? 'the present' : bound.name;

const join = (words: string, more: readonly string[]): string => [words, ...more].join(', ');

const PLURALS: Readonly<Record<string, string>> = {
  text: 'texts',
  object: 'objects',
  anything: 'anything',
  'whole number': 'whole numbers',
  number: 'numbers',
};

const plural = (words: string): string => PLURALS[words] ?? words;
