import { readJson } from '../json/reader.ts';

export interface RequestPolicies {
  /** The Content-Type that a body is read by. */
  contentType(header: string | undefined): string | undefined;
  /** Reads JSON, or throws a JsonSyntaxError. */
  readJson(text: string): unknown;
  /** What is matched of the JSON that was read; it may refuse it with a JsonSyntaxError. */
  received(value: unknown): unknown;
}

export const requestPolicies: RequestPolicies = {
  contentType: header => header,
  readJson,
  received: value => value,
};
