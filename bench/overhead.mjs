// What the suite costs beside a bare undici and ajv loop against the same server: start-up, 100 and 1,000 requests, and
// memory. Both are whole processes and take turns; nothing here fails.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peakOf, timed, withFolder, withServer } from './lib/process.mjs';
import { suiteOf } from './lib/suite.mjs';
import { machine, median, table } from './lib/table.mjs';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('./lib/bare-loop.mjs', import.meta.url));
const START_ROUNDS = 9;
const ROUNDS = 7;
const PEAK_ROUNDS = 3;

/** Two secrets, so that redaction and the search for secrets have something to look for. */
const KEY = {
  NEURON_API_KEY: '7c1f0d2ab94e4f6c8d35e0a1b2c3d4e5',
  NEURON_API_SECRET: 'zq3VwX5nT8kLbR2sYd7fGh9jPm4cQe6u',
};

/** `count` POST steps with every check, full evidence and report.json: as a run of ours, and as the bare loop. */
function sides(count, { origin, token }, folder) {
  const suite = join(folder, `bench-${count}.yaml`);
  writeFileSync(suite, suiteOf(count, token));
  return {
    ours: {
      args: [MAIN, 'run', '--target', origin, '--suite', suite, '--format', 'json', '--out', join(folder, 'report')],
      env: { ...KEY, XDG_STATE_HOME: join(folder, 'state') },
    },
    bare: { args: [BARE, origin, String(count), ...(token === undefined ? [] : [token])], env: {} },
  };
}

/** Lets both sides take turns; what `measure` made of each, by side. */
async function race(rounds, both, measure) {
  const taken = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    for (const side of ['bare', 'ours']) taken[side].push(await measure(both[side]));
  }
  return taken;
}

const ms = value => `${value.toFixed(0)} ms`;
const micro = value => `${(value * 1000).toFixed(0)} µs`;
const least = values => Math.min(...values);
const ratio = (a, b) => `${(a / b).toFixed(2)}×`;
const wholeProcess = async ({ args, env }) => (await timed(args, { env })).milliseconds;

async function startUp({ nextRequest, ...server }, folder) {
  const node = [];
  const version = [];
  for (let round = 0; round < START_ROUNDS; round++) {
    node.push((await timed(['-e', '0'])).milliseconds);
    version.push((await timed([MAIN, '--version'])).milliseconds);
  }
  const first = await race(START_ROUNDS, sides(1, server, folder), async ({ args, env }) => {
    const coming = nextRequest();
    const { started } = await timed(args, { env });
    return (await coming) - started;
  });
  const row = (what, values) => [what, ms(median(values)), ms(least(values))];
  return table([
    ['start-up', 'median', 'least'],
    row('node itself', node),
    row('neuron-conformance --version', version),
    row('first request on the wire, bare loop', first.bare),
    row('first request on the wire, the suite', first.ours),
  ]);
}

async function requests(name, server, folder) {
  const hundred = sides(100, server, folder);
  const thousand = sides(1000, server, folder);
  const small = { ours: [], bare: [] };
  const large = { ours: [], bare: [] };
  // Sizes take turns too, so that a busy minute of the machine meets all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of ['bare', 'ours']) {
      small[side].push(await wholeProcess(hundred[side]));
      large[side].push(await wholeProcess(thousand[side]));
    }
  }
  const row = (what, of, say, wanted) => {
    const [bare, ours] = [of('bare', median), of('ours', median)];
    return [what, say(bare), say(ours), ratio(ours, bare), ratio(of('ours', least), of('bare', least)), wanted];
  };
  const further = (side, pick) => (pick(large[side]) - pick(small[side])) / 900;
  return table([
    [name, 'bare loop', 'the suite', 'ratio', 'of the least', 'wanted'],
    row('100 requests, whole process', (side, pick) => pick(small[side]), ms, '1.30×'),
    row('1,000 requests, whole process', (side, pick) => pick(large[side]), ms, ''),
    row('… for each request', (side, pick) => pick(large[side]) / 1000, micro, '1.25×'),
    row('… for each request after the first 100', further, micro, ''),
  ]);
}

async function memory(server, folder) {
  const peak = await race(PEAK_ROUNDS, sides(1000, server, folder), ({ args, env }) => peakOf(args, { env }));
  const [bare, ours] = [median(peak.bare), median(peak.ours)];
  return table([
    ['peak of memory', 'bare loop', 'the suite', 'ratio', 'wanted'],
    ['1,000 requests', `${bare.toFixed(0)} MiB`, `${ours.toFixed(0)} MiB`, ratio(ours, bare), '1.50×'],
  ]);
}

await withFolder(async folder => {
  console.log(`The suite beside a bare undici and ajv loop, on ${machine()}; whole processes, in turns\n`);
  await withServer(async server => {
    console.log(`${await startUp(server, folder)}\n`);
    console.log(`${await requests('a server that does nothing', server, folder)}\n`);
    console.log(`${await memory(server, folder)}\n`);
  });
  await withServer(async server => console.log(await requests('the reference Neuron', server, folder)), 'neuron.mjs');
});
