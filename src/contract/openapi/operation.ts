import { signWords } from '../generate/page/sign-words.ts';
import { isDescribed } from '../schema/endpoint-schema.ts';
import type { Auth, BodyKind, Spec } from '../spec.ts';
import { type Side, successOf } from '../success.ts';
import { componentName, operationId } from './names.ts';
import type { Node } from './resolve.ts';

const SECURITY: Readonly<Record<Auth, readonly Node[]>> = {
  none: [],
  bearer: [{ bearer: [] }],
  basic: [{ basic: [] }],
  session: [{ session: [] }],
};

const MEDIA: Readonly<Record<Exclude<BodyKind, 'none'>, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
  bytes: 'application/octet-stream',
};

/** Errors that every operation may answer with; 401 only where a caller has to log in. */
export const ERRORS = {
  400: 'The body does not keep to the specification.',
  401: 'The caller has to log in first.',
  403: 'The caller lacks privileges, or the connection lacks encryption.',
  404: 'The resource, or what the request refers to, does not exist.',
  405: 'The resource does not take the method.',
  406: 'The format that was sent or asked for is not supported.',
  429: 'Too many requests.',
  default: 'Any other refusal.',
} as const;

/** One endpoint as an OpenAPI operation. */
export function operation(spec: Spec): Node {
  const parameters = spec.parameters.map(({ name, in: place, type, required, description, values }) => ({
    name,
    in: place,
    required,
    description,
    schema: { type, ...(values !== undefined && { enum: values }) },
  }));
  return {
    operationId: operationId(spec.endpoint),
    tags: [spec.group],
    summary: spec.title,
    description: [spec.description, ...signWords(spec.sign)].join('\n\n'),
    security: SECURITY[spec.auth],
    ...(parameters.length > 0 && { parameters }),
    ...(spec.body !== 'none' && {
      requestBody: { required: true, content: content(spec, 'request', MEDIA[spec.body]) },
    }),
    responses: { ...success(spec), ...errors(spec) },
  };
}

function success(spec: Spec): Node {
  const answer = successOf(spec.answers);
  const status = answer?.status ?? 200;
  switch (answer?.kind) {
    case 'json':
      return { [status]: { description: 'The call succeeded.', content: content(spec, 'answer', MEDIA.json) } };
    case 'bytes':
      return { [status]: { description: 'The content.', content: { [MEDIA.bytes]: {} } } };
    case 'redirect':
      return {
        [status]: {
          description: 'A redirection.',
          headers: { Location: { description: 'Where to go.', schema: { type: 'string' } } },
        },
      };
    case 'empty':
      return { [status]: { description: 'The call succeeded; the answer has no content.' } };
    default:
      return { [status]: { description: 'The call succeeded; no source describes the answer.' } };
  }
}

function errors(spec: Spec): Node {
  const statuses = Object.keys(ERRORS).filter(status => status !== '401' || spec.auth !== 'none');
  return Object.fromEntries(statuses.map(status => [status, { $ref: `#/components/responses/Error${status}` }]));
}

function content(spec: Spec, side: Side, media: string): Node {
  const described = isDescribed(spec, side);
  const examples = Object.fromEntries(spec.examples[side].map((value, index) => [`example${index + 1}`, { value }]));
  const element = side === 'request' ? spec.xml.request : spec.xml.answer;
  return {
    [media]: {
      ...(described && { schema: { $ref: `#/components/schemas/${componentName(spec.endpoint, side)}` } }),
      ...(described && spec.examples[side].length > 0 && { examples }),
    },
    ...(element !== null && {
      'text/xml': { schema: { type: 'string', description: `The element ${element} of broker-agent.xsd.` } },
    }),
  };
}
