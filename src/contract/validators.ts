/** How a value breaks a schema; ajv's words, trimmed to what a finding needs. */
export interface SchemaError {
  /** RFC 6901 pointer to the offending value; for a missing or undocumented member, to where it is or should be. */
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
  readonly expected: unknown;
}

export interface Validators {
  /** Errors of a request that we send, against the closed schema; null when the endpoint takes no such body. */
  request(endpoint: string, value: unknown): readonly SchemaError[] | null;
  /** Errors of a successful answer, against the open schema; null when the contract is silent about the answer. */
  answer(endpoint: string, value: unknown): readonly SchemaError[] | null;
  /** Pointers of members that the answer has and the contract does not name. */
  undocumented(endpoint: string, value: unknown): readonly string[];
}
