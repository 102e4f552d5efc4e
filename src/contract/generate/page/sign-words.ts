import type { SignPart, SignRule, Spec } from '../../spec.ts';

const KEYS: Readonly<Record<SignRule['key'], string>> = {
  apiSecret: 'the secret of the API key',
  accountPassword: "the account's password",
  keyPassword: 'the password of the signing key',
};

/** A signature recipe as sentences, one for each MAC; empty for a call that is not signed. */
export function signWords(sign: Spec['sign']): readonly string[] {
  if (sign === 'unknown') return ['The call is signed, but no source publishes the recipe.'];
  return sign.map(
    rule =>
      `\`${rule.name}\` is the base64 of HMAC-SHA-256, keyed with ${KEYS[rule.key]}, over ${rule.text.map(partWords).join(' `:` ')}.`,
  );
}

function partWords(part: SignPart): string {
  switch (part.kind) {
    case 'member':
      return part.when === undefined ? `\`${part.name}\`` : `\`${part.name}\` (left out when empty)`;
    case 'host':
      return 'the `Host` header';
    case 'property':
      return part.of === 'key' ? `the signing key's ${part.name}` : `the account's ${part.name}`;
    case 'mac':
      return `\`${part.name}\``;
    case 'text':
      return `the text that \`${part.name}\` was made over`;
    case 'each':
      return `the ${part.parts.map(name => `\`${name}\``).join(' `:` ')} of each of \`${part.member}\` in order`;
  }
}
