import { isMap, isScalar, type Node } from 'yaml';
import type { Member } from '../notation/index.ts';
import type { SignPart, SignRule, Spec } from '../spec.ts';
import { objectMembers } from './member-names.ts';
import { suggest } from './suggest.ts';
import type { YamlFile } from './yaml-file.ts';

export const SIGN_KEYS = ['apiSecret', 'accountPassword', 'keyPassword'] as const;

/** What an actor, and a signing key of an actor, can lend to a recipe. */
export const SIGN_PROPERTIES = {
  actor: ['userName', 'eMail', 'phoneNr', 'jid'],
  key: ['id', 'localName', 'namespace'],
} as const;

/**
 * Reads the signature recipe of a spec. Each part must be a body member, `host`, a property of the actor or its key, or
 * a MAC that stands earlier in the recipe.
 */
export function readSign(file: YamlFile, node: Node | undefined, body: readonly Member[]): Spec['sign'] {
  if (node === undefined) return [];
  if (isScalar(node) && node.value === 'unknown') return 'unknown';
  const rules: SignRule[] = [];
  for (const { name, key, value } of file.entries(node, 'sign (the word unknown, or recipes by name)') ?? []) {
    if (!namesOf(body).includes(name)) refuseName(file, key, name, namesOf(body));
    const members = file.members(value, `recipe of ${name}`, ['key', 'text'], ['key', 'text']);
    const secret = members.get('key');
    const text = members.get('text');
    const earlier = rules.map(rule => rule.name);
    rules.push({
      name,
      key: secret === undefined ? 'apiSecret' : file.word(secret, `key of ${name}`, SIGN_KEYS),
      text:
        text === undefined ? [] : file.items(text, `text of ${name}`).map(part => readPart(file, part, body, earlier)),
    });
  }
  return rules;
}

function readPart(file: YamlFile, node: Node, body: readonly Member[], earlier: readonly string[]): SignPart {
  if (isMap(node)) return node.has('each') ? readEach(file, node, body) : readWhen(file, node, body);
  const name = file.text(node, 'part of a signed text');
  if (name.startsWith('$')) return readEarlier(file, node, name, earlier);
  if (name === 'host') return { kind: 'host' };
  const property = readProperty(name);
  if (property !== undefined) return property;
  if (!namesOf(body).includes(name)) {
    refuseName(file, node, name, ['host', ...PROPERTIES, ...namesOf(body), ...earlier.map(mac => `$${mac}`)]);
  }
  return { kind: 'member', name };
}

const PROPERTIES = Object.entries(SIGN_PROPERTIES).flatMap(([of, names]) => names.map(name => `${of}.${name}`));

function readProperty(text: string): SignPart | undefined {
  if (!PROPERTIES.includes(text)) return undefined;
  return { kind: 'property', of: text.startsWith('key.') ? 'key' : 'actor', name: text.slice(text.indexOf('.') + 1) };
}

function readEarlier(file: YamlFile, node: Node, typed: string, earlier: readonly string[]): SignPart {
  const kind = typed.endsWith('.text') ? 'text' : 'mac';
  const name = kind === 'text' ? typed.slice(1, -'.text'.length) : typed.slice(1);
  if (!earlier.includes(name)) {
    const known =
      earlier.length === 0
        ? 'this is the first of the recipe'
        : `those are ${earlier.map(mac => `$${mac}`).join(', ')}`;
    file.refuse(node, `"${typed}" names no earlier MAC of the recipe: ${known}.${suggest(name, earlier)}`);
  }
  return { kind, name };
}

function readWhen(file: YamlFile, node: Node, body: readonly Member[]): SignPart {
  const members = file.members(node, 'part of a signed text', ['member', 'when'], ['member', 'when']);
  const name = readMember(file, members.get('member'), body);
  const when = members.get('when');
  if (when !== undefined) file.word(when, `when of ${name}`, ['nonEmpty']);
  return { kind: 'member', name, when: 'nonEmpty' };
}

function readEach(file: YamlFile, node: Node, body: readonly Member[]): SignPart {
  const members = file.members(node, 'part of a signed text', ['each', 'text'], ['each', 'text']);
  const member = readMember(file, members.get('each'), body);
  const text = members.get('text');
  const nested = namesOf(objectMembers(body.find(each => each.name === member)?.pattern ?? null));
  const parts = (text === undefined ? [] : file.items(text, `text of each ${member}`)).map(part => {
    const name = file.text(part, `text of each ${member}`);
    if (!nested.includes(name)) refuseName(file, part, name, nested);
    return name;
  });
  return { kind: 'each', member, parts };
}

function readMember(file: YamlFile, node: Node | undefined, body: readonly Member[]): string {
  if (node === undefined) return '';
  const name = file.text(node, 'body member in a signed text');
  if (!namesOf(body).includes(name)) refuseName(file, node, name, namesOf(body));
  return name;
}

const namesOf = (members: readonly Member[]): readonly string[] => members.map(member => member.name);

function refuseName(file: YamlFile, node: Node, name: string, known: readonly string[]): void {
  file.refuse(
    node,
    `"${name}" is unknown to this recipe: expected one of ${known.join(', ') || 'no name, since the body has no members'}.${suggest(name, known)}`,
  );
}
