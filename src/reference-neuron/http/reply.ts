import type { ValueObject } from '../value.ts';
import type { XmlElement } from '../xml/element.ts';

export type Header = readonly [name: string, value: string];

/** What stands in an answer, before Accept decides how it is written. */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'html'; readonly html: string }
  /** `xml` is absent where the resource has no XML form. */
  | { readonly kind: 'value'; readonly value: ValueObject; readonly xml?: (value: ValueObject) => XmlElement };

export interface Reply {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly content: Content;
  /** The connection ends with this answer. */
  readonly close?: boolean;
}

/** A refusal on its way out of a resource; everything else that is thrown is answered with 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`Refused with ${reply.status}`);
    this.reply = reply;
  }
}

/** A refusal as the framework makes it: a status and a sentence, or no body at all. */
export const refuse = (status: number, text: string, headers: readonly Header[] = [], close = false): Refusal =>
  new Refusal({ status, headers, content: text === '' ? { kind: 'empty' } : { kind: 'text', text }, close });
