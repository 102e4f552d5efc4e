import type { TimeText } from '../json/writer.ts';
import { writeJson } from '../json/writer.ts';
import type { ValueObject } from '../value.ts';
import { writeXml } from '../xml/writer.ts';
import { errorPage } from './error-page.ts';
import { best, quality } from './negotiate.ts';
import type { Content, Reply } from './reply.ts';
import type { Wire } from './wire.ts';

const JSON_TYPES = ['application/json', 'application/json-rpc', 'application/jsonrequest', 'text/x-json'];
const XML_TYPES = ['text/xml', 'application/xml'];

/** How the host's dialect has JSON written. */
export interface Speech {
  readonly time: TimeText;
  readonly shape: (value: ValueObject) => ValueObject;
}

/** Writes a reply for the caller's Accept header. Errors are text, whatever Accept says, but for browsers a page. */
export function encode(reply: Reply, accept: string | undefined, speech: Speech): Wire {
  const body = written(reply.content, accept, speech);
  // Whether the answer is acceptable is only asked of successes, and only now that everything has happened.
  const acceptable = reply.status >= 300 || body !== undefined;
  const status = acceptable ? reply.status : 406;
  const shown = status >= 400 && wantsPage(accept) ? page(status, reply.content) : (body ?? NOTHING);
  const type = shown.type === null ? [] : [['Content-Type', shown.type] as const];
  return {
    status,
    headers: [...type, ...(acceptable ? reply.headers : [])],
    body: Buffer.from(shown.text, 'utf8'),
    ...(reply.close === true && { close: true }),
  };
}

interface Body {
  readonly type: string | null;
  readonly text: string;
}

const NOTHING: Body = { type: null, text: '' };

function written(content: Content, accept: string | undefined, speech: Speech): Body | undefined {
  if (content.kind === 'empty') return NOTHING;
  if (content.kind === 'text') return { type: 'text/plain; charset=utf-8', text: content.text };
  if (content.kind === 'html') return quality(accept, 'text/html') > 0 ? htmlBody(content.html) : undefined;
  const { value, xml } = content;
  const type = best(accept, xml === undefined ? jsonTypes(accept) : [...jsonTypes(accept), ...XML_TYPES]);
  if (type === undefined) return undefined;
  const asXml = xml !== undefined && XML_TYPES.includes(type);
  return {
    type: `${type}; charset=utf-8`,
    text: asXml ? writeXml(xml(value)) : writeJson(speech.shape(value), speech.time),
  };
}

/** The JSON types, with the `application/…+json` that the caller may have named. */
function jsonTypes(accept: string | undefined): readonly string[] {
  return [...JSON_TYPES, ...(accept?.match(/application\/[\w.-]+\+json/g) ?? [])];
}

const htmlBody = (html: string): Body => ({ type: 'text/html; charset=utf-8', text: html });

// The framework replaces errors by pages where HTML is acceptable, but takes a bare */* for a program.
const wantsPage = (accept: string | undefined): boolean =>
  accept !== undefined && accept.trim() !== '*/*' && quality(accept, 'text/html') > 0;

const page = (status: number, content: Content): Body =>
  htmlBody(errorPage(status, content.kind === 'text' ? content.text : ''));
