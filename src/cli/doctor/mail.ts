import type { Mailbox } from '../../peers/mailbox/index.ts';
import { type Examination, fine, problem, skipped, thrown, warning } from './examination.ts';

const NAME = 'Mailbox';

/** Has the mailbox send itself a mail and find it. */
export async function examineMailbox(open: () => Promise<Mailbox | null>, signal: AbortSignal): Promise<Examination> {
  let mailbox: Mailbox | null;
  try {
    mailbox = await open();
  } catch (error) {
    return thrown(NAME, error);
  }
  if (mailbox === null) return skipped(NAME, 'none is configured: suites that need mail are not applicable');
  const probe = await mailbox.probe(signal);
  switch (probe.kind) {
    case 'works':
      return fine(NAME, `${mailbox.url} finds a mail sent to itself after ${Math.round(probe.milliseconds)} ms`);
    case 'fails':
      return problem(NAME, probe.message, 'Look at the mailbox and at mailbox.probe, and run the doctor again.');
    case 'impossible':
      return warning(NAME, probe.message);
  }
}
