import { describe, expect, test } from 'vitest';
import { matchXmlPattern, parseXmlPattern, type XmlElement } from '../../../src/contract/notation/index.ts';
import { NOW } from './match-table.ts';

const NS = 'urn:x';

function xml(
  name: string,
  attributes: Record<string, string> = {},
  children: XmlElement['children'] = [],
  namespace: string | null = NS,
): XmlElement {
  return { name, namespace, attributes, children };
}

function match(text: string, element: XmlElement) {
  return matchXmlPattern(parseXmlPattern(text, { lenient: true }), element, { now: NOW });
}

describe("the engine's own tests", () => {
  test('attributes and content are bound', () => {
    const text = '<test><a><[A]></a><b x=Double(B) y=Required(Double(C)) z=Optional(D)/></test>';
    const value = xml('test', {}, [xml('a', {}, ['s']), xml('b', { y: '7', x: '6' })]);
    expect(match(text, value)).toEqual({ outcome: 'match', bindings: { A: 's', B: 6, C: 7, D: null } });
  });

  test('white space between elements does not count, and a missing optional element is null', () => {
    const text = `<Refresh>
      <ApplicationName><[Optional(Str(ApplicationName))]></ApplicationName>
      <Purpose><[Optional(Str(Purpose))]></Purpose>
      <ClientSideToken><[Optional(Str(ClientSideToken))]></ClientSideToken>
    </Refresh>`;
    const value = xml('Refresh', {}, ['\n  ', xml('Purpose', {}, ['Testing API again']), '\n']);
    expect(match(text, value)).toEqual({
      outcome: 'match',
      bindings: { ApplicationName: null, Purpose: 'Testing API again', ClientSideToken: null },
    });
  });

  test('attributes and content are converted', () => {
    expect(
      match('<a age=Optional(Int(Age))><[Required(DateTime(X))]></a>', xml('a', { age: '50' }, ['2010-01-02'])),
    ).toEqual({
      outcome: 'match',
      bindings: { Age: 50, X: new Date('2010-01-02T00:00:00Z') },
    });
  });
});

test('name and namespace have to be equal, the namespace only where the pattern gives one', () => {
  expect(match('<a/>', xml('a')).outcome).toBe('match');
  expect(match('<a/>', xml('A')).outcome).toBe('no-match');
  expect(match('<a xmlns="urn:x"/>', xml('a')).outcome).toBe('match');
  expect(match('<a xmlns="urn:y"/>', xml('a')).outcome).toBe('no-match');
  expect(match('<a xmlns="urn:y"/>', xml('a', {}, [], null)).outcome).toBe('no-match');
});

test('elements are closed: no unknown attribute, element or text, unless the pattern says *', () => {
  const text = '<a b=(Required(B))><c/></a>';
  expect(match(text, xml('a', { b: '' }, [xml('c')])).outcome).toBe('match');
  expect(match(text, xml('a', { b: '', d: '1' }, [xml('c')])).outcome).toBe('no-match');
  expect(match(text, xml('a', { b: '' }, [xml('c'), xml('d')])).outcome).toBe('no-match');
  expect(match(text, xml('a', { b: '' }, ['text', xml('c')])).outcome).toBe('no-match');
  expect(match(text, xml('a', {}, [xml('c')])).outcome).toBe('no-match');
  const open = '<a b=(Required(B)) *><c n=(N)/></a>';
  expect(match(open, xml('a', { b: '', d: '1' }, [xml('x'), xml('c', { n: '1' }), xml('d')]))).toEqual({
    outcome: 'match',
    bindings: { B: '', N: '1' },
  });
});

test('children come in the order of the pattern', () => {
  const text = '<a><b x=(Optional(X))/><c y=(Required(Y))/></a>';
  expect(match(text, xml('a', {}, [xml('b'), xml('c', { y: '' })])).outcome).toBe('match');
  expect(match(text, xml('a', {}, [xml('c', { y: '' })])).outcome).toBe('match');
  expect(match(text, xml('a', {}, [xml('c', { y: '' }), xml('b')])).outcome).toBe('no-match');
  expect(match(text, xml('a', {}, [xml('b')])).outcome).toBe('no-match');
});

