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
const ROUNDS = { 100: 9, 1000: 7 };
const PEAK_ROUNDS = 3;

/** Two secrets, so that redaction and the search for secrets have something to look for. */
const KEY = {
  NEURON_API_KEY: '7c1f0d2ab94e4f6c8d35e0a1b2c3d4e5',
  NEURON_API_SECRET: 'zq3VwX5nT8kLbR2sYd7fGh9jPm4cQe6u',
};

/** A run of `count` POST steps with every check, full evidence and report.json. */
function runOf(count, origin, folder) {
  const suite = join(folder, `bench-${count}.yaml`);
  writeFileSync(suite, suiteOf(count));
  return {
    args: [MAIN, 'run', '--target', origin, '--suite', suite, '--format', 'json', '--out', join(folder, 'report')],
    env: { ...KEY, XDG_STATE_HOME: join(folder, 'state') },
  };
}

/** Lets both take turns; milliseconds of each round. */
async function race(rounds, ours, bare) {
  const taken = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    taken.bare.push(await bare());
    taken.ours.push(await ours());
  }
  return taken;
}

const ms = value => `${value.toFixed(0)} ms`;
const micro = value => `${(value * 1000).toFixed(0)} µs`;
const least = values => Math.min(...values);
const ratio = (a, b) => `${(a / b).toFixed(2)}×`;

await withFolder(folder =>
  withServer(async ({ origin, nextRequest }) => {
    console.log(`The suite beside a bare undici and ajv loop, on ${machine()}; whole processes, in turns\n`);

    const firstRequest = async (args, options) => {
      const coming = nextRequest();
      const { started } = await timed(args, options);
      return (await coming) - started;
    };
    const one = runOf(1, origin, folder);
    const node = [];
    const version = [];
    for (let round = 0; round < START_ROUNDS; round++) {
      node.push((await timed(['-e', '0'])).milliseconds);
      version.push((await timed([MAIN, '--version'])).milliseconds);
    }
    const first = await race(
      START_ROUNDS,
      () => firstRequest(one.args, one),
      () => firstRequest([BARE, origin, '1']),
    );
    console.log(
      table([
        ['start-up', 'median', 'least'],
        ['node itself', ms(median(node)), ms(least(node))],
        ['neuron-conformance --version', ms(median(version)), ms(least(version))],
        ['first request on the wire, bare loop', ms(median(first.bare)), ms(least(first.bare))],
        ['first request on the wire, the suite', ms(median(first.ours)), ms(least(first.ours))],
      ]),
    );

    // Sizes take turns too, so that a busy minute of the machine meets all of them.
    const runs = Object.keys(ROUNDS).map(count => ({ count, ...runOf(Number(count), origin, folder) }));
    const taken = Object.fromEntries(runs.map(({ count }) => [count, { ours: [], bare: [] }]));
    for (let round = 0; round < Math.max(...Object.values(ROUNDS)); round++) {
      for (const { count, args, env } of runs) {
        if (round >= ROUNDS[count]) continue;
        taken[count].bare.push((await timed([BARE, origin, count])).milliseconds);
        taken[count].ours.push((await timed(args, { env })).milliseconds);
      }
    }
    const row = (what, of, say, wanted) => {
      const [bare, ours] = [of('bare', median), of('ours', median)];
      return [what, say(bare), say(ours), ratio(ours, bare), ratio(of('ours', least), of('bare', least)), wanted];
    };
    const further = (who, pick) => (pick(taken[1000][who]) - pick(taken[100][who])) / 900;
    console.log(
      `\n${table([
        ['', 'bare loop', 'the suite', 'ratio', 'of the least', 'wanted'],
        row('100 requests, whole process', (who, pick) => pick(taken[100][who]), ms, '1.30×'),
        row('1,000 requests, whole process', (who, pick) => pick(taken[1000][who]), ms, ''),
        row('… for each request', (who, pick) => pick(taken[1000][who]) / 1000, micro, '1.25×'),
        row('… for each request after the first 100', further, micro, ''),
      ])}`,
    );

    const thousand = runOf(1000, origin, folder);
    const peak = await race(
      PEAK_ROUNDS,
      () => peakOf(thousand.args, thousand),
      () => peakOf([BARE, origin, '1000']),
    );
    const [bare, ours] = [median(peak.bare), median(peak.ours)];
    console.log(
      `\n${table([
        ['peak of memory', 'bare loop', 'the suite', 'ratio', 'wanted'],
        ['1,000 requests', `${bare.toFixed(0)} MiB`, `${ours.toFixed(0)} MiB`, ratio(ours, bare), '1.50×'],
      ])}`,
    );
  }),
);
