import type { Asked, Wire } from '../http/wire.ts';
import { edit, renaming, replacing } from '../members.ts';
import type { Value } from '../value.ts';
import type { Fault } from './fault.ts';

/** `Account/VerifyEMail` as it stands in fault ids: `verify-email`. */
export const slug = (endpoint: string): string =>
  (endpoint.split('/')[1] ?? endpoint).replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** A success without one of its members. */
export const missing = (endpoint: string, path: string, breaks: readonly string[] = []): Fault => ({
  id: `${slug(endpoint)}-without-${path.toLowerCase().replaceAll('.', '-')}`,
  endpoint,
  breaks: ['ANSWER-SCHEMA', ...breaks],
  text: `The answer lacks ${path}.`,
  answer: value => edit(value, path, (members, name) => ({ ...members, [name]: undefined })),
});

/** A success in which a member has another name. */
export const renamed = (endpoint: string, path: string, to: string, breaks: readonly string[] = []): Fault => ({
  id: `${slug(endpoint)}-${path.toLowerCase().replaceAll('.', '-')}-called-${to.toLowerCase()}`,
  endpoint,
  breaks: ['ANSWER-SCHEMA', ...breaks],
  text: `The answer calls ${path} ${to}.`,
  answer: renaming(path, to),
});

/** A success in which a member has another value. */
export const replaced = (
  endpoint: string,
  path: string,
  what: string,
  to: (value: Value) => Value,
  breaks: readonly string[] = ['ANSWER-SCHEMA'],
): Fault => ({
  id: `${slug(endpoint)}-${path.toLowerCase().replaceAll('.', '-')}-${what.replaceAll(' ', '-').toLowerCase()}`,
  endpoint,
  breaks,
  text: `The answer has ${path} as ${what}.`,
  answer: replacing(path, to),
});

/** Milliseconds since the epoch of a point in time; 0 for anything else. */
export const millis = (value: Value): number => (value instanceof Date ? value.getTime() : 0);

/** The point in time some seconds away. */
export const shifted =
  (seconds: number) =>
  (value: Value): Value =>
    value instanceof Date ? new Date(value.getTime() + seconds * 1000) : value;

type WireChange = (wire: Wire, asked: Asked) => Wire;

/** Changes only answers of a status. */
export const onStatus =
  (status: number, change: WireChange): WireChange =>
  (wire, asked) =>
    wire.status === status ? change(wire, asked) : wire;

/** Changes only successes of the endpoint's own method. */
export const onSuccess =
  (change: WireChange): WireChange =>
  (wire, asked) =>
    wire.status === 200 || wire.status === 303 ? change(wire, asked) : wire;

/** Changes only refusals. */
export const onRefusal =
  (change: WireChange): WireChange =>
  (wire, asked) =>
    wire.status >= 400 ? change(wire, asked) : wire;

export function withHeader(wire: Wire, name: string, value: string): Wire {
  return { ...wire, headers: [...withoutHeader(wire, name).headers, [name, value]] };
}

export function withoutHeader(wire: Wire, name: string): Wire {
  return { ...wire, headers: wire.headers.filter(([known]) => known.toLowerCase() !== name.toLowerCase()) };
}

export const withBody = (wire: Wire, text: string): Wire => ({ ...wire, body: Buffer.from(text, 'utf8') });

export const bodyText = (wire: Wire): string => wire.body.toString('utf8');

export const replyOf = (wire: Wire, status: number, type: string, text: string): Wire =>
  withBody(withHeader({ ...wire, status }, 'Content-Type', type), text);
