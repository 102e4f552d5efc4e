// `npm run faults`: which seeded faults the suites find. Prints the kill table's verdict, writes docs/detection.{md,json}
// and docs/faults.md, and fails when a fault survives, a blame is wrong, the correct host is accused, or a check kills
// nothing. `--only TEXT` takes the faults whose id holds the text and writes nothing; `--no-proxy` leaves the proxy out;
// `--check` writes nothing and fails when what is committed differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { powerAsJson } from '../dist/cli/faults/as-json.js';
import { powerAsMarkdown } from '../dist/cli/faults/as-markdown.js';
import { computePower } from '../dist/cli/faults/compute.js';
import { faultsPage } from '../dist/cli/faults/faults-page.js';
import { countFates } from '../dist/cli/faults/proxy/mutant-table.js';
import { complaintsOf } from '../dist/cli/faults/rules.js';
import { listFaults } from '../dist/reference-neuron/index.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    'no-proxy': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    workers: { type: 'string', default: '2' },
    side: { type: 'string', default: '10' },
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

const { table, mutants, apart, silenced } = power;
const complaints = complaintsOf(table);
const killed = table.faults.filter(({ killedBy }) => killedBy.length > 0);
const seconds = Math.round((performance.now() - started) / 1000);
for (const { id, killedBy, first } of options.only === '' ? [] : table.faults) {
  console.log(
    `${id}: ${killedBy.join(', ') || 'survives'}; first ${first?.finding.requirement ?? '–'} ${first?.finding.place ?? ''}`,
  );
}
console.log(`Faults: ${killed.length} of ${table.faults.length} found; ${apart.length} listed apart.`);
console.log(
  `First finding right: ${table.faults.filter(({ first }) => first?.right).length} of ${table.faults.length}.`,
);
console.log(
  `Correct host: ${table.correct.flatMap(({ findings }) => findings).length} findings in ${table.correct.length} configurations.`,
);
console.log(`Silenced checks noticed: ${silenced.filter(({ red }) => red).length} of ${silenced.length}.`);
if (mutants !== null) {
  const fates = countFates(mutants);
  console.log(
    `Proxy: ${fates.killed} of ${fates.killed + fates.survived} changes found; ${fates.excused} stay within the contract, ${fates.unmet} met no answer.`,
  );
}
console.log(`${seconds} s.`);
for (const complaint of complaints) console.log(`✗ ${complaint}`);
for (const { check } of silenced.filter(({ red }) => !red)) console.log(`✗ Nobody notices when ${check} says nothing.`);
if (complaints.length > 0 || silenced.some(({ red }) => !red)) process.exitCode = 1;

const files = [
  ['docs/detection.json', powerAsJson(power)],
  ['docs/detection.md', powerAsMarkdown(power)],
  ['docs/faults.md', faultsPage(listFaults())],
];
const isWhole = options.only === '' && !options['no-proxy'];
for (const [name, text] of isWhole ? files : []) {
  const file = new URL(`../${name}`, import.meta.url);
  if (!options.check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.log(`✗ ${name} is not what this build gives. Run: npm run faults`);
    process.exitCode = 1;
  }
}