test('a repeated element binds lists', () => {
  const text = '<Tags><[<Tag name=(Required(Str(PName))) value=(Optional(Str(PValue)))/>?[]]></Tags>';
  const tags = [xml('Tag', { name: 'a', value: '1' }), '\n', xml('Tag', { name: 'b' })];
  expect(match(text, xml('Tags', {}, tags))).toEqual({
    outcome: 'match',
    bindings: { PName: ['a', 'b'], PValue: ['1', null] },
  });
  expect(match(text, xml('Tags')).outcome).toBe('match');
  expect(match(text.replace('?[]', '[]'), xml('Tags'))).toEqual({
    outcome: 'match',
    bindings: { PName: [], PValue: [] },
  });
  expect(match(text, xml('Tags', {}, [xml('Tag')])).outcome).toBe('no-match');
  expect(match(text, xml('Tags', {}, [xml('Other', { name: 'a' })])).outcome).toBe('no-match');
  expect(match(text, xml('Tags', {}, ['text'])).outcome).toBe('no-match');
});

test('a list that is left out swallows the list after it, as in the engine', () => {
  const text = '<I><[<Tag name=(N)/>[]]><[<Property name=(P)/>[]]></I>';
  expect(match(text, xml('I', {}, [xml('Tag', { name: 'a' }), xml('Property', { name: 'b' })])).outcome).toBe('match');
  expect(match(text, xml('I', {}, [xml('Tag', { name: 'a' })])).outcome).toBe('match');
  expect(match(text, xml('I', {}, [xml('Property', { name: 'b' })])).outcome).toBe('no-match');
});

test('an optional element may be missing, but not be wrong', () => {
  const text = '<E><[Optional(<Info xmlns="urn:x" a=(Required(Int(A)))/>)]></E>';
  expect(match(text, xml('E'))).toEqual({ outcome: 'match', bindings: {} });
  expect(match(text, xml('E', {}, [xml('Info', { a: '5' })]))).toEqual({ outcome: 'match', bindings: { A: 5 } });
  expect(match(text, xml('E', {}, [xml('Info')])).outcome).toBe('no-match');
  expect(match(text, xml('E', {}, [xml('Other')])).outcome).toBe('no-match');
});

test('free content is one node, text or element', () => {
  const inner = xml('q', { a: '<1>' }, ['x & y', xml('r', {}, [], null)]);
  expect(match('<a><[Required(P)]></a>', xml('a', {}, ['\n', inner, '\n']))).toEqual({
    outcome: 'match',
    bindings: { P: inner },
  });
  expect(match('<a><[Required(P)]></a>', xml('a', {}, [inner, inner])).outcome).toBe('no-match');
  expect(match('<a><[Required(P)]></a>', xml('a')).outcome).toBe('no-match');
  expect(match('<a><[Required(P)]></a>', xml('a', {}, [' ']))).toEqual({ outcome: 'match', bindings: { P: ' ' } });
  expect(match('<a><[Required(Xml(P))]></a>', xml('a', {}, [inner])).outcome).toBe('match');
  expect(match('<a><[Required(Xml(P))]></a>', xml('a', {}, ['<b/>'])).outcome).toBe('match');
  expect(match('<a><[Required(Xml(P))]></a>', xml('a', {}, ['text'])).outcome).toBe('no-match');
  expect(match('<a><[Str(P)]></a>', xml('a', {}, [inner]))).toEqual({
    outcome: 'match',
    bindings: { P: '<q xmlns="urn:x" a="&lt;1&gt;">x &amp; y<r xmlns=""/></q>' },
  });
  expect(match('<a><[P[]]></a>', xml('a', {}, [xml('b'), xml('b')]))).toEqual({
    outcome: 'match',
    bindings: { P: [xml('b'), xml('b')] },
  });
});

test('text and attributes written in the pattern have to be equal', () => {
  expect(match('<a b="1">hello</a>', xml('a', { b: '1' }, [' hello '])).outcome).toBe('match');
  expect(match('<a b="1">hello</a>', xml('a', { b: '2' }, ['hello'])).outcome).toBe('no-match');
  expect(match('<a b="1">hello</a>', xml('a', { b: '1' }, ['Hello'])).outcome).toBe('no-match');
  expect(match('<a b="1">hello</a>', xml('a', { b: '1' })).outcome).toBe('no-match');
});

test('unknown constructs and exceptions show in the outcome', () => {
  expect(match('<a b=Date(X)/>', xml('a', { b: 'x' })).outcome).toBe('unknown');
  expect(match('<a b=DateTime(X)/>', xml('a', { b: '-9999999999' })).outcome).toBe('exception');
});
