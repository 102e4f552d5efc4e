import type { RunEvent } from '../../model/event.ts';
import type { Effects, StepRecord } from '../../model/run-record.ts';
import { count, duration } from '../words.ts';
import { padded, type Style } from './style.ts';

/** `2 accounts, 2 mails, 1 message, 24 requests, about 12 s`; what is nought is left out. */
export function effectsLine(effects: Effects): string {
  const { accounts, mails, messages, failedCredentials, requests, seconds } = effects;
  const parts: [number, string][] = [
    [accounts, 'account'],
    [mails, 'mail'],
    [messages, 'message'],
    [failedCredentials, 'failed credential'],
    [requests, 'request'],
  ];
  return [...parts.filter(([n]) => n > 0).map(([n, what]) => count(n, what)), `about ${duration(seconds * 1000)}`].join(
    ', ',
  );
}

export function stepLine(suite: string, step: StepRecord, style: Style): string {
  const what = step.title === step.id ? (step.endpoint ?? step.verb) : step.title;
  const said = step.findings.find(({ outcome }) => outcome === step.outcome);
  const reason = step.outcome === 'pass' || said === undefined ? '' : `  ${style.shown(said.message)}`;
  return `${style.sign(step.outcome)} ${padded(style.shown(`${suite}/${step.id}`), 34)} ${style.shown(what)} ${style.dim(duration(step.endedAt - step.startedAt))}${reason}`;
}

/** What a log that nobody watches shows of an event: a line for each step, and for each wait. */
export function plainLines(event: RunEvent, style: Style): string[] {
  switch (event.type) {
    case 'run-started':
      return [
        `Target ${style.bold(style.shown(event.target))} · profile ${event.profile} · seed ${event.seed} · ${count(event.suites.length, 'suite')}`,
        style.dim(`Planned: ${effectsLine(event.planned)}`),
      ];
    case 'suite-started':
      return ['', style.bold(style.shown(event.title))];
    case 'waiting':
      return [
        style.dim(
          `… ${event.suite}/${event.step} waits for ${style.shown(event.what)}, at most ${duration(event.deadline - event.at)}`,
        ),
      ];
    case 'step-ended':
      return [stepLine(event.suite, event.record, style)];
    case 'step-started':
    case 'suite-ended':
    case 'run-ended':
      return [];
  }
}
