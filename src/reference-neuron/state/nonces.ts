/** Nonces that were used, over all accounts and endpoints. */
export interface Nonces {
  has(key: string): boolean;
  add(key: string): void;
  clear(): void;
}

export const noncesInMemory = (): Nonces => new Set<string>();
