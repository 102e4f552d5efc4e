export { BODY_ALTERATIONS, ENCODINGS, type Encoding, TOKEN_ALTERATIONS } from './alterations.ts';
export { SuiteError } from './error.ts';
export { loadSuite, parseSuite } from './load.ts';
export { parseProfiles } from './profiles.ts';
export { select } from './selection.ts';
export * from './types.ts';
export { RESERVED_ROOTS, type Vocabulary } from './vocabulary.ts';
