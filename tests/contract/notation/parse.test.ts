import { expect, test } from 'vitest';
import { NotationError, parsePattern, parseXmlPattern } from '../../../src/contract/notation/index.ts';

function refusal(parse: (text: string) => unknown, text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    expect(error.message).toBe(
      `The notation cannot be read at ${error.line}:${error.column}: expected ${error.expected}, got ${error.got}.`,
    );
    return `${error.line}:${error.column} ${error.expected} | ${error.got}`;
  }
  return 'read';
}

test.each([
  ['', '1:1 a pattern | the end of the text'],
  ['{\n  "a": Required(Str(X)', '2:23 ")" after the argument of Required | the end of the text'],
  ['{\n  "a" Required(Str(X))\n}', '2:7 ":" after the member name "a" | "Required"'],
  ['{"a": Str(X),}', '1:14 a member name or * | "}"'],
  ['{"a": Str(X) "b": Y}', '1:14 "," or "}" | the string "b"'],
  ['{"a": X, "a": Y}', '1:10 each member name once | the string "a" again'],
  ['{"a": Date(X)}', '1:7 Required, Optional or the name of a type | the unknown construct Date(…)'],
  ['{"a": Requird(Str(X))}', '1:7 Required, Optional or the name of a type | the unknown construct Requird(…)'],
  ['{"a": Str(X) or Int(X)}', '1:14 "," or "}" | "or"'],
  ['Str()', '1:5 a pattern | ")"'],
  ['Str(X, Y)', '1:6 ")" after the argument of Str | ","'],
  ['Int(X < Y)', '1:5 a literal or a constant such as Now as the bound | "X < Y"'],
  ['Int(0 < X > 5)', '1:5 a range such as 0 < P <= 10, with constant bounds | "0 < X > 5"'],
  ['Int(0 < X < Y)', '1:5 a range such as 0 < P <= 10, with constant bounds | "0 < X < Y"'],
  ['Str(X like Y)', '1:12 a regular expression in quotes | "Y"'],
  ['Str(X like "a(")', '1:12 a regular expression | "a("'],
  ['Str(X not Y)', '1:11 "like" after "not" | "Y"'],
  ['X[0]', '1:3 "]" | "0"'],
  ['X?', '1:3 "[" | the end of the text'],
  ['[A,,B]', '1:4 a pattern | ","'],
  ['{"a": "x}', '1:7 a closing " | the end of the text'],
  ['{"a": "\\u12"}', '1:9 4 hexadecimal digits | "12\\"}"'],
  ['{"a": X} /* note', '1:10 the end of the comment (*/) | the end of the text'],
  ['{"a": #X}', '1:7 a pattern | "#"'],
  ['{"a": 1e999}', '1:7 a number that a double can hold | "1e999"'],
  ['{"a": X} }', '1:10 the end of the pattern | "}"'],
  ['('.repeat(300), '1:201 at most 200 levels of nesting | one more'],
])('%j is refused with its place', (text, expected) => {
  expect(refusal(parsePattern, text)).toBe(expected);
});

test.each([
  ['', '1:1 an element | the end of the text'],
  ['x', '1:1 an element | "x"'],
  ['<A>', '1:4 </A> | the end of the text'],
  ['<A>\n</B>', '2:3 </A> | </B>'],
  ['<A b=(Str(X) c=(Y)/>', '1:14 ")" | "c=(Y)/>"'],
  ['<A b=(Str(X)) b=(Y)/>', '1:15 each attribute once | "b" again'],
  ['<A b/>', '1:5 "=" after the attribute name "b" | "/>"'],
  ['<A b=/>', '1:6 a pattern | "/"'],
  ['<A xmlns=X/>', '1:10 a namespace in quotes | "X/>"'],
  ['<A><[Str(X)></A>', '1:13 a pattern | "<"'],
  ['<A><[<B/>?[] <C/>[]]></A>', '1:14 "]>" | "<C/>[]]></A>"'],
  ['<A><!-- note</A>', '1:17 "-->" | the end of the text'],
  ['<A/>\nor\n<B/>', '2:1 the end of the pattern | "or\\n<B/>"'],
  ['<A><[Date(X)]></A>', '1:6 Required, Optional or the name of a type | the unknown construct Date(…)'],
])('the XML form %j is refused with its place', (text, expected) => {
  expect(refusal(parseXmlPattern, text)).toBe(expected);
});

