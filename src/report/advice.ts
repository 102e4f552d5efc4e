import type { Blame } from '../model/blame.ts';
import type { Finding } from '../model/finding.ts';
import type { RequirementRecord, StepRecord } from '../model/run-record.ts';

/** What deviations of a kind do to people who use the host; the first prefix of the check's id that fits. */
const HARMS: readonly (readonly [prefix: string, harm: string])[] = [
  ['no-secret-echo', 'A secret that the host repeats ends up in logs, proxies and screenshots of whoever called it.'],
  ['error-discloses', 'The error shows the inside of the host to anybody who provokes it.'],
  ['mail-secrets', 'Whoever can read the mail, now or later, can act as the user.'],
  ['mail-headers', 'Mail servers on the way log header lines, and with them the code.'],
  ['mail-language', 'Users get a mail in a language that they did not ask for.'],
  ['mail', 'Users cannot finish their registration, or cannot rely on the mail that they get.'],
  ['no-mail', 'People get mails that they did not ask for.'],
  ['message-once', 'Users lose messages or read them twice.'],
  ['message', 'What a user wrote is not what the other one reads.'],
  ['no-messages', 'Users read the same message again.'],
  ['refused', 'The host does what it must not: who relies on the refusal is not protected.'],
  ['indistinguishable', 'A stranger can find out which accounts exist.'],
  ['challenge', 'Standard clients do not know how to log in after the refusal.'],
  ['error', 'Clients cannot tell users what went wrong.'],
  ['token-expiry', 'Users are logged out too early, or stay logged in longer than they were told.'],
  ['token-life', 'Users are logged out too early, or stay logged in longer than they asked for.'],
  ['token-replaced', 'A token that was meant to be gone can still be used.'],
  ['token', 'Clients cannot read or trust the token that their users are logged in with.'],
  ['answer-schema', 'Clients that read this member stop, or go on with a wrong value.'],
  ['answer-media-type', 'Clients that look at the content type refuse the answer or read it wrongly.'],
  ['answer-status', 'Users cannot do this on the host.'],
  ['answer-clock', 'Clients misjudge how old things are and when tokens end.'],
  ['answer-time', 'Users wait, and some clients give up.'],
  ['expected', 'What the host says is not what it did; clients act on the wrong state.'],
];

const LEVELS: Readonly<Record<RequirementRecord['level'], string>> = {
  must: 'Clients may rely on this promise, and those that do break.',
  should: 'Most clients get by, some do not.',
  may: 'Clients are expected to get by.',
};

const ACTS: Readonly<Record<Blame, string>> = {
  host: 'Correct the host, then send the same chain again:',
  contract: 'Decide which side is right and correct the contract or the host, then try again:',
  configuration: 'Correct the setting that the message names, then try again:',
  mailbox: 'See that mail reaches the mailbox and that the run can read it, then try again:',
  network: 'See that the host can be reached from here without interruption, then try again:',
  suite: 'Report this to the makers of the suite with this file; nothing is said about the host. To see it again:',
};

/** What a finding means for people who use the host; null where it says nothing about the host. */
export function meaning({ check, outcome, blame }: Finding, requirement: RequirementRecord | undefined): string | null {
  if (outcome === 'could-not-test') return 'Not known: whether the host keeps this promise was not seen.';
  if (outcome === 'flaky') return 'It worked at the second attempt; users may meet the first.';
  if (blame !== 'host') return null;
  const harm = HARMS.find(([prefix]) => check.startsWith(prefix))?.[1];
  return harm ?? (requirement === undefined ? null : LEVELS[requirement.level]);
}

/** What to do next, as a sentence that a command follows. */
export const nextAct = ({ blame, waiver }: Finding): string =>
  waiver === undefined
    ? ACTS[blame ?? 'host']
    : `Known and accepted until ${waiver.expires} (${waiver.owner}: ${waiver.reason}). To see whether it is gone:`;

/** The command that sends the chain of a finding again. */
export const replayCommand = (finding: Finding, step: StepRecord): string =>
  step.exchanges.length === 0 && finding.exchange === null
    ? 'neuron-conformance run'
    : `neuron-conformance replay report.json --finding '${finding.id.replaceAll("'", "'\\''")}'`;
