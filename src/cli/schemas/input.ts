import type { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contract } from '../../contract/catalogue.ts';
import type { Spec } from '../../contract/spec.ts';
import { didYouMean } from '../../model/guess.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';

/** The endpoint with an id; an unknown one is a mistake of usage. */
export function endpointOf(contract: Contract, id: string): Spec {
  const spec =
    contract.endpoint(id) ?? contract.endpoints.find(each => each.endpoint.toLowerCase() === id.toLowerCase());
  if (spec !== undefined) return spec;
  const hint = didYouMean(
    id,
    contract.endpoints.map(each => each.endpoint),
  );
  throw new OperatorError(
    'SCHEMAS_UNKNOWN_ENDPOINT',
    `There is no endpoint "${id}".${hint}`,
    'Run neuron-conformance schemas list to see all endpoints.',
  );
}

export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new OperatorError(
      'SCHEMAS_UNREADABLE_FILE',
      `${file} cannot be read: ${reasonOf(error)}.`,
      'Check the name of the file.',
      { cause: error },
    );
  }
}

export const readText = (file: string): string => readBytes(file).toString('utf8');

export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OperatorError('SCHEMAS_NOT_JSON', `${file} is not JSON: ${reasonOf(error)}.`, 'Give a JSON file.', {
      cause: error,
    });
  }
}

/** A file of `schemas/agent-api/`, as it is published with the package. */
export const publishedFile = (name: string): string =>
  readText(fileURLToPath(new URL(`../../../schemas/agent-api/${name}`, import.meta.url)));
