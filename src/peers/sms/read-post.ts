import type { IncomingMessage } from 'node:http';
import type { Json } from '../../model/json.ts';

/** Bytes of the longest request; a text message has a few hundred. */
const MAX_BODY = 64 * 1024;

/** What a request of a gateway's client says: its data, or the status and the sentence that refuse it. */
export type Post =
  | { readonly kind: 'data'; readonly value: Json; readonly bytes: number }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string };

/** Reads a bounded POST of JSON, or of a form in either encoding. */
export async function readPost(request: IncomingMessage): Promise<Post> {
  if (request.method !== 'POST') return refused(405, 'Text messages are taken by POST.');
  const body = await bodyOf(request);
  if (body === null) return refused(413, `A text message may have ${MAX_BODY} bytes.`);
  // The type is believed last: `curl -d` calls whatever it sends a form.
  const value = jsonOf(body) ?? (await formOf(body, request.headers['content-type'] ?? ''));
  return value === undefined
    ? refused(400, 'The body is neither JSON nor a form.')
    : { kind: 'data', value, bytes: body.length };
}

const refused = (status: number, why: string): Post => ({ kind: 'refused', status, why });

/** Null when it is too long; what follows is not read. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonOf(body: Buffer): Json | undefined {
  try {
    const value: Json = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    return undefined;
  }
}

/** The fields of a form; of one that is given several times, all values. */
async function formOf(body: Buffer, type: string): Promise<Json | undefined> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return Object.fromEntries(
      [...new Set(form.keys())].map(name => [name, form.getAll(name).filter(value => typeof value === 'string')]),
    );
  } catch {
    return undefined;
  }
}
