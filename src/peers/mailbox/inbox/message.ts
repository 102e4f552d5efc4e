import type { JsonObject } from '../../../model/json.ts';
import type { Captured } from '../capture.ts';

/** A captured mail as MailHog's API shows it. Headers and body are those of the message, undecoded. */
export function messageOf(mail: Captured): JsonObject {
  const data = Buffer.from(mail.raw).toString('utf8');
  return {
    ID: mail.id,
    From: pathOf(mail.from ?? ''),
    To: mail.to.map(pathOf),
    Content: { ...contentOf(data), Size: mail.raw.length, MIME: null },
    Created: new Date(mail.arrivedAt).toISOString(),
    MIME: null,
    Raw: { From: mail.from ?? '', To: mail.to, Data: data, Helo: mail.helo },
  };
}

function pathOf(address: string): JsonObject {
  const at = address.lastIndexOf('@');
  return {
    Relays: null,
    Mailbox: at === -1 ? address : address.slice(0, at),
    Domain: at === -1 ? '' : address.slice(at + 1),
    Params: '',
  };
}

function contentOf(data: string): { readonly Headers: JsonObject; readonly Body: string } {
  const end = /\r?\n\r?\n/.exec(data);
  const head = end === null ? data : data.slice(0, end.index);
  const headers = new Map<string, string[]>();
  for (const line of head.split(/\r?\n(?![ \t])/)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon);
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return {
    Headers: Object.fromEntries(headers),
    Body: end === null ? '' : data.slice(end.index + end[0].length),
  };
}