test('every construct of the JSON form becomes its node', () => {
  const text = `/* all */ { a: Required(Str(P)), 'b': Optional(0 <= Int(N) < 1.5e1), "c": { * }?[], // rest
    "d": (X)[][], e: [null, TRUE, -1, "s"], f: DateTime(T >= Now), g: Str(S unlike "^x"), h: S != 'no', *, i: 7 > I }`;
  expect(parsePattern(text)).toMatchInlineSnapshot(`
    {
      "kind": "object",
      "members": [
        {
          "name": "a",
          "pattern": {
            "kind": "required",
            "pattern": {
              "kind": "type",
              "pattern": {
                "kind": "variable",
                "name": "P",
              },
              "type": "Str",
            },
          },
        },
        {
          "name": "b",
          "pattern": {
            "kind": "optional",
            "pattern": {
              "high": {
                "bound": {
                  "kind": "literal",
                  "value": 15,
                },
                "inclusive": false,
              },
              "kind": "range",
              "low": {
                "bound": {
                  "kind": "literal",
                  "value": 0,
                },
                "inclusive": true,
              },
              "pattern": {
                "kind": "type",
                "pattern": {
                  "kind": "variable",
                  "name": "N",
                },
                "type": "Int",
              },
            },
          },
        },
        {
          "name": "c",
          "pattern": {
            "item": {
              "kind": "object",
              "members": [],
              "open": true,
            },
            "kind": "vector",
            "nullable": true,
          },
        },
        {
          "name": "d",
          "pattern": {
            "item": {
              "item": {
                "kind": "variable",
                "name": "X",
              },
              "kind": "vector",
              "nullable": false,
            },
            "kind": "vector",
            "nullable": false,
          },
        },
        {
          "name": "e",
          "pattern": {
            "items": [
              {
                "kind": "literal",
                "value": null,
              },
              {
                "kind": "literal",
                "value": true,
              },
              {
                "kind": "literal",
                "value": -1,
              },
              {
                "kind": "literal",
                "value": "s",
              },
            ],
            "kind": "tuple",
          },
        },
        {
          "name": "f",
          "pattern": {
            "kind": "type",
            "pattern": {
              "kind": "range",
              "low": {
                "bound": {
                  "kind": "constant",
                  "name": "Now",
                },
                "inclusive": true,
              },
              "pattern": {
                "kind": "variable",
                "name": "T",
              },
            },
            "type": "DateTime",
          },
        },
        {
          "name": "g",
          "pattern": {
            "kind": "type",
            "pattern": {
              "kind": "like",
              "negated": true,
              "pattern": {
                "kind": "variable",
                "name": "S",
              },
              "regex": "^x",
            },
            "type": "Str",
          },
        },
        {
          "name": "h",
          "pattern": {
            "bound": {
              "kind": "literal",
              "value": "no",
            },
            "kind": "compare",
            "operator": "!=",
            "pattern": {
              "kind": "variable",
              "name": "S",
            },
          },
        },
        {
          "name": "i",
          "pattern": {
            "high": {
              "bound": {
                "kind": "literal",
                "value": 7,
              },
              "inclusive": false,
            },
            "kind": "range",
            "pattern": {
              "kind": "variable",
              "name": "I",
            },
          },
        },
      ],
      "open": true,
    }
  `);
});

test('what the engine cannot match is kept as text when asked', () => {
  expect(parsePattern('{"a": Date(X, [1, {b: 2}])[], "b": A or (B), "c": X{}}', { lenient: true })).toEqual({
    kind: 'object',
    members: [
      {
        name: 'a',
        pattern: { kind: 'vector', item: { kind: 'unknown', text: 'Date(X, [1, {b: 2}])' }, nullable: false },
      },
      { name: 'b', pattern: { kind: 'unknown', text: 'A or (B)' } },
      { name: 'c', pattern: { kind: 'unknown', text: 'X{}' } },
    ],
    open: false,
  });
});

test('every construct of the XML form becomes its node', () => {
  const text = `<!-- all --><A xmlns="urn:a" b=(Required(Int(0 < B <= 9))) c=Optional(Str(C)) d='text' *>
    <[Required(P[])]> a &lt; b <![CDATA[<c>]]>
    <Groups><[<Item><[Optional(Str(G))]></Item>?[]]></Groups>
    <Tag n=(N) />[]
    <[Optional(<O/>)]>
    <*>
  </A>`;
  expect(parseXmlPattern(text)).toMatchInlineSnapshot(`
    {
      "attributes": [
        {
          "name": "b",
          "pattern": {
            "kind": "required",
            "pattern": {
              "kind": "type",
              "pattern": {
                "high": {
                  "bound": {
                    "kind": "literal",
                    "value": 9,
                  },
                  "inclusive": true,
                },
                "kind": "range",
                "low": {
                  "bound": {
                    "kind": "literal",
                    "value": 0,
                  },
                  "inclusive": false,
                },
                "pattern": {
                  "kind": "variable",
                  "name": "B",
                },
              },
              "type": "Int",
            },
          },
        },
        {
          "name": "c",
          "pattern": {
            "kind": "optional",
            "pattern": {
              "kind": "type",
              "pattern": {
                "kind": "variable",
                "name": "C",
              },
              "type": "Str",
            },
          },
        },
        {
          "name": "d",
          "pattern": {
            "kind": "literal",
            "value": "text",
          },
        },
      ],
      "content": [
        {
          "kind": "embedded",
          "pattern": {
            "kind": "required",
            "pattern": {
              "item": {
                "kind": "variable",
                "name": "P",
              },
              "kind": "vector",
              "nullable": false,
            },
          },
        },
        {
          "kind": "text",
          "text": "a < b <c>",
        },
        {
          "element": {
            "attributes": [],
            "content": [
              {
                "element": {
                  "attributes": [],
                  "content": [
                    {
                      "kind": "embedded",
                      "pattern": {
                        "kind": "optional",
                        "pattern": {
                          "kind": "type",
                          "pattern": {
                            "kind": "variable",
                            "name": "G",
                          },
                          "type": "Str",
                        },
                      },
                    },
                  ],
                  "name": "Item",
                  "namespace": null,
                  "open": false,
                },
                "kind": "element",
                "nullable": true,
                "vector": true,
              },
            ],
            "name": "Groups",
            "namespace": null,
            "open": false,
          },
          "kind": "element",
          "nullable": false,
          "vector": false,
        },
        {
          "element": {
            "attributes": [
              {
                "name": "n",
                "pattern": {
                  "kind": "variable",
                  "name": "N",
                },
              },
            ],
            "content": [],
            "name": "Tag",
            "namespace": null,
            "open": false,
          },
          "kind": "element",
          "nullable": false,
          "vector": true,
        },
        {
          "element": {
            "attributes": [],
            "content": [],
            "name": "O",
            "namespace": null,
            "open": false,
          },
          "kind": "element",
          "nullable": true,
          "vector": false,
        },
      ],
      "name": "A",
      "namespace": "urn:a",
      "open": true,
    }
  `);
});
