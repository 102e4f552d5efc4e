import { type NeuronClient, openGate } from '../peers/neuron/index.ts';
import type { Actor } from './actor.ts';
import { logIn } from './good-login.ts';
import type { RunGate, Session } from './session.ts';

/** A client whose answers the gate sees, whoever asked: what waits for its turn learns of a block before it is sent. */
export const watched = (client: NeuronClient, gate: RunGate): NeuronClient => ({
  ...client,
  send: async (request, signal) => {
    const exchange = await client.send(request, signal);
    if (exchange.answer !== null) gate.observe(exchange.answer);
    return exchange;
  },
});

export function makeGate(session: () => Session): RunGate {
  const gate = openGate();
  const holder = (): Actor | undefined => session().actors.find(({ enabled }) => enabled);
  const restore = async (): Promise<boolean> => {
    const actor = holder();
    return actor === undefined ? false : logIn(session(), actor);
  };
  return {
    spend: (failures, work) => gate.spend(failures, work, { restore, signal: session().signal }),
    failed: async () => {
      gate.failed();
      if (holder() !== undefined) await gate.recover({ restore, signal: session().signal });
    },
    observe: answer => gate.observe(answer),
    get spent() {
      return gate.counts().spent;
    },
    close: async () => {
      const { spent, blocked } = gate.counts();
      if (spent > 0 && blocked === null && !session().signal.aborted && session().stoppedBy === null) await restore();
    },
  };
}
