import { openGate, type Spent } from '../peers/neuron/index.ts';
import { logIn } from './good-login.ts';
import type { Session } from './session.ts';

/** The gate as a run uses it: good logins are made with whichever account of the run is enabled. */
export interface RunGate {
  spend<T>(failures: number, work: () => Promise<T>): Promise<Spent<T>>;
  /** Credentials that should have been accepted were refused: they count as well. */
  failed(): void;
  readonly spent: number;
  /** Sets the host's count back once more, so that the run leaves none behind. */
  close(): Promise<void>;
}

export function makeGate(session: () => Session): RunGate {
  const gate = openGate();
  const restore = async (): Promise<boolean> => {
    const actor = session().actors.find(({ enabled }) => enabled);
    return actor === undefined ? false : logIn(session(), actor);
  };
  return {
    spend: (failures, work) => gate.spend(failures, work, { restore, signal: session().signal }),
    failed: () => gate.failed(),
    get spent() {
      return gate.counts().spent;
    },
    close: async () => {
      const { spent, blocked } = gate.counts();
      if (spent > 0 && blocked === null && !session().signal.aborted && session().stoppedBy === null) await restore();
    },
  };
}
