/** The presence that the host last had of an account; `at` in milliseconds since the epoch. */
export interface Presence {
  readonly available: boolean;
  readonly at: number;
}

export interface Presences {
  of(userName: string): Presence | undefined;
  set(userName: string, presence: Presence): void;
}

export function presencesInMemory(): Presences {
  const presences = new Map<string, Presence>();
  return {
    of: userName => presences.get(userName),
    set: (userName, presence) => {
      presences.set(userName, presence);
    },
  };
}
