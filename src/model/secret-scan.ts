import { Buffer } from 'node:buffer';
import { Finder } from './finder.ts';
import { LONG, needles } from './secret-forms.ts';
import type { Secrets } from './secrets.ts';

/** A tainted value that was found where it must not be. */
export interface Leak {
  /** The secret's stable name, never its value. */
  readonly name: string;
  readonly form: string;
  /** Byte offset in the artefact. */
  readonly offset: number;
}

/**
 * Every place where an artefact still holds a tainted value of 12 characters or more: plain, base64 at any alignment,
 * base64url, URL-encoded, JSON- or HTML-escaped, hexadecimal, or as a segment of a JWT.
 */
export function scanForSecrets(artefact: Uint8Array, secrets: Secrets): Leak[] {
  return secretScanner(secrets)(artefact);
}

/** `scanForSecrets` for several artefacts with the secrets known now. */
export function secretScanner(secrets: Secrets): (artefact: Uint8Array) => Leak[] {
  const finder = new Finder(
    needles(
      secrets.entries().filter(([value]) => value.length >= LONG),
      true,
    ),
  );
  return artefact => {
    const text = Buffer.from(artefact.buffer, artefact.byteOffset, artefact.byteLength).toString('latin1');
    return finder.find(text).map(({ start, needle }) => ({ name: needle.name, form: needle.form, offset: start }));
  };
}
