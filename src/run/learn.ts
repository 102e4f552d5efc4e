import { decodeToken, OBSERVERS, tokenOf } from '../checks/index.ts';
import type { Spec } from '../contract/spec.ts';
import { type Exchange, header, headerValues } from '../model/exchange.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import type { Actor } from './actor.ts';
import type { Session } from './session.ts';

/** Takes from a good answer what later steps need: the token, the session cookie, whether the account is enabled. */
export function learn(
  session: Session,
  spec: Spec,
  exchange: Exchange,
  actor: Actor | null,
  sent: Json | undefined,
): void {
  const { answer } = exchange;
  if (answer === null || answer.status < 200 || answer.status >= 400) return;
  observe(session, spec, exchange);
  const token = tokenOf(answer.value);
  if (typeof token === 'string') {
    session.peers.secrets.taint('jwt', actor?.persona.name ?? '', token);
    const claims = decodeToken(token)?.claims;
    if (typeof claims?.jti === 'string') session.seenTokens.add(claims.jti);
    if (actor !== null) {
      actor.token = token;
      const domain = typeof claims?.sub === 'string' ? claims.sub.split('@')[1] : undefined;
      if (domain !== undefined && domain !== '') actor.domain ??= domain;
    }
  }
  if (actor === null) return;
  const cookie = headerValues(answer.headers, 'set-cookie').find(value => value.startsWith('HttpSessionID='));
  if (cookie !== undefined) actor.cookie = cookie.split(';')[0] ?? null;
  if (isObject(sent)) follow(spec.endpoint, sent, actor);
  if (spec.endpoint === 'Account/Logout') actor.token = null;
}

/** Which of an actor's contacts the host waits for; the account is enabled when none is left. */
function follow(endpoint: string, sent: JsonObject, actor: Actor): void {
  const { phoneNr } = actor.persona;
  if (endpoint === 'Account/Create' && sent.phoneNr === phoneNr) actor.unverified.add('sms');
  if (endpoint === 'Account/CreateWebForm' && sent.PhoneNr === phoneNr) actor.unverified.add('sms');
  if (endpoint === 'Account/VerifyPhoneNr' && sent.phoneNr === phoneNr) actor.unverified.delete('sms');
  if (endpoint === 'Account/VerifyEMail' && sent.eMail === actor.eMail) actor.unverified.delete('mail');
  if (/^Account\/Verify/.test(endpoint)) actor.enabled = actor.unverified.size === 0;
}

function observe(session: Session, spec: Spec, exchange: Exchange): void {
  const { answer } = exchange;
  // The questions are about JSON; in XML a moment is always text.
  if (answer?.value === undefined || !/json/i.test(header(answer.headers, 'content-type') ?? '')) return;
  const { value } = answer;
  for (const { question, observe: reading } of OBSERVERS) {
    const key = `${spec.endpoint} ${question}`;
    if (spec.readings[question] === undefined || session.readings.has(key)) continue;
    const found = reading(spec, value);
    if (found !== null) session.readings.set(key, { reading: found, exchange: exchange.id });
  }
}
