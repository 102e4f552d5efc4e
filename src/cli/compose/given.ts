import type { Account } from '../../peers/ledger/index.ts';
import { flat, type Plan } from '../../run/planned.ts';
import type { GivenAccount } from '../../run/session.ts';
import type { RunSettings } from './settings.ts';

export type Given = ReadonlyMap<string, GivenAccount>;

/** The shared actors whose account the operator gave. */
export const givenOf = ({ account }: RunSettings): Given =>
  new Map(account === null ? [] : [['alice', { ...account, reused: false }]]);

/**
 * Shared actors that may get an account of an earlier run: no suite reads their mail, which goes to an address of that
 * run. No endpoint deletes an account, so each one that is used again is one less on the host.
 */
export function reusableActors({ suites }: Plan): readonly string[] {
  const names = suites.flatMap(({ provides, notApplicable }) =>
    provides === null || notApplicable !== null ? [] : [provides],
  );
  const mailed = new Set(
    suites
      .filter(({ provides }) => provides === null)
      .flatMap(({ steps }) => flat(steps))
      .flatMap(({ step, spends }) =>
        step.verb === 'receive' ? [step.for] : 'as' in step && step.as !== null && spends.mails > 0 ? [step.as] : [],
      ),
  );
  return [...new Set(names)].filter(name => !mailed.has(name));
}

/** Gives verified accounts of the ledger, newest first, to actors. */
export function reuse(
  names: readonly string[],
  accounts: readonly Account[],
  passwordFor: (userName: string) => string,
): Given {
  const newest = accounts.filter(({ state }) => state === 'verified').reverse();
  return new Map(
    names.flatMap((name, index) => {
      const account = newest[index];
      return account === undefined
        ? []
        : [
            [
              name,
              {
                userName: account.userName,
                eMail: account.eMail,
                password: passwordFor(account.userName),
                reused: true,
              },
            ] as const,
          ];
    }),
  );
}
