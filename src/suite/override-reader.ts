import { ENCODINGS, TEXT_ALTERATIONS, TOKEN_ALTERATIONS } from './alterations.ts';
import type { Scope } from './scope.ts';
import { readTemplate } from './template.ts';
import type { CallStep, SignOverride, Template, WithOverride } from './types.ts';
import { isSeq, type Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

/** What `with` may set; a variant of `each` sets one of them but the headers. */
export const WITH = ['method', 'path', 'headers', 'token', 'basic', 'cookie', 'encoding', 'body'] as const;
export const SIGN = ['host', 'secret', 'order', 'nonce', 'written'] as const;

/** Words that stand for something; any other word there is a typing error. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  token: TOKEN_ALTERATIONS.map(({ id }) => id),
  encoding: ENCODINGS,
  order: ['reversed'],
  written: TEXT_ALTERATIONS.map(({ id }) => id),
};

/** Reads `sign: { host, secret, order, nonce, written }`. */
export function readSign(source: YamlSource, node: Node | undefined, scope: Scope): SignOverride {
  if (node === undefined) return {};
  const result: Record<string, Template | string | readonly string[]> = {};
  for (const { name, value } of source.members(node, 'sign', SIGN).values()) {
    if (name !== 'order') result[name] = readNamed(source, name, value, scope);
    else
      result[name] = isSeq(value) ? source.texts(value, 'order') : source.oneOf(value, 'order', ['reversed'] as const);
  }
  return result;
}

/** Reads `with: { method, path, headers, token, basic, cookie, encoding, body }`. */
export function readWith(source: YamlSource, node: Node | undefined, scope: Scope): WithOverride {
  if (node === undefined) return {};
  const result: Record<string, Template | string | Readonly<Record<string, Template>>> = {};
  for (const { name, value } of source.members(node, 'with', WITH).values()) {
    if (name === 'method') result[name] = source.text(value, 'method');
    else if (name === 'headers')
      result[name] = Object.fromEntries(
        source.map(value, 'headers').map(entry => [entry.name, readTemplate(source, entry.value, scope.seen)]),
      );
    else result[name] = readNamed(source, name, value, scope);
  }
  return result;
}

/** Reads `each`: members of the body, `with.…` and `sign.…`, each with its values. */
export function readEach(source: YamlSource, node: Node | undefined, scope: Scope): CallStep['each'] {
  if (node === undefined) return [];
  const entries = source.map(node, 'each');
  if (entries.length === 0) source.fail(node, '"each" names no member.', 'Name at least one, or leave it out.');
  return entries.map(({ name: path, key, value }) => {
    const [, group, name] = /^(with|sign)\.(.*)$/.exec(path) ?? [];
    if (group !== undefined && name !== undefined) {
      const known = group === 'with' ? WITH.filter(one => one !== 'headers') : SIGN;
      source.named<string>(key, `what "each" varies of "${group}"`, name, known);
    }
    return {
      path,
      values: source
        .filled(value, `the variants of ${path}`)
        .map(item =>
          name === undefined ? readTemplate(source, item, scope.seen) : readNamed(source, name, item, scope),
        ),
    };
  });
}

/** A value that may be one of a closed list of words. */
function readNamed(source: YamlSource, name: string, node: Node, scope: Scope): Template {
  const template = readTemplate(source, node, scope.seen);
  const words = WORDS[name];
  if (template.kind === 'literal' && words !== undefined) source.named(node, name, String(template.value), words);
  return template;
}
