import type { Spec } from '../contract/spec.ts';
import type { CallStep } from '../suite/index.ts';
import type { Actor } from './actor.ts';
import type { PlannedStep } from './planned.ts';
import type { SuiteScope } from './session.ts';

/** One `call` or `refuse` with everything it is about. */
export interface Call {
  readonly planned: PlannedStep;
  readonly step: CallStep;
  readonly spec: Spec;
  readonly actor: Actor | null;
  readonly scope: SuiteScope;
}
