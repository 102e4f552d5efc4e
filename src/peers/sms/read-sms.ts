import { isObject, type Json } from '../../model/json.ts';
import { e164 } from './phone-number.ts';

/** A text message as a host hands it to a gateway. Numbers are in E.164 form. */
export interface Sms {
  readonly to: readonly string[];
  readonly text: string;
}

/** What gateways call the recipient, the sender and the text, in small letters and without what is no letter. */
const RECIPIENT = new Set([
  'to',
  'recipient',
  'recipients',
  'phone',
  'phonenr',
  'phonenumber',
  'number',
  'msisdn',
  'mobile',
  'destination',
  'destinations',
  'dst',
]);
const SENDER = new Set(['from', 'sender', 'originator', 'source', 'src']);
const TEXT = new Set(['message', 'text', 'body', 'content', 'msg', 'sms']);

/** Deeper than any gateway nests; what lies below is not looked at. */
const DEPTH = 6;

/** The text messages of a request as data; a list, or a member `messages` with a list, holds several. */
export function readSms(posted: Json): readonly Sms[] {
  const list = isObject(posted) && Array.isArray(posted.messages) ? posted.messages : posted;
  return (Array.isArray(list) ? list : [list]).flatMap(item => {
    const leaves = [...leavesOf(item, '', DEPTH)];
    const to = leaves.flatMap(([name, value]) => (RECIPIENT.has(name) ? numbersOf(value) : []));
    const text = leaves.find(([name]) => TEXT.has(name))?.[1];
    return to.length === 0 || text === undefined ? [] : [{ to: [...new Set(to)], text }];
  });
}

/** Several recipients may stand in one text, between commas or semicolons. */
const numbersOf = (written: string): readonly string[] => written.split(/[,;]/).flatMap(each => e164(each) ?? []);

/** Every scalar with the name of the innermost member that it stands in, but for what is said of the sender. */
function* leavesOf(value: Json, name: string, depth: number): Generator<readonly [name: string, value: string]> {
  if (SENDER.has(name)) return;
  if (typeof value === 'string' || typeof value === 'number') yield [name, String(value)];
  else if (depth === 0) return;
  else if (Array.isArray(value)) for (const item of value) yield* leavesOf(item, name, depth - 1);
  else if (isObject(value))
    for (const [key, member] of Object.entries(value))
      yield* leavesOf(member ?? null, key.toLowerCase().replace(/[^a-z]/g, ''), depth - 1);
}
