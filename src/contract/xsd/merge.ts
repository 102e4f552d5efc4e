import type { XsdAttribute, XsdChild, XsdElement } from './element.ts';
import { commonType, TEXT } from './simple-type.ts';

/** One declaration for an element that several endpoints use: it accepts what each of them accepts. */
export function mergeElements(a: XsdElement, b: XsdElement): XsdElement {
  const any = a.any || b.any;
  return {
    name: a.name,
    attributes: mergeBy(
      a.attributes,
      b.attributes,
      attribute => attribute.name,
      mergeAttributes,
      attribute => ({ ...attribute, required: false }),
    ),
    children: any
      ? []
      : mergeBy(
          a.children,
          b.children,
          child => child.element.name,
          mergeChildren,
          child => ({ ...child, required: false }),
        ),
    text: any ? null : mergeText(a.text, b.text),
    any,
    open: a.open || b.open,
  };
}

const mergeAttributes = (a: XsdAttribute, b: XsdAttribute): XsdAttribute => ({
  name: a.name,
  type: commonType(a.type, b.type),
  required: a.required && b.required,
});

const mergeChildren = (a: XsdChild, b: XsdChild): XsdChild => ({
  element: mergeElements(a.element, b.element),
  required: a.required && b.required,
  many: a.many || b.many,
});

function mergeText(a: XsdElement['text'], b: XsdElement['text']): XsdElement['text'] {
  if (a === null && b === null) return null;
  return {
    type: commonType(a?.type ?? TEXT, b?.type ?? TEXT),
    required: (a?.required ?? false) && (b?.required ?? false),
  };
}

/** Unites two lists in order; items that only one has are loosened and stand after their neighbour. */
function mergeBy<Item>(
  a: readonly Item[],
  b: readonly Item[],
  key: (item: Item) => string,
  merge: (a: Item, b: Item) => Item,
  loosen: (item: Item) => Item,
): readonly Item[] {
  const merged = a.map(item => {
    const twin = b.find(other => key(other) === key(item));
    return twin === undefined ? loosen(item) : merge(item, twin);
  });
  for (const [index, item] of b.entries()) {
    if (merged.some(other => key(other) === key(item))) continue;
    const before = b[index - 1];
    const at = before === undefined ? -1 : merged.findIndex(other => key(other) === key(before));
    merged.splice(at + 1, 0, loosen(item));
  }
  return merged;
}
