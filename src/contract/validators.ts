import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type AjvError, type SchemaError, schemaErrors } from './schema-error.ts';
import { isShapes, type Shape, undocumentedMembers } from './shape.ts';
import type { Side } from './success.ts';

export type { SchemaError } from './schema-error.ts';

export interface Validators {
  /** Errors of a request that we send, against the closed schema; null when the endpoint takes no such body. */
  request(endpoint: string, value: unknown): readonly SchemaError[] | null;
  /** Errors of a successful answer, against the open schema; null when the contract is silent about the answer. */
  answer(endpoint: string, value: unknown): readonly SchemaError[] | null;
  /** Pointers of members that the answer has and the contract does not name. */
  undocumented(endpoint: string, value: unknown): readonly string[];
}

/** A function that the build compiled from a schema; it leaves its errors on itself, as ajv does. */
export interface Compiled {
  (value: unknown): boolean;
  readonly errors?: readonly AjvError[] | null;
}

/** What a file of `dist/generated/validators` exports: a function for each described body of its group. */
type CompiledGroup = Readonly<Record<string, Compiled | undefined>>;

/** The validators that the build compiled; those of a group are loaded when first asked for. */
export function loadValidators(): Validators {
  const require = createRequire(import.meta.url);
  const groups = new Map<string, CompiledGroup>();
  const groupOf = (endpoint: string): CompiledGroup => {
    const name = endpoint.slice(0, endpoint.indexOf('/'));
    const group: CompiledGroup = groups.get(name) ?? readGroup(require, name);
    groups.set(name, group);
    return group;
  };
  const shapes = lazily(readShapes);
  const judge = (endpoint: string, side: Side, value: unknown): readonly SchemaError[] | null => {
    const validate = groupOf(endpoint)[`${endpoint}.${side}`];
    if (validate === undefined) return null;
    // No body is null to a schema: that admits it where an answer has no content.
    return validate(value ?? null) ? [] : schemaErrors(validate.errors ?? []);
  };
  return {
    request: (endpoint, value) => judge(endpoint, 'request', value),
    answer: (endpoint, value) => judge(endpoint, 'answer', value),
    undocumented: (endpoint, value) => undocumentedMembers(shapes()[endpoint], value),
  };
}

const generated = (name: string): string => fileURLToPath(new URL(`../../dist/generated/${name}`, import.meta.url));

function readGroup(require: NodeJS.Require, name: string): CompiledGroup {
  const file = generated(`validators/${name}.cjs`);
  return existsSync(file) ? require(file) : {};
}

function readShapes(): Readonly<Record<string, Shape>> {
  const file = generated('shapes.json');
  const shapes: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isShapes(shapes)) throw new Error(`${file} does not hold the shapes of answers: build again.`);
  return shapes;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
