// The reference Neuron in a process of its own, with one verified account. Over IPC it tells its address and the
// account's token.
import { createHmac, randomBytes } from 'node:crypto';
import { startReferenceNeuron } from '../../dist/index.js';

const neuron = await startReferenceNeuron();
const password = randomBytes(16).toString('hex');
const [userName, eMail] = ['ingrid.moe', 'ingrid.moe@bench.example'];

async function post(endpoint, body) {
  const response = await fetch(`${neuron.url}/Agent/${endpoint}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${endpoint}: ${response.status} ${await response.text()}`);
  return response.json();
}

const nonce = randomBytes(32).toString('base64');
const signed = [userName, neuron.host, eMail, password, neuron.apiKey, nonce].join(':');
const signature = createHmac('sha256', neuron.apiSecret).update(signed).digest('base64');
const account = { userName, eMail, password, apiKey: neuron.apiKey, nonce, signature, seconds: 3600 };
const { jwt } = await post('Account/Create', account);
const [letter] = neuron.inspect.letters();
await post('Account/VerifyEMail', { eMail, code: Number(/\d{6}/.exec(letter.text)[0]) });

process.send({ origin: neuron.url, token: jwt });
process.on('disconnect', () => process.exit());
