import { createHmac } from 'node:crypto';
import type { SignPart, SignRule } from '../../contract/spec.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { isObject } from '../../model/json.ts';

/** Everything that a recipe may ask for. */
export interface SignContext {
  /** The `Host` header that the request will carry. */
  readonly host: string;
  /** The body's members before signing, the nonce among them. */
  readonly members: JsonObject;
  readonly actor: Readonly<Record<string, string>>;
  /** The signing key of the actor: `localName`, `namespace`, `id`. */
  readonly key?: Readonly<Record<string, string>>;
  /** The secrets by the names of `SignRule.key`; only those of the recipe are needed. */
  readonly secrets: Readonly<Partial<Record<SignRule['key'], string>>>;
}

/** Departures from the recipe, for requests that a host must refuse and for other published readings. */
export interface SignOverrides {
  readonly host?: string;
  /** Used instead of every secret of the recipe. */
  readonly key?: string;
  /** `reversed`, or the labels of the parts to sign, in order; parts that are not named are left out. */
  readonly order?: 'reversed' | readonly string[];
}

/**
 * The MACs of a recipe by the body member that carries each: HMAC-SHA-256 in base64 over the parts in UTF-8, joined by
 * `:`. Later rules may use the MACs and texts of earlier ones. Throws when a secret of the recipe is not given.
 */
export function signRequest(
  rules: readonly SignRule[],
  context: SignContext,
  overrides: SignOverrides = {},
): Record<string, string> {
  const macs: Record<string, string> = {};
  const texts: Record<string, string> = {};
  for (const rule of rules) {
    const secret = overrides.key ?? context.secrets[rule.key];
    if (secret === undefined) throw new Error(`the recipe of ${rule.name} needs the secret ${rule.key}`);
    const valuesOf = (part: SignPart) => partValues(part, context, overrides.host ?? context.host, macs, texts);
    const text = inOrder(rule.text, overrides.order).flatMap(valuesOf).join(':');
    texts[rule.name] = text;
    macs[rule.name] = createHmac('sha256', secret).update(text, 'utf8').digest('base64');
  }
  return macs;
}

/** What `SignOverrides.order` calls a part: `userName`, `host`, `actor.userName`, `key.id`, `$name`, `$name.text`. */
export function partLabel(part: SignPart): string {
  switch (part.kind) {
    case 'member':
      return part.name;
    case 'host':
      return 'host';
    case 'property':
      return `${part.of}.${part.name}`;
    case 'mac':
      return `$${part.name}`;
    case 'text':
      return `$${part.name}.text`;
    case 'each':
      return part.member;
  }
}

function inOrder(parts: readonly SignPart[], order: SignOverrides['order']): readonly SignPart[] {
  if (order === undefined) return parts;
  if (order === 'reversed') return parts.toReversed();
  return order.flatMap(label => parts.filter(part => partLabel(part) === label));
}

function partValues(
  part: SignPart,
  context: SignContext,
  host: string,
  macs: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): string[] {
  switch (part.kind) {
    case 'member': {
      const value = asText(context.members[part.name]);
      return part.when === 'nonEmpty' && value === '' ? [] : [value];
    }
    case 'host':
      return [host];
    case 'property':
      return [asText((part.of === 'actor' ? context.actor : context.key)?.[part.name])];
    case 'mac':
      return [macs[part.name] ?? ''];
    case 'text':
      return [texts[part.name] ?? ''];
    case 'each':
      return elements(context.members[part.member]).flatMap(item => part.parts.map(name => asText(item[name])));
  }
}

/** How a member stands in a signed text; absent and null as the empty text. */
function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const elements = (value: Json | undefined): readonly JsonObject[] =>
  (Array.isArray(value) ? value : [value]).filter(isObject);
