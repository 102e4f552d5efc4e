/** The suite as a library: prepare a run, follow its events, write its report. */
export { type Library, loadLibrary } from './cli/compose/library.ts';
export { type PreparedRun, prepareRun } from './cli/compose/prepare.ts';
export { defaultSettings, type RunSettings } from './cli/compose/settings.ts';
export { type Contract, loadContract } from './contract/catalogue.ts';
export type * from './contract/spec.ts';
export { loadValidators, type SchemaError, type Validators } from './contract/validators.ts';
export type * from './model/event.ts';
export type * from './model/exchange.ts';
export type * from './model/finding.ts';
export type * from './model/mail.ts';
export { OperatorError } from './model/operator-error.ts';
export { OUTCOMES, type Outcome } from './model/outcome.ts';
export type * from './model/run-record.ts';
export { type ReferenceNeuron, startReferenceNeuron } from './reference-neuron/index.ts';
export { REPORTERS, writeReports } from './report/index.ts';
