import { type Actor, newActor } from './actor.ts';
import type { PlannedSuite } from './planned.ts';
import type { GivenAccount, Session } from './session.ts';

export interface ActorOptions {
  /** Repeats names. */
  readonly seed: number;
  readonly runId: string;
  /** Accounts that are there already, by actor name. */
  readonly given?: ReadonlyMap<string, GivenAccount>;
}

/** The actors of a suite: new ones of its own, and those that suites share over the run. */
export async function actorsOf(
  planned: PlannedSuite,
  options: ActorOptions,
  session: Session,
): Promise<ReadonlyMap<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const [name, kind] of Object.entries(planned.suite.actors)) {
    const shared = planned.provides ?? (kind === 'verified' ? name : null);
    const known = shared === null ? undefined : session.shared.get(shared);
    const actor =
      known ?? (await makeActor(shared === null ? `${planned.id}/${name}` : shared, shared ?? name, options, session));
    if (shared !== null) session.shared.set(shared, actor);
    actors.set(name, actor);
  }
  return actors;
}

async function makeActor(place: string, name: string, options: ActorOptions, session: Session): Promise<Actor> {
  const { makePersona } = await import('./persona.ts');
  const { peers } = session;
  const made = makePersona(place, name, {
    seed: options.seed,
    runId: options.runId,
    passwordFor: peers.passwordFor,
    taken: new Set(session.actors.map(({ persona }) => persona.phoneNr)),
  });
  const given = options.given?.get(name);
  const persona = given === undefined ? made : { ...made, userName: given.userName, password: given.password };
  peers.secrets.taint('password', name, persona.password);
  const eMail =
    given?.eMail ?? peers.mailbox?.address(place.replaceAll('/', '-')) ?? `${persona.userName}@conformance.example`;
  const actor = newActor(persona, eMail, session.domain);
  actor.enabled = given !== undefined;
  actor.reused = given?.reused ?? false;
  session.actors.push(actor);
  return actor;
}
