import type { Fault } from './fault.ts';

/** Every seeded deviation, by area. */
export const FAULTS: readonly Fault[] = [];
