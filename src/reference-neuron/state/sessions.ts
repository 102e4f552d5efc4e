/** The token that a web form has earned, for GetSessionToken. Moments are milliseconds since the epoch. */
export interface EarnedToken {
  readonly userName: string;
  readonly jwt: string;
  readonly expires: number;
  readonly seconds: number;
}

/** An HTTP session, known by its cookie. */
export interface HttpSession {
  readonly id: string;
  readonly earned: EarnedToken | null;
  /** The account of a Quick-Login done in the session. */
  readonly quickLogin: string | null;
}

export interface HttpSessions {
  /** The session with an id, unless it was left alone for too long. Counts as a use. */
  find(id: string, now: number): HttpSession | undefined;
  save(session: HttpSession, now: number): void;
  all(): readonly HttpSession[];
}

const IDLE_LIMIT = 20 * 60 * 1000;

export function sessionsInMemory(): HttpSessions {
  const sessions = new Map<string, { readonly session: HttpSession; readonly usedAt: number }>();
  return {
    all: () => [...sessions.values()].map(({ session }) => session),
    find: (id, now) => {
      const known = sessions.get(id);
      if (known === undefined || now - known.usedAt > IDLE_LIMIT) {
        sessions.delete(id);
        return undefined;
      }
      sessions.set(id, { session: known.session, usedAt: now });
      return known.session;
    },
    save: (session, now) => {
      sessions.set(session.id, { session, usedAt: now });
    },
  };
}
