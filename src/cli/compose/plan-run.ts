import { parseTarget } from '../../peers/target/parse-target.ts';
import type { Plan } from '../../run/planned.ts';
import { type Bookkeeping, bookOfEmbedded, openBook } from './book.ts';
import { type Given, givenOf, reusableActors, reuse } from './given.ts';
import { requireConfirmation, requireFewAccounts } from './guard.ts';
import type { Library } from './library.ts';
import { makePlan, needsOf } from './plan-suites.ts';
import type { RunSettings } from './settings.ts';

/** A plan with the accounts it uses again, and the ledger it was made with. */
export interface PlannedRun {
  readonly plan: Plan;
  readonly given: Given;
  readonly bookkeeping: Bookkeeping;
}

/** Makes the plan as the ledger allows it. Throws OperatorError for what the operator has to correct; sends nothing. */
export async function planFor(library: Library, settings: RunSettings, runId: string): Promise<PlannedRun> {
  const given = givenOf(settings);
  const whole = makePlan(library, settings, needsOf(settings), given);
  if (settings.target === null) return { plan: whole, given, bookkeeping: bookOfEmbedded() };
  const { apiKey, quota } = settings;
  const bookkeeping = await openBook({ host: parseTarget(settings.target).host, apiKey, runId, quota });
  const again = reuse(reusableActors(whole), bookkeeping.ownAccounts, bookkeeping.passwordFor);
  const all = new Map([...given, ...again]);
  const plan = again.size === 0 ? whole : makePlan(library, settings, needsOf(settings), all);
  return { plan, given: all, bookkeeping };
}

/** What has to hold before anything is sent: the operator means this host and so many accounts, and the key's quota suffices. */
export function requirePermission({ plan, bookkeeping }: PlannedRun, settings: RunSettings): void {
  if (settings.target === null) return;
  requireConfirmation(parseTarget(settings.target).origin, plan.effects, settings);
  requireFewAccounts(plan.effects, settings);
  bookkeeping.requireQuota(plan.effects.accounts);
}
