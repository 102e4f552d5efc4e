/** The owner of the key that the web form draws on. */
export const WEB_FORM_OWNER = 'Agent API';

/** A key that an operator gave out, with how much of its quota is used. */
export interface ApiKey {
  readonly key: string;
  readonly secret: string;
  readonly owner: string;
  /** Most accounts that may exist of those made with it. */
  readonly limit: number;
  readonly created: number;
  readonly deleted: number;
}

export interface ApiKeys {
  find(key: string): ApiKey | undefined;
  byOwner(owner: string): ApiKey | undefined;
  /** Counts one more account made with the key. */
  charge(key: string): void;
}

export const left = (key: ApiKey): number => Math.max(0, key.limit - key.created + key.deleted);

export function apiKeysInMemory(given: readonly ApiKey[]): ApiKeys {
  const keys = new Map(given.map(key => [key.key, key]));
  return {
    find: key => keys.get(key),
    byOwner: owner => [...keys.values()].find(key => key.owner === owner),
    charge: key => {
      const charged = keys.get(key);
      if (charged !== undefined) keys.set(key, { ...charged, created: charged.created + 1 });
    },
  };
}
