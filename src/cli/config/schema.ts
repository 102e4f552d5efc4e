import type { Json, JsonObject } from '../../model/json.ts';
import { SECRETS_FILE, SETTINGS, type Setting } from './settings.ts';

const ID = 'https://neuron-conformance.example/schemas/config.schema.json';

/** The JSON Schema of neuron-conformance.yaml, made from the table of settings; for editors, through `$schema`. */
export function configSchema(): JsonObject {
  const properties: Record<string, Json> = { $schema: { type: 'string' } };
  const settings: readonly Setting<unknown>[] = [...Object.values(SETTINGS), SECRETS_FILE];
  for (const { key, about, reader, fallback } of settings) {
    if (key === undefined) continue;
    const schema = {
      description: `${about}.`,
      ...orNull(reader.schema),
      ...(fallback === null ? {} : { default: asJson(fallback) }),
    };
    const [first = '', second] = key.split('.');
    if (second === undefined) properties[first] = schema;
    else properties[first] = withProperty(properties[first], second, schema);
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: ID,
    title: 'neuron-conformance.yaml',
    description:
      'Configuration of neuron-conformance. Flags and environment variables go before it; secrets are not in it.',
    type: 'object',
    additionalProperties: false,
    properties,
  };
}

/** A key with nothing after it is as good as no key. */
function orNull(schema: JsonObject): JsonObject {
  if (Array.isArray(schema.enum)) return { enum: [...schema.enum, null] };
  return typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;
}

function withProperty(group: Json | undefined, name: string, schema: Json): JsonObject {
  const before = typeof group === 'object' && group !== null && 'properties' in group ? group.properties : {};
  const properties = typeof before === 'object' && before !== null ? before : {};
  return { type: 'object', additionalProperties: false, properties: { ...properties, [name]: schema } };
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));
