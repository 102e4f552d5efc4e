import { connect } from 'node:net';

/** Writes bytes to a port and returns all that comes back until the connection ends, or for a while. */
export function raw(port: number, text: string, wait = 2_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const chunks: Buffer[] = [];
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    const timer = setTimeout(end, wait);
    socket.on('data', chunk => chunks.push(chunk));
    socket.on('end', end);
    socket.on('error', error => (chunks.length > 0 ? end() : reject(error)));
  });
}

/** One request over a connection of its own. */
export const rawRequest = (port: number, lines: readonly string[], body = '') =>
  raw(port, `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);

export const portOf = (url: string) => Number(new URL(url).port);
