import type { Dialect } from '../dialects.ts';
import { sameMac } from '../security/mac.ts';
import type { Account } from '../state/accounts.ts';
import { isXmlText } from '../xml/text.ts';

export interface AccountPolicies {
  /** Makes equal what is the same name. */
  fold(userName: string, dialect: Dialect): string;
  /** What is wrong with a new user name, as a sentence, or null. */
  nameProblem(userName: string, dialect: Dialect): string | null;
  eMailProblem(eMail: string): string | null;
  phoneNrProblem(phoneNr: string): string | null;
  /** Whether a new account from an endpoint may be used at once. */
  enabledAtOnce(endpoint: string): boolean;
  /** What Create does for a name that is taken. */
  again(known: Account, password: string, dialect: Dialect): 'log-in' | 'refuse' | 'replace';
  mayLogIn(account: Account): boolean;
  /** Free names for one that is taken. */
  alternatives(userName: string, isTaken: (name: string) => boolean): readonly string[];
  /** An account takes one unit of its key's quota. */
  readonly charged: boolean;
  /** How many accounts of its limit a key still has. */
  isExhausted(left: number): boolean;
}

const IN_ASCII = /^[\x21-\x7e]*$/;

// What XMPP forbids in the local part of an address.
const FORBIDDEN = /[\s"&'/:<>@\p{C}]/u;

export const accountPolicies: AccountPolicies = {
  fold: (userName, dialect) => {
    const written = userName.normalize(dialect['user-name-width'] === 'taken' ? 'NFKC' : 'NFC');
    return dialect['user-name-case'] === 'taken' ? written.toLowerCase() : written;
  },
  nameProblem: (userName, dialect) => {
    if (dialect['user-name-script'] === 'refused' && !IN_ASCII.test(userName)) return 'Invalid user name.';
    if (userName.includes('@')) return 'The user name must not contain @.';
    if (FORBIDDEN.test(userName) || Buffer.byteLength(userName) > 1023) return 'Invalid user name.';
    return null;
  },
  eMailProblem: eMail =>
    /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(eMail) && isXmlText(eMail) && eMail.length <= 254
      ? null
      : 'Invalid e-mail address.',
  phoneNrProblem: phoneNr => (/^\+[1-9]\d+$/.test(phoneNr) ? null : 'Invalid phone number.'),
  enabledAtOnce: () => false,
  // Creating an enabled account again with its own password is a log-in where the host permits passwords in clear.
  again: ({ enabled, password }, given, dialect) =>
    dialect['existing-account'] === 'login' && enabled && sameMac(password, given) ? 'log-in' : 'refuse',
  mayLogIn: ({ enabled }) => enabled,
  alternatives: (userName, isTaken) => {
    const names: string[] = [];
    for (let number = 10; names.length < 3 && number < 100_000; number++) {
      if (!isTaken(`${userName}${number}`)) names.push(`${userName}${number}`);
    }
    return names;
  },
  charged: true,
  isExhausted: left => left <= 0,
};
