import type { Side } from '../success.ts';

/** Where the published schemas live; `$id`s are formed from it and never change. */
export const SCHEMA_BASE = 'https://neuron-conformance.dev/schemas/agent-api/';

/** `Account/Login`, `request` → `Account.Login.request.json`. */
export const schemaFile = (endpoint: string, side: Side): string => `${endpoint.replace('/', '.')}.${side}.json`;

export const schemaId = (endpoint: string, side: Side): string => SCHEMA_BASE + schemaFile(endpoint, side);
