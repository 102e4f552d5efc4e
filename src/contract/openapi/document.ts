import type { Catalogue, Spec } from '../spec.ts';
import type { Side } from '../success.ts';
import { ERRORS, operation } from './operation.ts';
import type { Node } from './resolve.ts';
import { componentSchemas } from './schemas.ts';

/** The whole contract as an OpenAPI 3.1 document. */
export function openApiDocument(
  catalogue: Catalogue,
  schemaOf: (spec: Spec, side: Side) => Node,
  definitions: Node,
): Node {
  const groups = [...new Set(catalogue.endpoints.map(spec => spec.group))];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Neuron Agent API',
      version: '1.0.0',
      description: 'What a Neuron host promises over HTTP, compiled from the specs of neuron-conformance.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: 'https://{host}',
        description: 'A Neuron host.',
        variables: { host: { default: 'neuron.example.com', description: 'Domain of the host.' } },
      },
    ],
    tags: groups.map(name => ({ name, description: `The endpoints of ${name}.` })),
    paths: paths(catalogue),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The token that Create, Login or Refresh gave.',
        },
        basic: { type: 'http', scheme: 'basic', description: 'User name and password of the account.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'HttpSessionID',
          description: 'The cookie of a session with the web server.',
        },
      },
      responses: Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [
          `Error${status}`,
          { description, content: { 'text/plain': { schema: { type: 'string' } } } },
        ]),
      ),
      schemas: componentSchemas(catalogue, schemaOf, definitions),
    },
  };
}

function paths(catalogue: Catalogue): Node {
  const byPath = new Map<string, Record<string, Node>>();
  for (const spec of catalogue.endpoints) {
    const methods = byPath.get(spec.path) ?? {};
    methods[spec.method.toLowerCase()] = operation(spec);
    byPath.set(spec.path, methods);
  }
  return Object.fromEntries(byPath);
}
