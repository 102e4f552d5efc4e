import { randomBytes } from 'node:crypto';
import type { Call } from '../call.ts';
import type { HttpSession } from '../state/sessions.ts';
import { cookie } from './cookies.ts';

const NAME = 'HttpSessionID';

/** The session of the caller's cookie, if the host knows it. */
export function sessionOf({ host, headers }: Call): HttpSession | undefined {
  const id = sentId(headers);
  return id === undefined ? undefined : host.sessions.find(id, host.now());
}

/** The caller's session, or a new one whose cookie goes out with the answer. Ids that the host did not give are not taken over. */
export function openSession(call: Call): HttpSession {
  const known = sessionOf(call);
  if (known !== undefined) return known;
  const sent = sentId(call.headers);
  const adopted = sent !== undefined && call.host.policies.sessions.adopts(sent) ? sent : undefined;
  const session = { id: adopted ?? randomBytes(32).toString('base64'), earned: null, quickLogin: null };
  call.host.sessions.save(session, call.host.now());
  call.setHeaders.push(['Set-Cookie', `${NAME}=${encodeURIComponent(session.id)}; Path=/; HttpOnly`]);
  return session;
}

/** The cookie's value is URL-encoded when it is set, and decoded when it comes back. */
function sentId(headers: ReadonlyMap<string, string>): string | undefined {
  const raw = cookie(headers.get('cookie'), NAME);
  try {
    return raw === undefined || raw === '' ? undefined : decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}
