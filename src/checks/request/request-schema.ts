import { callCheck } from '../check.ts';

/** A request that we built ourselves and that breaks the contract is our fault, never the host's. */
export const requestSchema = callCheck({
  id: 'request-schema',
  title: 'our own request is as documented',
  requirement: null,
  standing: ['call'],
  applies: spec => spec.request !== null,
  evaluate: ({ asDocumented, sent, spec, validators }) =>
    !asDocumented
      ? []
      : (validators.request(spec.endpoint, sent) ?? []).map(error => ({
          message: `The suite built a request for ${spec.endpoint} that the contract does not allow: ${error.message} at ${error.pointer || 'its root'}.`,
          pointer: error.pointer,
          expected: String(error.expected),
          blame: 'suite',
          as: 'suite-error',
        })),
});
