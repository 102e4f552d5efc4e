import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { NeuronClient, NeuronClientOptions, OutgoingRequest } from '../../../src/peers/neuron/index.ts';
import { connectNeuron } from '../../../src/peers/neuron/index.ts';

/** Starts a server on a free loopback port for the length of the test; gives the port. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

export const httpHost = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createServer(listener))}`;

export const httpsHost = async (key: string, cert: string, listener: RequestListener): Promise<string> =>
  `https://localhost:${await listen(createHttpsServer({ key, cert }, listener))}`;

/** A host below HTTP: gets each connection as it comes. */
export const rawHost = async (onConnection: (socket: Socket) => void): Promise<string> =>
  `http://127.0.0.1:${await listen(createTcpServer(onConnection))}`;

export function client(origin: string, options: Omit<NeuronClientOptions, 'origin'> = {}): NeuronClient {
  const made = connectNeuron({ origin, ...options });
  onTestFinished(() => made.close());
  return made;
}

export const post = (change: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  id: 'suite/step/1',
  endpoint: 'Account/Login',
  actor: 'alice',
  method: 'POST',
  path: '/Agent/Account/Login',
  headers: [
    ['Accept', 'application/json'],
    ['Content-Type', 'application/json'],
  ],
  body: '{"userName":"alice"}',
  ...change,
});

export const never = new AbortController().signal;
