import type { Host } from '../host.ts';
import type { Account } from '../state/accounts.ts';
import type { Medium } from '../state/codes.ts';

/** Sends the code that proves an address or a number; one that waits already is sent again where the dialect says so. */
export function sendCode(host: Host, account: Account, medium: Medium, askedLanguage: string, cause: string): void {
  const { letters, verification } = host.policies;
  const waiting = host.dialect['resend-code'] === 'same' ? host.codes.pending(account.userName, medium) : undefined;
  const code = waiting ?? verification.newCode();
  const language = letters.language(askedLanguage);
  host.codes.set(account.userName, medium, code);
  if (medium === 'phoneNr') {
    const sms = letters.codeSms({ to: account.phoneNr, code, language, account, cause });
    for (const each of letters.dispatchSms(sms, cause)) host.postOffice.sms(each);
  } else
    host.postOffice.mail(
      letters.dispatch(letters.code({ to: account.eMail, code, domain: host.domain, language, account, cause })),
    );
}
