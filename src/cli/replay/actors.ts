import type { Exchange } from '../../model/exchange.ts';
import { isObject } from '../../model/json.ts';
import { readableBody } from '../../report/index.ts';

/** An account of the chain, and whether the chain makes it. */
export interface ChainActor {
  readonly actor: string;
  readonly userName: string;
  readonly eMail: string;
  /** The name under which the password is recorded. */
  readonly password: string;
  readonly made: boolean;
}

/** The actors and the accounts that they had, in the order in which they appear. */
export function actorsOf(exchanges: readonly Exchange[]): ChainActor[] {
  const actors = new Map<string, ChainActor>();
  for (const { actor, endpoint, request } of exchanges) {
    const body = request.body === null ? undefined : readableBody(request.body.text);
    if (actor === null || !isObject(body) || typeof body.userName !== 'string' || actors.get(actor)?.made === true)
      continue;
    const password = /^«([^»]*)»$/.exec(String(body.password))?.[1] ?? `password:${actor}`;
    const eMail = typeof body.eMail === 'string' ? body.eMail : '';
    actors.set(actor, { actor, userName: body.userName, eMail, password, made: endpoint === 'Account/Create' });
  }
  return [...actors.values()];
}
