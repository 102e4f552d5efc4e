// The contract in figures: validating, loading the validators, compiling all specs. Prints tables, fails on nothing.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { machine } from './lib/table.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const readJson = name => JSON.parse(readFileSync(`${root}${name}`, 'utf8'));

/** Validators of one schema that do the same work: ours, what ajv makes of the published file, and zod. */
function contenders(endpoint, zodSchema) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(readJson('schemas/agent-api/common.json'));
  const [group] = endpoint.split('/');
  return {
    precompiled: require(`${root}dist/generated/validators/${group}.cjs`)[`${endpoint}.answer`],
    ajv: ajv.compile(readJson(`schemas/agent-api/${endpoint.replace('/', '.')}.answer.json`)),
    zod: value => zodSchema.safeParse(value).success,
  };
}

const dateTime = z.union([z.int(), z.iso.datetime({ offset: true })]);
const message = z.looseObject({
  id: z.string().nullish(),
  from: z.string(),
  to: z.string(),
  lang: z.string().nullish(),
  type: z.string(),
  timestamp: dateTime,
  Content: z.unknown().refine(value => value !== null && value !== undefined),
});
const one = {
  id: 'ferry-0702',
  from: 'ingrid.moe@neuron.example.com',
  to: 'bob.lind@neuron.example.com',
  lang: 'en',
  type: 'chat',
  timestamp: 1772443020,
  Content: [{ __name: 'body', __ns: 'jabber:client', value: 'The ferry leaves at seven.' }],
};
const ANSWERS = [
  {
    name: 'Account/Login',
    value: { jwt: 'a.b.c', expires: 1772446500 },
    zod: z.looseObject({ jwt: z.string(), expires: dateTime }),
  },
  {
    name: 'Xmpp/PopMessages',
    value: { Messages: [one, one, one] },
    zod: z.looseObject({ Messages: z.union([z.array(message), message]).nullish() }),
  },
];

/** Nanoseconds for one call, in the least disturbed round; the contenders take turns on the same machine. */
function nanoseconds(functions, value) {
  const ROUNDS = 60;
  const CALLS = 5_000;
  const taken = Object.fromEntries(Object.keys(functions).map(name => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, validate] of Object.entries(functions)) {
      const started = performance.now();
      for (let call = 0; call < CALLS; call++) if (!validate(value)) throw new Error(`${name} refuses the answer`);
      taken[name].push(((performance.now() - started) * 1e6) / CALLS);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, Math.min(...times)]));
}

/** Milliseconds that work takes in a process of its own, where nothing is warm: the least disturbed of nine. */
function fresh(code) {
  const script = `${code}; const started = performance.now(); await work(); console.log(performance.now() - started);`;
  const run = () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' }));
  return Math.min(...Array.from({ length: 9 }, run));
}

const files = readdirSync(`${root}dist/generated/validators`);
const loading = fresh(`
  import { createRequire } from 'node:module';
  const require = createRequire('${root}bench/');
  const work = () => { for (const file of ${JSON.stringify(files)}) require('${root}dist/generated/validators/' + file); }`);
const starting = fresh(`
  const { loadValidators } = await import('${root}dist/contract/validators.js');
  const work = () => loadValidators().request('Account/Login', {})`);
const compiling = fresh(`
  const { makeArtefacts } = await import('${root}dist/contract/generate/artefacts.js');
  const work = () => makeArtefacts('${root}specs')`);

const ms = value => `${value.toFixed(1)} ms`;
console.log(`Contract, on ${machine()}\n`);
console.log('Validating an answer      precompiled  ajv compiles  zod       precompiled is');
for (const { name, value, zod } of ANSWERS) {
  const { precompiled, ajv, zod: slow } = nanoseconds(contenders(name, zod), value);
  const times = [precompiled, ajv, slow].map(each => `${each.toFixed(0)} ns`);
  const ratios = `${(ajv / precompiled).toFixed(2)}× ajv, ${(slow / precompiled).toFixed(1)}× zod (wanted: 1×, 5×)`;
  console.log(`${name.padEnd(24)}  ${times[0].padEnd(11)}  ${times[1].padEnd(12)}  ${times[2].padEnd(8)}  ${ratios}`);
}
console.log(`\nLoading all validators            ${ms(loading)} (wanted: under 15 ms)`);
console.log(`Loading, and judging one request  ${ms(starting)}`);
console.log(`Compiling all specs from scratch  ${ms(compiling)} (wanted: under 1000 ms)`);
