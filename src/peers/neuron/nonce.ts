/** A nonce for a signed request: 32 random bytes in base64url, 43 characters. `random` gives that many bytes. */
export const newNonce = (random: (bytes: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url');
