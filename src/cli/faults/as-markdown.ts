import { count } from '../../model/count.ts';
import type { ApartRow, Power } from './compute.ts';
import { table as rowsOf } from './markdown.ts';
import { countFates, type MutantRow } from './proxy/mutant-table.ts';
import type { Silenced } from './silence.ts';
import type { CheckRow, CorrectRow, DeviationRow, FaultRow, KillTable } from './table.ts';

/** `docs/detection.md`: the kill table for readers. */
export function powerAsMarkdown({ table, apart, mutants, silenced }: Power): string {
  const found = table.faults.filter(({ killedBy }) => killedBy.length > 0).length;
  return `${[
    '# What this build detects',
    `Written by \`npm run faults\`. **${found} of ${table.faults.length} seeded faults are found.** A fault is a
deviation that the reference Neuron was given on purpose ([faults.md](faults.md) describes each); it is found when a
run shows a finding that the correct host does not show, that blames the host, names a requirement that the fault
breaks, and weighs as much as that requirement.`,
    '## The correct host',
    correct(table.correct),
    '## Faults',
    faults(table.faults),
    ...survivors(table),
    '## Checks',
    checks(table.checks),
    silencedOf(silenced),
    '## Deviations that break no requirement',
    elsewhere(table.elsewhere),
    ...(apart.length === 0 ? [] : ['## Listed apart', apartRows(apart)]),
    ...(mutants === null ? [] : ['## The proxy', proxy(mutants)]),
  ].join('\n\n')}\n`;
}

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.map(code).join(', ');

const correct = (rows: readonly CorrectRow[]): string =>
  `The same suites were run against the correct host in its default reading and in each other reading of each dialect. A
host that answers with a 5xx what it has to refuse follows no published reading: it deserves its warnings.

${rowsOf(
  ['Host', 'False findings', 'Deserved warnings'],
  rows.map(({ name, findings, deserved }) => [code(name), String(findings.length), String(deserved)]),
)}`;

const faults = (rows: readonly FaultRow[]): string =>
  `*Blame* is right when every finding blames the host; *first* is right when the finding that a reader meets first names
a requirement that the fault breaks.

${rowsOf(
  ['Fault', 'Endpoint', 'Breaks', 'Killed by', 'Blame', 'First'],
  rows.map(({ id, endpoint, breaks, killedBy, misblamed, first }) => [
    code(id),
    endpoint === '*' ? 'all' : endpoint,
    breaks.join(', '),
    killedBy.length === 0 ? '**survives**' : killedBy.join(', '),
    misblamed.length === 0 ? 'right' : '**wrong**',
    first === null ? '–' : first.right ? 'right' : `wrong: ${first.finding.requirement ?? first.finding.check}`,
  ]),
)}`;

/** What is left to do, by endpoint; nothing when every fault is found. */
function survivors({ faults }: KillTable): readonly string[] {
  const alive = faults.filter(({ killedBy }) => killedBy.length === 0);
  if (alive.length === 0) return [];
  const rows = [...alive].sort((a, b) => a.endpoint.localeCompare(b.endpoint));
  return [
    '## Survivors',
    rowsOf(
      ['Endpoint', 'Fault', 'What it does', 'Suites', 'Found instead'],
      rows.map(({ endpoint, id, text, suites, first }) => [
        endpoint === '*' ? 'all' : endpoint,
        code(id),
        text,
        suites.length === 0 ? 'none calls it' : String(suites.length),
        first === null ? 'nothing' : `${first.finding.requirement ?? 'no requirement'} by ${first.finding.check}`,
      ]),
    ),
  ];
}

const SHOWN = 6;

const checks = (rows: readonly CheckRow[]): string =>
  `\`detection.json\` has the whole lists.

${rowsOf(
  ['Check', 'Kills', 'Which'],
  rows.map(({ check, kills }) => [
    code(check),
    String(kills.length),
    `${codes(kills.slice(0, SHOWN))}${kills.length > SHOWN ? `, and ${kills.length - SHOWN} more` : ''}`,
  ]),
)}`;

const silencedOf = (rows: readonly Silenced[]): string =>
  `${rows.filter(({ red }) => red).length} of ${rows.length} sampled checks were noticed when they were made to say nothing: ${codes(rows.map(({ check }) => check))}.`;

const elsewhere = (rows: readonly DeviationRow[]): string =>
  `Some checks judge the suite's own requests or what no source speaks of; no fault can kill those.

${rowsOf(
  ['Deviation', 'What', 'Shown by', 'Blames'],
  rows.map(({ id, text, check, whose, shown }) => [code(id), text, shown ? check : '**nothing**', whose]),
)}`;

const WHAT_IT_TAKES: Readonly<Record<string, string>> = {
  restart: 'the host is restarted during the run',
  quota: 'the quota of an API key is used up',
  'lock-out': 'the address of the caller is blocked',
  secret: 'nothing tells it from a wrong API key or secret',
};

const apartRows = (rows: readonly ApartRow[]): string =>
  `These cannot show in a run by itself and are not counted.

${rowsOf(
  ['Fault', 'Endpoint', 'Breaks', 'What it takes'],
  rows.map(({ id, endpoint, breaks, needs }) => [
    code(id),
    endpoint === '*' ? 'all' : endpoint,
    breaks.join(', '),
    WHAT_IT_TAKES[needs] ?? needs,
  ]),
)}`;

function proxy(rows: readonly MutantRow[]): string {
  const { killed, excused, survived, unmet } = countFates(rows);
  const judged = killed + survived;
  const left = rows.filter(({ fate }) => fate === 'survived' || fate === 'excused');
  return `A proxy of its own code stands before the correct host and changes its answers: each member of each answer is
dropped, renamed, retyped or nulled; statuses, types and bodies are changed; answers are replayed, swapped and delayed.
**${killed} of ${judged} changes are found** (${judged === 0 ? 0 : Math.round((1000 * killed) / judged) / 10} %); ${count(excused, 'more change')} stayed within the contract, and
${count(unmet, 'change')} met no answer to change.

${rowsOf(
  ['Survivor', 'Why'],
  left.map(({ id, fate, reason }) => [code(id), reason ?? (fate === 'survived' ? '**no check sees it**' : '')]),
)}`;
}
