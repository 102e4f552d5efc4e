import { describe, expect, it } from 'vitest';
import { parseElement } from '../../src/contract/xml/parse-element.ts';

const empty = { namespace: null, attributes: {}, children: [] };

describe('reading XML', () => {
  it('resolves references to characters by number and by name, in text and in attributes', () => {
    // What Python's xml.etree writes of "Åsa 👩 & 'Bo'" when it is asked for ASCII, and the same in hexadecimal.
    const text = `<a n="&#197;sa &#128105; &amp; 'Bo'">&#xC5;sa &#x1f469; &amp; &apos;Bo&apos; &#9;</a>`;
    expect(parseElement(text)).toEqual({
      ...empty,
      name: 'a',
      attributes: { n: "Åsa 👩 & 'Bo'" },
      children: ["Åsa 👩 & 'Bo' \t"],
    });
  });

  it('resolves once: what an escaped ampersand begins is text', () => {
    expect(parseElement('<a>&amp;#197; &amp;lt; &#38;amp;</a>')).toEqual({
      ...empty,
      name: 'a',
      children: ['&#197; &lt; &amp;'],
    });
  });

  it('leaves CDATA, and references to no character, as they are written', () => {
    expect(parseElement('<a>1 &lt; <![CDATA[2 &lt; <b>]]> &#x110000;</a>')?.children.join('')).toBe(
      '1 < 2 &lt; <b> &#x110000;',
    );
  });

  it('follows prefixes that were bound further out', () => {
    expect(parseElement('<a xmlns="urn:a" xmlns:b="urn:b"><b:c/></a>')).toEqual({
      ...empty,
      name: 'a',
      namespace: 'urn:a',
      children: [{ ...empty, name: 'c', namespace: 'urn:b' }],
    });
  });
});
