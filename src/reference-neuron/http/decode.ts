import { JsonSyntaxError } from '../json/reader.ts';
import type { RequestPolicies } from '../policies/requests.ts';
import type { XmlElement } from '../xml/element.ts';
import { readXml, XmlSyntaxError } from '../xml/reader.ts';
import { type MediaType, readMediaType } from './media-type.ts';
import { readMultipart } from './multipart.ts';

/** A request's content as its Content-Type has it read. */
export type Posted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'xml'; readonly root: XmlElement }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

/** The content is not what its Content-Type says. */
export class MalformedContent extends Error {
  override readonly name = 'MalformedContent';
}

/** The Content-Type names a charset that the host does not know. */
export class UnknownCharset extends Error {
  override readonly name = 'UnknownCharset';
}

const JSON_TYPE = /^(?:application\/(?:json|json-rpc|jsonrequest|[\w.-]+\+json)|text\/x-json)$/;
const XML_TYPE = /^(?:text\/xml|application\/(?:xml|[\w.-]+\+xml))$/;

/** Reads a body by the Content-Type header of its request. */
export function decode(bytes: Buffer, header: string | undefined, policies: RequestPolicies): Posted {
  const contentType = policies.contentType(header);
  if (bytes.length === 0) return { kind: 'nothing' };
  if (contentType === undefined) return { kind: 'bytes', bytes };
  const media = readMediaType(contentType);
  const text = (part: Buffer) => decoded(part, media);
  if (JSON_TYPE.test(media.type))
    return { kind: 'json', value: wellFormed(() => policies.received(policies.readJson(text(bytes)))) };
  if (XML_TYPE.test(media.type)) return { kind: 'xml', root: wellFormed(() => readXml(text(bytes))) };
  if (media.type === 'text/plain') return { kind: 'text', text: text(bytes) };
  if (media.type === 'application/x-www-form-urlencoded') return { kind: 'form', fields: readForm(text(bytes)) };
  if (media.type === 'multipart/form-data') return { kind: 'form', fields: parts(bytes, media, text) };
  return { kind: 'bytes', bytes };
}

function decoded(bytes: Buffer, media: MediaType): string {
  const charset = media.parameters.get('charset') ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    throw new UnknownCharset(`'${charset}' is not a supported encoding name.`);
  }
}

function wellFormed<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof JsonSyntaxError || error instanceof XmlSyntaxError) throw new MalformedContent(error.message);
    throw error;
  }
}

function readForm(text: string): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) fields[name] = value;
  return fields;
}

function parts(bytes: Buffer, media: MediaType, text: (part: Buffer) => string): Record<string, string> {
  const fields = readMultipart(bytes, media.parameters.get('boundary') ?? '', text);
  if (fields === undefined) throw new MalformedContent('Invalid multipart content.');
  return fields;
}
