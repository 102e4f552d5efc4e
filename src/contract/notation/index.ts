export type { Bound, Comparison, Member, Pattern, TypeName, XmlAttribute, XmlContent, XmlPattern } from './ast.ts';
export { NotationError } from './errors.ts';
export type { Bound as BoundValue } from './match/element.ts';
export { type MatchOptions, type MatchResult, matchPattern } from './match/match.ts';
export type { MatchOutcome } from './match/outcome.ts';
export { variablesOf } from './match/variables.ts';
export { matchCases } from './match-file.ts';
export { type ParseOptions, parsePattern } from './parse.ts';
