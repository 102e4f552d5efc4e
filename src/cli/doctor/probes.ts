import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import type { Exchange } from '../../model/exchange.ts';
import {
  apiKeyFingerprint,
  derivePassword,
  type Ledger,
  loadInstallationKey,
  mayExist,
  openLedger,
  stateFiles,
} from '../../peers/ledger/index.ts';
import { type Caller, create, logIn, logInByPassword } from './caller.ts';
import type { SignatureProbe } from './signature.ts';

/** Shows the host signatures made with an account's password. */
export const accountProbe = (
  caller: Caller,
  account: { readonly userName: string; readonly password: string },
): SignatureProbe => ({
  with: `the account "${account.userName}"`,
  secret: 'NEURON_PASSWORD',
  attempt: overrides => logIn(caller, account, overrides),
  unsigned: () => logInByPassword(caller, account),
});

export interface KeyProbeOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Where the mail about a new account goes. */
  readonly eMail: string;
}

/**
 * Shows the host signatures made with the API key. The only call that takes them creates an account, so the name of one
 * is used that this installation has created there already; only where there is none, one is created, in the ledger
 * like every other.
 */
export async function keyProbe(caller: Caller, { apiKey, apiSecret, eMail }: KeyProbeOptions): Promise<SignatureProbe> {
  const files = stateFiles(process.env, homedir());
  const installationKey = await loadInstallationKey(files.installationKey);
  const fingerprint = apiKeyFingerprint(apiKey);
  const { host } = caller.client;
  return {
    with: 'the API key',
    secret: 'NEURON_API_SECRET',
    unsigned: null,
    attempt: async overrides => {
      const ledger = await openLedger({ file: files.ledger, now: Date.now });
      try {
        const known = (await ledger.accounts()).find(
          account => account.host === host && account.apiKey === fingerprint && mayExist(account),
        );
        const userName = known?.userName ?? `doctor-${randomBytes(6).toString('hex')}`;
        const account = {
          userName,
          eMail: known?.eMail ?? eMail,
          password: derivePassword(installationKey, userName),
          apiKey,
          apiSecret,
        };
        if (known === undefined) {
          await ledger.intend({
            host,
            userName,
            eMail,
            actor: 'doctor',
            suite: 'doctor',
            run: 'doctor',
            apiKey: fingerprint,
          });
        }
        return await settled(ledger, host, userName, known === undefined, await create(caller, account, overrides));
      } finally {
        await ledger.close();
      }
    },
  };
}

async function settled(
  ledger: Ledger,
  host: string,
  userName: string,
  isNew: boolean,
  exchange: Exchange,
): Promise<Exchange> {
  const status = exchange.answer?.status ?? 0;
  if (status >= 200 && status < 300) await ledger.settle(host, userName, 'created');
  else if (isNew && status >= 400) await ledger.settle(host, userName, 'refused');
  return exchange;
}

/** Names that a proxy may have told the host instead of ours: its own domain, with and without our port, and ours bare. */
export function otherNames(host: string, domains: readonly string[]): readonly string[] {
  const [, name = host, port = ''] = /^(.*?)(:\d+)?$/.exec(host) ?? [];
  const names = [...domains, ...(port === '' ? [] : domains.map(domain => `${domain}${port}`)), name, 'localhost'];
  return [...new Set(names)].filter(other => other !== host && other !== '');
}
