// `npm run faults`: which seeded faults the suites find. Prints the kill table, writes docs/detection.{md,json}
// and docs/faults.md, and fails when a fault survives, a blame is wrong, the correct host is accused, or a check kills
// nothing. `--only TEXT` takes the faults whose id holds the text and writes nothing; `--no-proxy` leaves the proxy out;
// `--check` writes nothing and fails when the committed power is that of another build.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { powerAsJson } from '../dist/cli/faults/as-json.js';
import { powerAsMarkdown } from '../dist/cli/faults/as-markdown.js';
import { powerAsText } from '../dist/cli/faults/as-text.js';
import { computePower } from '../dist/cli/faults/compute.js';
import { faultsPage } from '../dist/cli/faults/faults-page.js';
import { complaintsOf } from '../dist/cli/faults/rules.js';
import { listFaults } from '../dist/reference-neuron/index.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    'no-proxy': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    side: { type: 'string', default: '24' },
    samples: { type: 'string', default: '20' },
    verbose: { type: 'boolean', default: false },
  },
});

const started = performance.now();
const tell = text => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`);
const power = await computePower({
  script: new URL('./faults-worker.mjs', import.meta.url),
  workers: Number(options.workers),
  side: Number(options.side),
  only: options.only,
  withProxy: !options['no-proxy'],
  samples: options.only === '' ? Number(options.samples) : 0,
  onTrial: (trial, done) => {
    tell(`${done} runs`);
    if (options.verbose) process.stderr.write(`${(trial.milliseconds / 1000).toFixed(1)} s  ${trial.name}\n`);
  },
});
tell('');

process.stdout.write(powerAsText(power));
console.log(`${Math.round((performance.now() - started) / 1000)} s.`);
const { table, silenced } = power;
for (const complaint of complaintsOf(table)) complain(complaint);
for (const { check } of silenced.filter(({ red }) => !red)) complain(`Nobody notices when ${check} says nothing.`);

const json = powerAsJson(power);
const isWhole = options.only === '' && !options['no-proxy'];
if (options.check) {
  const [computed, committed] = [JSON.parse(json), JSON.parse(read('docs/detection.json') ?? '{}')];
  const stale = ['digest', 'found', 'seeded'].filter(name => computed[name] !== committed[name]);
  if (stale.length > 0)
    complain(`docs/detection.json has another ${stale.join(', ')} than this build. Run: npm run faults`);
} else if (isWhole) {
  write('docs/detection.json', json);
  write('docs/detection.md', powerAsMarkdown(power));
  write('docs/faults.md', faultsPage(listFaults()));
}

function complain(sentence) {
  console.log(`✗ ${sentence}`);
  process.exitCode = 1;
}

function read(name) {
  const file = new URL(`../${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function write(name, text) {
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
}
