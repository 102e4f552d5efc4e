import type { Selection } from './types.ts';
import type { Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

export const SELECTORS = ['auth', 'method', 'body', 'group', 'signed', 'settled', 'except', 'only'] as const;

/** Reads `over: { auth: bearer, except: [...] }`. */
export function readSelection(source: YamlSource, node: Node, endpoints: readonly string[]): Selection {
  const members = source.members(node, 'over', SELECTORS);
  const text = (name: (typeof SELECTORS)[number]): string | undefined => {
    const entry = members.get(name);
    return entry === undefined ? undefined : source.text(entry.value, name);
  };
  const known = (name: 'except' | 'only'): readonly string[] | undefined => {
    const entry = members.get(name);
    return entry && source.list(entry.value, name).map(item => source.oneOf(item, `an endpoint in ${name}`, endpoints));
  };
  const signed = members.get('signed');
  const group = members.get('group');
  const [auth, method, body, settled, only] = [
    text('auth'),
    text('method'),
    text('body'),
    text('settled'),
    known('only'),
  ];
  return {
    ...(auth === undefined ? {} : { auth }),
    ...(method === undefined ? {} : { method }),
    ...(body === undefined ? {} : { body }),
    ...(settled === undefined ? {} : { settled }),
    ...(group === undefined ? {} : { group: source.texts(group.value, 'group') }),
    ...(signed === undefined ? {} : { signed: source.scalar(signed.value, 'signed').value === true }),
    ...(only === undefined ? {} : { only }),
    except: known('except') ?? [],
  };
}
