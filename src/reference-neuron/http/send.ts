import type { ServerResponse } from 'node:http';
import type { Wire } from './wire.ts';

/** Puts an answer on the wire. */
export function send(response: ServerResponse, wire: Wire, method: string): void {
  if (wire.delay !== undefined) {
    const { delay, ...rest } = wire;
    setTimeout(() => send(response, rest, method), delay).unref();
    return;
  }
  if (wire.reset === true) {
    response.socket?.resetAndDestroy();
    return;
  }
  for (const [name, value] of wire.headers) response.appendHeader(name, headerText(value));
  if (wire.close === true) response.setHeader('Connection', 'close');
  if (wire.status !== 204) response.setHeader('Content-Length', wire.length ?? wire.body.length);
  response.strictContentLength = false;
  response.writeHead(wire.status);
  if (method === 'HEAD' || wire.status === 204) response.end();
  else if (wire.cutAfter === undefined) response.end(wire.body);
  else response.write(wire.body.subarray(0, wire.cutAfter), () => response.destroy());
}

// Names may be Unicode; a header carries them as the bytes of their UTF-8.
const headerText = (value: string): string => Buffer.from(value, 'utf8').toString('latin1');
