import { Ajv2020 } from 'ajv/dist/2020.js';

/** Date and time of RFC 3339, as text. */
const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const DURATION = /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const URI_REFERENCE = /^[^\s\\^`{|}"<>]*$/;

/** Ajv as the build uses it: strict, every error, code for a file. That the schemas are schemas is for tests to say. */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    messages: false,
    validateSchema: false,
    code: { source: true, lines: true },
    formats: { 'date-time': DATE_TIME, duration: DURATION, uuid: UUID, 'uri-reference': URI_REFERENCE },
  });
  // No schema of ours asks which members were evaluated. Without keeping count, the first alternative that fits ends
  // an anyOf; draft 2020-12 turns it on whatever the options say.
  ajv.opts.unevaluated = false;
  return ajv;
}
