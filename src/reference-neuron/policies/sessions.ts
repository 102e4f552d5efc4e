import type { Accounts } from '../state/accounts.ts';
import type { HttpSession, HttpSessions } from '../state/sessions.ts';

export interface SessionPolicies {
  /** Whether a session id that the host did not give is taken over. */
  adopts(id: string): boolean;
  /** The session in which an account was created, from the one of the caller's cookie. */
  creator(own: HttpSession | undefined, sessions: HttpSessions): HttpSession | undefined;
  /** The account of a Quick-Login, from the session of the caller's cookie. */
  quickLogin(own: HttpSession | undefined, accounts: Accounts): string | null;
}

export const sessionPolicies: SessionPolicies = {
  adopts: () => false,
  creator: own => own,
  quickLogin: own => own?.quickLogin ?? null,
};
