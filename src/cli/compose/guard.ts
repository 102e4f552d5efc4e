import { count } from '../../model/count.ts';
import { OperatorError } from '../../model/operator-error.ts';
import type { Effects } from '../../model/run-record.ts';
import { isLoopback } from '../../peers/target/parse-target.ts';
import type { RunSettings } from './settings.ts';

/** Whether a plan leaves anything on the host. */
const writes = ({ accounts, mails, messages }: Effects): boolean => accounts + mails + messages > 0;

/** Whether something may be written to a host: it is on this machine, marked as staging, or confirmed by one of its names. */
export const mayWrite = (
  hostname: string,
  { confirm, staging }: Pick<RunSettings, 'confirm' | 'staging'>,
  otherNames: readonly string[] = [],
): boolean =>
  isLoopback(hostname) || [hostname, ...otherNames].some(name => name === confirm || staging.includes(name));

/**
 * A target that nobody marked as staging is written to only when the operator types its domain. Throws OperatorError
 * before anything is sent.
 */
export function requireConfirmation(origin: string, effects: Effects, settings: RunSettings): void {
  const { hostname } = new URL(origin);
  if (!writes(effects) || mayWrite(hostname, settings)) return;
  const would = `${count(effects.accounts, 'account')}, ${count(effects.mails, 'mail')} and ${count(effects.messages, 'message')}`;
  const mistyped = settings.confirm === null ? '' : ` "${settings.confirm}" is not its domain.`;
  throw new OperatorError(
    'CONFIRMATION_NEEDED',
    `${hostname} is not marked as a staging host, and this run would leave ${would} there.${mistyped}`,
    `If you mean it, add --confirm ${hostname}; or list it under "staging" in neuron-conformance.yaml; or run --profile observe, which writes nothing.`,
  );
}

/** The ceiling that the operator set, below that of the profile. Throws OperatorError before anything is sent. */
export function requireFewAccounts({ accounts }: Effects, { maxAccounts }: RunSettings): void {
  if (maxAccounts === null || accounts <= maxAccounts) return;
  throw new OperatorError(
    'TOO_MANY_ACCOUNTS',
    `This run would create ${count(accounts, 'account')}, but limits.accounts allows ${maxAccounts}.`,
    'Select fewer suites or a smaller profile, or raise limits.accounts.',
  );
}
