import type { Host } from './host.ts';
import type { Letter, Sms } from './mail/letter.ts';
import type { Message } from './state/messages.ts';

export interface AccountView {
  readonly userName: string;
  readonly eMail: string;
  readonly phoneNr: string;
  readonly enabled: boolean;
  readonly apiKey: string;
}

/** Read-only views of a host's state, for tests. */
export interface Inspection {
  accounts(): readonly AccountView[];
  queue(userName: string): readonly Message[];
  letters(): readonly Letter[];
  messages(): readonly Sms[];
  /** Failed log-ins in a row of an IP address. */
  failures(address: string): number;
}

export const inspect = (host: Host): Inspection => ({
  accounts: () =>
    host.accounts
      .all()
      .map(({ userName, eMail, phoneNr, enabled, apiKey }) => ({ userName, eMail, phoneNr, enabled, apiKey })),
  queue: userName => host.queues.waiting(userName),
  letters: () => [...host.postOffice.letters],
  messages: () => [...host.postOffice.messages],
  failures: address => host.auditor.failures(address),
});
