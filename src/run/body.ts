import type { Spec } from '../contract/spec.ts';
import { writeXmlWhole } from '../contract/xml/write-xml.ts';
import { isObject, type Json } from '../model/json.ts';
import type { Encoding } from '../suite/index.ts';

export interface EncodedBody {
  readonly type: string | null;
  readonly bytes: Uint8Array | string | null;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

const fields = (value: Json | undefined): readonly (readonly [string, string])[] =>
  isObject(value) ? Object.entries(value).map(([name, member]) => [name, text(member)] as const) : [];

/** Writes data as a body. `boundary` separates the parts of a multipart body; the spec says what XML looks like. */
export function encodeBody(
  value: Json | undefined,
  encoding: Encoding,
  spec: Spec,
  boundary: () => string,
): EncodedBody {
  switch (encoding) {
    case 'none':
      return { type: null, bytes: null };
    case 'json':
      return { type: 'application/json', bytes: JSON.stringify(value ?? {}) };
    case 'form':
      return {
        type: 'application/x-www-form-urlencoded',
        bytes: new URLSearchParams(fields(value).map(([name, member]): [string, string] => [name, member])).toString(),
      };
    case 'multipart':
      return multipart(value, boundary());
    case 'text':
      return { type: 'text/plain', bytes: JSON.stringify(value ?? {}) };
    case 'octets':
      return { type: 'application/octet-stream', bytes: JSON.stringify(value ?? {}) };
    case 'unknown-type':
      return { type: 'application/x-unheard-of', bytes: JSON.stringify(value ?? {}) };
    case 'untyped':
      return { type: null, bytes: JSON.stringify(value ?? {}) };
    case 'xml':
      return {
        type: 'text/xml',
        bytes:
          spec.xml.requestPattern === null ? text(value) : writeXmlWhole(spec.xml.requestPattern, spec.request, value),
      };
  }
}

const multipart = (value: Json | undefined, boundary: string): EncodedBody => ({
  type: `multipart/form-data; boundary=${boundary}`,
  bytes: [
    ...fields(value).map(
      ([name, member]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${member}\r\n`,
    ),
    `--${boundary}--\r\n`,
  ].join(''),
});
