import type { RunRecord } from '../../model/run-record.ts';
import { countsLine } from '../counts.ts';
import { evidenceOf, exchangesById } from '../exchanges.ts';
import { type FindingGroup, findingGroups } from '../findings.ts';
import { panes } from '../panes.ts';
import { visible } from '../visible.ts';
import { ACTORS, count, duration, SYMBOLS } from '../words.ts';
import { paneLines } from './panes.ts';
import { type Style, wrapped } from './style.ts';

/** Most findings printed in full; the report has them all. */
const MOST = 20;

/** What a run ends with: the verdict, the findings with their evidence, the counts. */
export function endingLines(record: RunRecord, width: number, style: Style): string[] {
  const { verdict, run } = record;
  const groups = findingGroups(record);
  const sentence = wrapped(visible(verdict.sentence), width - 2);
  return [
    '',
    ...sentence.map((line, index) =>
      style.outcome(verdict.outcome, style.bold(index === 0 ? `${SYMBOLS[verdict.outcome]} ${line}` : `  ${line}`)),
    ),
    ...(verdict.next === null ? [] : wrapped(`Next: ${visible(verdict.next)}`, width - 2).map(line => `  ${line}`)),
    ...(run.ended === 'finished' ? [] : [style.dim(`  The run was ${run.ended}; what was not reached is not judged.`)]),
    ...groups.slice(0, MOST).flatMap((group, index) => ['', ...findingLines(group, index + 1, record, width, style)]),
    ...(groups.length > MOST ? ['', `${count(groups.length - MOST, 'more finding')} in report.html.`] : []),
    '',
    countsLine(record),
    style.dim(
      `${visible(run.target)} · profile ${run.profile} · seed ${run.seed} · ${duration(Date.parse(run.endedAt) - Date.parse(run.startedAt))}`,
    ),
  ];
}

function findingLines(group: FindingGroup, number: number, record: RunRecord, width: number, style: Style): string[] {
  const { finding, suite, step, elsewhere, dependants } = group;
  const requirement = record.requirements.find(({ id }) => id === finding.requirement);
  const exchange = evidenceOf(finding, step, exchangesById(record));
  const head = [
    `${number}. ${style.label(finding.outcome)}`,
    finding.blame === null ? '' : `for ${ACTORS[finding.blame]} to act on`,
    style.bold(`${suite.id}/${step.id}`),
    step.endpoint ?? '',
    style.dim(finding.check),
  ];
  const indent = (lines: readonly string[]): string[] => lines.map(line => `   ${line}`);
  return [
    head.filter(part => part !== '').join(' · '),
    ...indent(wrapped(visible(finding.message), width - 4)),
    ...(requirement === undefined
      ? []
      : indent(
          wrapped(
            `${requirement.id} (${requirement.level}): ${visible(requirement.text)} [${visible(requirement.source)}]`,
            width - 4,
          ).map(style.dim),
        )),
    ...indent(paneLines(panes(finding, exchange), width - 4, style)),
    ...(elsewhere.length === 0
      ? []
      : indent([
          `The same in ${elsewhere
            .map(place => `${place.suite.id}/${place.step.id}`)
            .slice(0, 5)
            .join(', ')}${elsewhere.length > 5 ? ` and ${elsewhere.length - 5} more` : ''}.`,
        ])),
    ...(dependants.length === 0
      ? []
      : indent([`${count(dependants.length, 'check')} could not be made because of this.`])),
  ];
}
