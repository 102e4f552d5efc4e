import fc from 'fast-check';
import type { Bound, Pattern, XmlContent, XmlPattern } from '../../../src/contract/notation/index.ts';

const TYPES = [
  'Str',
  'Int',
  'Num',
  'Double',
  'Bool',
  'DateTime',
  'DateTimeUtc',
  'TimeSpan',
  'Duration',
  'Guid',
  'Uri',
  'Xml',
] as const;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('"', "'", '\\', '\n', '*/', '//', ']>', '\ud800'),
);
const variable = fc.oneof(
  fc.constantFrom('X', 'PUserName', 'ÅÄÖ', '_a1', 'Now', 'today'),
  fc.stringMatching(/^P[A-Za-z0-9_]{0,5}$/),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, 5e-324),
);
const bound: fc.Arbitrary<Bound> = fc.oneof(
  fc.record({ kind: fc.constant('literal' as const), value: fc.oneof(number, text) }),
  fc.record({ kind: fc.constant('constant' as const), name: fc.constantFrom('Now', 'NowUtc', 'Today') }),
);
const end = fc.record({ bound, inclusive: fc.boolean() });

const trees = fc.letrec<{ pattern: Pattern; xml: XmlPattern }>(tie => {
  const inner = tie('pattern');
  const unknown = fc.record({
    kind: fc.constant('unknown' as const),
    text: fc.constantFrom('Date(X)', 'A or B', 'X in [1, 2]'),
  });
  const pattern: fc.Arbitrary<Pattern> = fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant('variable' as const), name: variable }),
    fc.record({
      kind: fc.constant('literal' as const),
      value: fc.oneof(fc.constantFrom(null, true, false), number, text),
    }),
    unknown,
    fc.record({
      kind: fc.constant('object' as const),
      members: fc.uniqueArray(fc.record({ name: text, pattern: inner }), { selector: one => one.name, maxLength: 3 }),
      open: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('tuple' as const), items: fc.array(inner, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('vector' as const), item: inner, nullable: fc.boolean() }),
    fc.record({ kind: fc.constant('required' as const), pattern: inner }),
    fc.record({ kind: fc.constant('optional' as const), pattern: inner }),
    fc.record({ kind: fc.constant('type' as const), type: fc.constantFrom(...TYPES), pattern: inner }),
    fc.record({ kind: fc.constant('range' as const), pattern: inner, low: end, high: end }),
    fc.record({ kind: fc.constant('range' as const), pattern: inner, low: end }),
    fc.record({ kind: fc.constant('range' as const), pattern: inner, high: end }),
    fc.record({
      kind: fc.constant('compare' as const),
      pattern: inner,
      operator: fc.constantFrom('=' as const, '!=' as const),
      bound,
    }),
    fc.record({ kind: fc.constant('like' as const), pattern: inner, regex: text, negated: fc.boolean() }),
  );

  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,5}$/);
  const xmlTextItem = text.map(one => ({ kind: 'text' as const, text: one.trim().replaceAll('\ud800', '?') }));
  const content: fc.Arbitrary<XmlContent> = fc.oneof(
    { maxDepth: 4 },
    xmlTextItem.filter(item => item.text !== ''),
    inner.map(one => ({ kind: 'embedded' as const, pattern: one })),
    fc.record({
      kind: fc.constant('element' as const),
      element: tie('xml'),
      vector: fc.boolean(),
      nullable: fc.boolean(),
    }),
  );
  const xml: fc.Arbitrary<XmlPattern> = fc.record({
    name,
    namespace: fc.option(text),
    attributes: fc.uniqueArray(fc.record({ name: name.filter(one => one !== 'xmlns'), pattern: inner }), {
      selector: one => one.name,
      maxLength: 3,
    }),
    content: fc
      .array(content, { maxLength: 3 })
      .map(items => items.filter((item, at) => item.kind !== 'text' || items[at - 1]?.kind !== 'text')),
    open: fc.boolean(),
  });
  return { pattern, xml };
});

/** Any JSON pattern that the notation can express, constructs without pattern support included. */
export const anyPattern = trees.pattern;

/** Any XML pattern that the notation can express. */
export const anyXmlPattern = trees.xml;
