import { basename } from 'node:path';
import { matchPattern } from '../notation/index.ts';
import type { Catalogue, Spec } from '../spec.ts';
import { patternOf, type Side } from '../success.ts';
import { SpecError } from './problem.ts';
import { readCommon, readComposed } from './read-common.ts';
import { nodeAt } from './read-examples.ts';
import { refuseDuplicates } from './read-requirements.ts';
import { type PlacedSpec, readSpec } from './read-spec.ts';
import { readSpecFiles, type SpecFiles } from './spec-files.ts';

/** Says where, as an RFC 6901 pointer, and how an example breaks the schema of its side. */
export type ExampleJudge = (
  spec: Spec,
  side: Side,
  value: unknown,
) => readonly { readonly pointer: string; readonly message: string }[];

/**
 * Reads the whole contract from a folder of specs (`<Group>/<Name>.yaml`, `common/*.yaml`, `composed.yaml`). Throws a
 * SpecError that lists all problems with file, line and column. Examples must match the notation, and `judge` may be
 * stricter.
 */
export function loadSpecs(directory: string, judge: ExampleJudge = () => []): Catalogue {
  const files = readSpecFiles(directory, basename(directory));
  stopAtProblems(files);
  const placed = files.endpoints.map(({ id, file }) => readSpec(file, id));
  const common = files.common.flatMap(({ id, file }) => readCommon(file, basename(id)));
  const ids = files.endpoints.map(({ id }) => id);
  const composed = files.composed === undefined ? [] : readComposed(files.composed, ids);
  refuseDuplicates([...common, ...placed.flatMap(({ requirements }) => requirements)]);
  refuseSharedResources(placed);
  stopAtProblems(files);
  for (const each of placed) checkExamples(each, judge);
  stopAtProblems(files);
  return { endpoints: placed.map(({ spec }) => spec), composed, common: common.map(({ requirement }) => requirement) };
}

/** What is wrong so far would only make the next stage report its consequences. */
function stopAtProblems({ endpoints, common, composed, problems }: SpecFiles): void {
  const read = [...endpoints, ...common].map(({ file }) => file).concat(composed ?? []);
  const all = [...problems, ...read.flatMap(file => file.problems)];
  if (all.length > 0) throw new SpecError(all);
}

/** Examples stay as they are while time passes: a date that must lie ahead lies ahead of this. */
const LONG_AGO = new Date(0);

/** Two files of one endpoint, or two endpoints at one method and path, cannot be told apart. */
function refuseSharedResources(placed: readonly PlacedSpec[]): void {
  for (const name of ['endpoint', 'resource'] as const) {
    const key = ({ spec }: PlacedSpec): string => (name === 'endpoint' ? spec.endpoint : `${spec.method} ${spec.path}`);
    const first = new Map<string, PlacedSpec>();
    for (const each of placed) {
      const earlier = first.get(key(each));
      if (earlier === undefined) first.set(key(each), each);
      else
        each.file.refuse(
          each.endpointNode,
          `${name} ${key(each)} is described already in ${earlier.file.file}: keep one of them.`,
        );
    }
  }
}

function checkExamples({ spec, file, examples }: PlacedSpec, judge: ExampleJudge): void {
  for (const { side, value, node } of examples) {
    const pattern = patternOf(spec, side);
    const errors = judge(spec, side, value);
    for (const { pointer, message } of errors) {
      file.refuse(nodeAt(node, pointer), `example ${side} at "${pointer}" breaks its schema: ${message}.`);
    }
    if (
      errors.length === 0 &&
      pattern !== null &&
      matchPattern(pattern, value, { now: LONG_AGO }).outcome !== 'match'
    ) {
      file.refuse(node, `example ${side} does not match its notation: change one of them.`);
    }
  }
}
