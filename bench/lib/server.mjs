// A small HTTP server in a process of its own: it describes itself as a Neuron does and answers every POST with the
// same two messages. It costs far less than what it measures. Over IPC it tells its address, and after each `arm` when
// the next request came.
import { createServer } from 'node:http';

const INFO = JSON.stringify({ domain: 'bench.example', name: 'Bench' });
const MESSAGES = JSON.stringify({
  Messages: ['The ferry leaves at seven.', 'Bring the tickets, please.'].map((value, index) => ({
    id: `ferry-${index}`,
    from: 'ingrid.moe@bench.example',
    to: 'bob.lind@bench.example',
    lang: 'en',
    type: 'chat',
    timestamp: 1772443020,
    Content: [{ __name: 'body', __ns: 'jabber:client', value }],
  })),
});

let armed = false;
const server = createServer((request, response) => {
  if (armed) process.send({ requestAt: performance.timeOrigin + performance.now() });
  armed = false;
  request.resume().on('end', () => {
    const body = request.method === 'POST' ? MESSAGES : INFO;
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ origin: `http://127.0.0.1:${server.address().port}` }));
process.on('message', () => {
  armed = true;
});
process.on('disconnect', () => process.exit());
