export { BODY_ALTERATIONS, ENCODINGS, type Encoding, TEXT_ALTERATIONS, TOKEN_ALTERATIONS } from './alterations.ts';
export { SuiteError } from './error.ts';
export { loadSuite, parseSuite } from './load.ts';
export { parsePayloads } from './payloads.ts';
export { parseProfiles } from './profiles.ts';
export { select } from './selection.ts';
export * from './types.ts';
export type { Vocabulary } from './vocabulary.ts';
