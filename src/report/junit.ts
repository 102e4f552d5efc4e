import type { Finding } from '../model/finding.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RunRecord, StepRecord, SuiteRecord } from '../model/run-record.ts';
import { type CheckCase, stepCases } from './cases.ts';
import type { Reporter } from './reporter.ts';
import { clipped } from './visible.ts';
import { LABELS } from './words.ts';
import { attribute, content } from './xml.ts';

/** What each outcome is in JUnit's words; undefined is a plain pass. */
const ELEMENTS: Readonly<Record<Outcome, 'failure' | 'error' | 'skipped' | undefined>> = {
  'suite-error': 'error',
  fail: 'failure',
  'could-not-test': 'error',
  warn: undefined,
  flaky: undefined,
  waived: 'skipped',
  pass: undefined,
  'not-applicable': 'skipped',
  disabled: 'skipped',
};

const seconds = (ms: number): string => (Math.max(0, ms) / 1000).toFixed(3);

const property = (name: string, value: string): string =>
  `<property name="${attribute(name)}" value="${attribute(value)}"/>`;

const shown = (value: Finding['expected']): string => clipped(JSON.stringify(value), 2000);

function description(finding: Finding): string {
  return [
    finding.message,
    finding.requirement === null ? '' : `requirement: ${finding.requirement}`,
    finding.blame === null ? '' : `blame: ${finding.blame}`,
    finding.pointer === null ? '' : `at: ${finding.pointer}`,
    finding.expected === null ? '' : `expected: ${shown(finding.expected)}`,
    finding.actual === null ? '' : `received: ${shown(finding.actual)}`,
    finding.exchange === null ? '' : `exchange: ${finding.exchange}`,
    `finding: ${finding.id} (${finding.fingerprint})`,
  ]
    .filter(line => line !== '')
    .join('\n');
}

function testcase({ suite, step, check, outcome, findings }: CheckCase): string {
  const element = ELEMENTS[outcome];
  const said = findings.map(description).join('\n\n');
  const first = findings.find(finding => finding.outcome === outcome);
  const result =
    element === undefined
      ? ''
      : `<${element} type="${LABELS[outcome]}" message="${attribute(first?.message ?? LABELS[outcome])}">${content(said)}</${element}>`;
  const out = findings.length > 0 && element === undefined ? `<system-out>${content(said)}</system-out>` : '';
  const open = `<testcase name="${attribute(check)}" classname="${attribute(`${suite.id}.${step.id}`)}" time="${seconds(step.endedAt - step.startedAt)}"`;
  return result + out === '' ? `${open}/>` : `${open}>${result}${out}</testcase>`;
}

/** Attributes that count cases, as JUnit wants them on every suite. */
function totals(own: readonly CheckCase[], ms: number): string {
  const of = (element: string): number => own.filter(one => ELEMENTS[one.outcome] === element).length;
  return `tests="${own.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}" time="${seconds(ms)}"`;
}

/** A step is a suite of its own, because only suites may carry properties in the published schema. */
function stepSuite(suite: SuiteRecord, step: StepRecord, own: readonly CheckCase[]): string {
  const properties = [
    property('outcome', step.outcome),
    ...(step.endpoint === null ? [] : [property('endpoint', step.endpoint)]),
    ...(step.blame === null ? [] : [property('blame', step.blame)]),
    ...step.proves.map(id => property('requirement', id)),
    ...step.findings.flatMap(finding => [
      ...(finding.requirement === null ? [] : [property(`requirement:${finding.check}`, finding.requirement)]),
      ...(finding.blame === null ? [] : [property(`blame:${finding.check}`, finding.blame)]),
    ]),
  ];
  return [
    `<testsuite name="${attribute(`${suite.id}/${step.id}`)}" ${totals(own, step.endedAt - step.startedAt)}>`,
    `<properties>${properties.join('')}</properties>`,
    ...own.map(testcase),
    '</testsuite>',
  ].join('\n');
}

function suiteElement(
  suite: SuiteRecord,
  record: RunRecord,
  byStep: ReadonlyMap<StepRecord, readonly CheckCase[]>,
): string {
  const of = (step: StepRecord): readonly CheckCase[] => byStep.get(step) ?? [];
  const own = suite.steps.flatMap(of);
  const at = new Date(suite.startedAt).toISOString().slice(0, 19);
  return [
    `<testsuite name="${attribute(suite.id)}" ${totals(own, suite.endedAt - suite.startedAt)} timestamp="${at}" hostname="${attribute(record.run.target)}">`,
    `<properties>${property('title', suite.title)}${property('outcome', suite.outcome)}</properties>`,
    ...suite.steps.map(step => stepSuite(suite, step, of(step))),
    '</testsuite>',
  ].join('\n');
}

/** JUnit as the Jenkins schema describes it: a suite per suite and step, a case per check. */
export const junit: Reporter = {
  format: 'junit',
  file: 'junit.xml',
  render(record) {
    const byStep = new Map(
      record.suites.flatMap(suite => suite.steps.map(step => [step, stepCases(suite, step)] as const)),
    );
    const ms = Date.parse(record.run.endedAt) - Date.parse(record.run.startedAt);
    const all = totals([...byStep.values()].flat(), ms).replace(/ skipped="\d+"/, '');
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="${attribute(`${record.suite.name}: ${record.verdict.sentence}`)}" ${all}>`,
      ...record.suites.map(suite => suiteElement(suite, record, byStep)),
      '</testsuites>\n',
    ].join('\n');
  },
};
