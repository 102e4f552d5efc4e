import type { Mailbox } from '../../peers/mailbox/mailbox.ts';
import type { RunSettings } from './settings.ts';

type MailboxSettings = Pick<
  RunSettings,
  'mailbox' | 'mailboxDomain' | 'mailboxPlusAddress' | 'mailboxProbe' | 'mailboxPassword' | 'ca'
>;

/** Opens the configured mailbox; null where none is. Throws OperatorError when it cannot be opened. */
export async function openConfiguredMailbox(
  { mailbox, mailboxDomain, mailboxPlusAddress, mailboxProbe, mailboxPassword, ca }: MailboxSettings,
  runId: string,
  signal: AbortSignal,
): Promise<Mailbox | null> {
  if (mailbox === null) return null;
  const { openMailbox } = await import('../../peers/mailbox/index.ts');
  return openMailbox(
    mailbox,
    {
      runId,
      ...(mailboxDomain === null ? {} : { domain: mailboxDomain }),
      ...(mailboxPlusAddress === null ? {} : { plusAddress: mailboxPlusAddress }),
      ...(mailboxProbe === null ? {} : { probe: mailboxProbe }),
      ...(mailboxPassword === null ? {} : { password: mailboxPassword }),
      ...(ca === null ? {} : { ca }),
    },
    signal,
  );
}
