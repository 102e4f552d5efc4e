import type { JsonSchema } from '../notation/index.ts';
import { commonSchema, sharedDefinitions } from '../schema/common-schema.ts';
import { endpointSchema, isDescribed } from '../schema/endpoint-schema.ts';
import { schemaId } from '../schema/file-names.ts';
import { withoutAnnotations } from '../schema/json-schema.ts';
import { schemaErrors } from '../schema-error.ts';
import type { Spec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import type { SchemaError } from '../validators.ts';
import { createAjv } from './ajv.ts';
import { standaloneCode } from './standalone.ts';

/** The schemas of a contract, each compiled once however often it is asked for. */
export class SchemaSet {
  /** Parts that recur in many schemas, by name. */
  readonly definitions = sharedDefinitions();
  readonly #ajv = createAjv();
  readonly #schemas = new Map<string, JsonSchema>();

  constructor() {
    this.#ajv.addSchema(withoutAnnotations(commonSchema(this.definitions)));
  }

  /** The published schema of one side of an endpoint. */
  schemaOf = (spec: Spec, side: Side): JsonSchema => {
    const id = schemaId(spec.endpoint, side);
    const schema = this.#schemas.get(id) ?? endpointSchema(spec, side, this.definitions);
    if (!this.#schemas.has(id)) this.#ajv.addSchema(withoutAnnotations(schema));
    this.#schemas.set(id, schema);
    return schema;
  };

  /** How a value breaks the schema of its side. */
  errors = (spec: Spec, side: Side, value: unknown): readonly SchemaError[] => {
    this.schemaOf(spec, side);
    const validate = this.#ajv.getSchema(schemaId(spec.endpoint, side));
    return validate === undefined || validate(value) === true ? [] : schemaErrors(validate.errors ?? []);
  };

  /** Code of a validating function, named `Group/Name.side`, for each described body. */
  code(endpoints: readonly Spec[]): string {
    const ids = endpoints.flatMap(spec =>
      SIDES.filter(side => isDescribed(spec, side)).map(side => {
        this.schemaOf(spec, side);
        return [`${spec.endpoint}.${side}`, schemaId(spec.endpoint, side)] as const;
      }),
    );
    return standaloneCode(this.#ajv, Object.fromEntries(ids));
  }
}
