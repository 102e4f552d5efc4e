import { homedir } from 'node:os';
import { Command } from 'commander';
import { count } from '../model/count.ts';
import { didYouMean } from '../model/guess.ts';
import { OperatorError } from '../model/operator-error.ts';
import { type Account, type Ledger, mayExist, openLedger, stateFiles } from '../peers/ledger/index.ts';
import { csv } from './accounts-csv.ts';
import { examples } from './examples.ts';
import { textTable } from './text-table.ts';

const EXAMPLES = examples([
  ['neuron-conformance accounts list', 'all that exist, or may exist'],
  ['neuron-conformance accounts export --host staging.example.com > to-delete.csv', 'for whoever deletes them'],
  ['neuron-conformance accounts forget --host staging.example.com --all', 'once they are gone'],
]);

interface HostFlag {
  readonly host?: string;
}

/** The command group `accounts`: what this installation has left on hosts. No call of the Agent API deletes an account. */
export const accountsCommand = (): Command =>
  new Command('accounts')
    .description('the accounts that this installation has created: list, forget, export')
    .addHelpText('before', EXAMPLES)
    .addCommand(listCommand())
    .addCommand(forgetCommand())
    .addCommand(exportCommand());

const listCommand = (): Command =>
  new Command('list')
    .description('list the accounts that exist, or may exist, on hosts')
    .option('--host <host>', 'of this host only')
    .option('--all', 'also those that were refused or forgotten')
    .option('--json', 'print JSON')
    .action(({ host, all, json }: HostFlag & { all?: boolean; json?: boolean }) =>
      withLedger(async ledger => {
        const accounts = (await accountsOn(ledger, host)).filter(account => all === true || mayExist(account));
        process.stdout.write(json === true ? `${JSON.stringify(accounts, null, 2)}\n` : table(accounts));
      }),
    );

const forgetCommand = (): Command =>
  new Command('forget')
    .description('say that accounts are gone from their host, which gives their places in the quota back')
    .argument('[names...]', 'user names')
    .option('--host <host>', 'on this host only')
    .option('--all', 'all accounts of --host')
    .action((names: readonly string[], { host, all }: HostFlag & { all?: boolean }) =>
      withLedger(async ledger => {
        const known = (await accountsOn(ledger, host)).filter(mayExist);
        const gone = all === true ? allOf(known, host) : named(known, names);
        for (const account of gone) await ledger.settle(account.host, account.userName, 'forgotten');
        process.stdout.write(
          `Forgot ${count(gone.length, 'account')}; ${count(known.length - gone.length, 'account')} left.\n`,
        );
      }),
    );

const exportCommand = (): Command =>
  new Command('export')
    .description('print the accounts as CSV, for whoever deletes them on the host')
    .option('--host <host>', 'of this host only')
    .action(({ host }: HostFlag) =>
      withLedger(async ledger => {
        process.stdout.write(csv((await accountsOn(ledger, host)).filter(mayExist)));
      }),
    );

async function withLedger(use: (ledger: Ledger) => Promise<void>): Promise<void> {
  const ledger = await openLedger({ file: stateFiles(process.env, homedir()).ledger, now: Date.now });
  await use(ledger).finally(() => ledger.close());
}

const accountsOn = async (ledger: Ledger, host: string | undefined): Promise<readonly Account[]> =>
  (await ledger.accounts()).filter(account => host === undefined || account.host === host);

function allOf(known: readonly Account[], host: string | undefined): readonly Account[] {
  if (host !== undefined) return known;
  throw new OperatorError(
    'FORGET_WHERE',
    'Nothing says on which host all accounts are gone.',
    'Give --host with --all.',
  );
}

function named(known: readonly Account[], names: readonly string[]): readonly Account[] {
  if (names.length === 0)
    throw new OperatorError(
      'FORGET_WHOM',
      'Nothing says which accounts are gone.',
      'Give user names, or --host and --all.',
    );
  return names.flatMap(name => {
    const found = known.filter(({ userName }) => userName === name);
    if (found.length > 0) return found;
    const guess = didYouMean(
      name,
      known.map(({ userName }) => userName),
    );
    throw new OperatorError(
      'ACCOUNT_UNKNOWN',
      `The ledger knows no account "${name}".${guess}`,
      'See "neuron-conformance accounts list".',
    );
  });
}

function table(accounts: readonly Account[]): string {
  if (accounts.length === 0) return 'No accounts.\n';
  const rows = accounts.map(({ host, userName, eMail, state, createdAt, run }) => [
    host,
    userName,
    eMail,
    state,
    new Date(createdAt).toISOString(),
    run,
  ]);
  return `${textTable(['host', 'user name', 'e-mail', 'state', 'created', 'run'], rows)}\n${count(accounts.length, 'account')}.\n`;
}
