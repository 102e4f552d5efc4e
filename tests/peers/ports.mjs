import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A loopback port that nothing listens on at this moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise(closed => server.close(closed));
  return port;
}

/** Whether something on loopback takes a connection. */
export const accepts = port =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).once('error', () => resolve(false));
  });
