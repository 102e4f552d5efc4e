// The bare loop that the suite is compared with: undici and ajv, nothing recorded, nothing judged but the schema.
// node bare-loop.mjs <origin> <count> [<token>]
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Pool } from 'undici';

const [origin, count, token] = process.argv.slice(2);
const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
if (token !== undefined) headers.Authorization = `Bearer ${token}`;
const read = name => JSON.parse(readFileSync(new URL(`../../schemas/agent-api/${name}`, import.meta.url), 'utf8'));
const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
ajv.addSchema(read('common.json'));
const validate = ajv.compile(read('Xmpp.PopMessages.answer.json'));
const pool = new Pool(origin, { connections: 1 });
for (let n = 0; n < Number(count); n++) {
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: '/Agent/Xmpp/PopMessages',
    headers,
    body: JSON.stringify({ maxCount: 10 }),
  });
  if (!validate(await body.json()) || statusCode !== 200) throw new Error(JSON.stringify(validate.errors));
}
await pool.close();
