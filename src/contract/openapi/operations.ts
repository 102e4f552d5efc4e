import { type Fields, fieldsOf } from './fields.ts';
import { isNode, type Node, nodes, resolve } from './resolve.ts';

/** What an OpenAPI document says of one endpoint, as far as it can be compared. */
export interface Operation {
  /** `POST /Agent/Account/Login`, with `{}` for each path parameter. */
  readonly key: string;
  /** `none`, `bearer`, `basic`, `session`; several are joined by `or`. */
  readonly authentication: string;
  /** Members of the JSON body; null where the document describes none. */
  readonly request: Fields | null;
  readonly answer: Fields | null;
}

const METHODS = ['get', 'post', 'put', 'delete', 'patch'];

/** All operations of an OpenAPI document, 3.0 or 3.1; empty when it has no paths. */
export function operationsOf(document: unknown): ReadonlyMap<string, Operation> {
  const root = isNode(document) ? document : {};
  const paths = isNode(root.paths) ? root.paths : {};
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    const node = resolve(root, item);
    return METHODS.filter(method => isNode(node[method])).map(method =>
      readOperation(root, method, path, resolve(root, node[method])),
    );
  });
  return new Map(operations.map(operation => [operation.key, operation]));
}

function readOperation(root: Node, method: string, path: string, node: Node): Operation {
  const responses = isNode(node.responses) ? node.responses : {};
  const success = Object.keys(responses).find(status => status.startsWith('2'));
  return {
    key: `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`,
    authentication: authentication(root, node.security ?? root.security),
    request: bodyFields(root, node.requestBody),
    answer: success === undefined ? null : bodyFields(root, responses[success]),
  };
}

function bodyFields(root: Node, body: unknown): Fields | null {
  const { content } = resolve(root, body);
  const media = isNode(content) ? (content['application/json'] ?? Object.values(content)[0]) : undefined;
  return isNode(media) && media.schema !== undefined ? fieldsOf(root, media.schema) : null;
}

function authentication(root: Node, security: unknown): string {
  const schemes = resolve(root, root.components).securitySchemes;
  const names = nodes(security).flatMap(each => (isNode(each) ? Object.keys(each) : []));
  const kinds = names.map(name => kindOf(resolve(root, isNode(schemes) ? schemes[name] : undefined), name));
  return kinds.length === 0 ? 'none' : [...new Set(kinds)].sort().join(' or ');
}

function kindOf(scheme: Node, name: string): string {
  if (scheme.type === 'http') return String(scheme.scheme).toLowerCase();
  return scheme.type === 'apiKey' && scheme.in === 'cookie' ? 'session' : name;
}
