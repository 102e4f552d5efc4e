import { expect, test } from 'vitest';
import { parsePattern, printXmlPattern, xmlFromPattern } from '../../../src/contract/notation/index.ts';

function derive(text: string): string {
  return printXmlPattern(xmlFromPattern(parsePattern(text), 'Root'));
}

test('scalars become attributes, objects elements, lists repeated elements, free values content', () => {
  const text = `{ "id": Required(Str(PId)), "expires": Required(DateTime(PExpires > Now)), "kind": "x",
    "Balance": { "amount": Required(Double(PAmount)) }, "Info": Optional({ "city": Optional(Str(PCity)) }),
    "Properties": { "name": Required(Str(PName)) }?[], "Tag": Optional({ "name": Required(Str(PTag)) }[]),
    "Groups": Optional(Str(PGroups)[]), "Contract": Required(PContract) }`;
  expect(derive(text)).toMatchInlineSnapshot(`
    "<Root xmlns="https://waher.se/Schema/BrokerAgent.xsd"
          id=(Required(Str(PId)))
          expires=(Required(DateTime(PExpires > Now)))
          kind="x">
      <Balance amount=(Required(Double(PAmount))) />
      <[Optional(
      <Info city=(Optional(Str(PCity))) />)]>
      <Properties>
        <[
        <Property name=(Required(Str(PName))) />?[]
        ]>
      </Properties>
      <[
      <Tag name=(Required(Str(PTag))) />?[]
      ]>
      <Groups>
        <[
        <Item>
          <[Optional(Str(PGroups))]>
        </Item>?[]
        ]>
      </Groups>
      <[Required(PContract)]>
    </Root>"
  `);
});

test('of several free values each gets an element of its name', () => {
  expect(derive('{ "Token": Required(PToken), "query": Required(Xml(PQuery)), "All": PAll[] }')).toMatchInlineSnapshot(`
    "<Root xmlns="https://waher.se/Schema/BrokerAgent.xsd">
      <Token>
        <[Required(PToken)]>
      </Token>
      <query>
        <[Required(Xml(PQuery))]>
      </query>
      <All>
        <[PAll[]]>
      </All>
    </Root>"
  `);
});

test('an object without members is an empty element', () => {
  expect(derive('{}')).toBe('<Root xmlns="https://waher.se/Schema/BrokerAgent.xsd" />');
});

test('anything but an object is refused', () => {
  expect(() => xmlFromPattern(parsePattern('Str(X)[]'), 'Root')).toThrow(
    new Error('<Root> can only be derived from an object pattern, got a vector.'),
  );
});
