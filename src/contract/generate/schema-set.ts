import type { JsonSchema } from '../notation/index.ts';
import { commonSchema, sharedDefinitions } from '../schema/common-schema.ts';
import { endpointSchema, isDescribed } from '../schema/endpoint-schema.ts';
import { withoutAnnotations } from '../schema/json-schema.ts';
import type { SchemaError } from '../schema-error.ts';
import { schemaErrors } from '../schema-error.ts';
import type { Spec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import { createAjv } from './ajv.ts';
import { standaloneCode } from './standalone.ts';

interface Entry {
  readonly schema: JsonSchema;
  /** Under which ajv knows the schema, or another one that says the same. */
  readonly id: string;
}

/** The schemas of a contract. Those that differ in words only, a third of them, are compiled once. */
export class SchemaSet {
  /** Parts that recur in many schemas, by name. */
  readonly definitions = sharedDefinitions();
  readonly #ajv = createAjv();
  readonly #entries = new Map<string, Entry>();
  readonly #ids = new Map<string, string>();

  constructor() {
    this.#ajv.addSchema(withoutAnnotations(commonSchema(this.definitions)));
  }

  /** The published schema of one side of an endpoint. */
  schemaOf = (spec: Spec, side: Side): JsonSchema => this.#entry(spec, side).schema;

  /** How a value breaks the schema of its side. */
  errors = (spec: Spec, side: Side, value: unknown): readonly SchemaError[] => {
    const validate = this.#ajv.getSchema(this.#entry(spec, side).id);
    return validate === undefined || validate(value) === true ? [] : schemaErrors(validate.errors ?? []);
  };

  /** Code of a validating function, named `Group/Name.side`, for each described body. */
  code(endpoints: readonly Spec[]): string {
    const ids = endpoints.flatMap(spec =>
      SIDES.filter(side => isDescribed(spec, side)).map(
        side => [`${spec.endpoint}.${side}`, this.#entry(spec, side).id] as const,
      ),
    );
    return standaloneCode(this.#ajv, Object.fromEntries(ids));
  }

  #entry(spec: Spec, side: Side): Entry {
    const key = `${spec.endpoint}.${side}`;
    const entry = this.#entries.get(key) ?? this.#add(endpointSchema(spec, side, this.definitions));
    this.#entries.set(key, entry);
    return entry;
  }

  #add(schema: JsonSchema): Entry {
    const bare = withoutAnnotations(schema);
    const text = JSON.stringify({ ...bare, $id: undefined });
    const id = this.#ids.get(text) ?? String(schema.$id);
    if (!this.#ids.has(text)) this.#ajv.addSchema(bare);
    this.#ids.set(text, id);
    return { schema, id };
  }
}
