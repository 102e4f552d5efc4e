/** Tokens that were logged out or replaced, kept until a day after they expire. */
export interface RevokedTokens {
  has(token: string): boolean;
  /** Both moments in Unix seconds. */
  add(token: string, expires: number, now: number): void;
  clear(): void;
}

const DAY = 86_400;

export function revokedInMemory(): RevokedTokens {
  const tokens = new Map<string, number>();
  return {
    has: token => tokens.has(token),
    clear: () => tokens.clear(),
    add: (token, expires, now) => {
      for (const [old, until] of tokens) if (until < now) tokens.delete(old);
      tokens.set(token, expires + DAY);
    },
  };
}
