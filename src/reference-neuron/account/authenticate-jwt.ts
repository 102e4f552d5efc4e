import { attributesOf, ok } from '../answers.ts';
import type { Call } from '../call.ts';
import { text } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { auditFailure, auditSuccess } from '../security/audit-gate.ts';
import { challenge } from '../security/authenticate.ts';
import { type Jwt, parseJwt } from '../security/jwt.ts';
import { tokenRefusal } from '../security/tokens.ts';
import { isMembers, type Value, type ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';

export const authenticateJwt = agentResource('Account/AuthenticateJwt', {
  access: 'jwt-authentication',
  enabledOnly: false,
  json: '{ "token": Optional(Str(PToken)) }',
  xml: '<AuthenticateJwt xmlns="https://waher.se/Schema/BrokerAgent.xsd" token=(Required(Str(PToken))) />',
  run: call => {
    const token = tokenOf(call);
    const { refusal } = tokenRefusal(call.host, token, call.resource.endpoint);
    if (refusal !== null) {
      auditFailure(call.host, 'token', call);
      throw refuse(403, refusal);
    }
    auditSuccess(call.host, 'token', call);
    return ok(described(token), inXml);
  },
});

/** The token in the body, or the one that the caller came with. */
function tokenOf({ host, fields, headers }: Call): Jwt {
  const given = text(fields, 'PToken');
  const bearer = /^bearer\s+(.*)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim();
  const token = given === '' ? bearer : given;
  if (token === undefined) throw challenge(host);
  const parsed = parseJwt(token);
  if (parsed === undefined) throw refuse(403, 'Unable to parse token.');
  return parsed;
}

function described({ header, payload, signature, algorithm, type, claims }: Jwt): ValueObject {
  return {
    header,
    payload,
    signature,
    algorithm,
    claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, scalar(value)])),
    type,
    issuer: scalar(claims.iss),
    subject: scalar(claims.sub),
    id: scalar(claims.jti),
    audience: null,
    expiration: moment(claims.exp),
    notBefore: moment(claims.nbf),
    issuedAt: moment(claims.iat),
  };
}

const scalar = (value: unknown): Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const moment = (seconds: unknown): Date | null => (typeof seconds === 'number' ? new Date(seconds * 1000) : null);

function inXml({ claims, ...members }: ValueObject): XmlElement {
  const inside = isMembers(claims) ? Object.entries(claims).map(([name, value]) => [name, String(value)] as const) : [];
  return new XmlElement('ValidJwt', AGENT_NAMESPACE, attributesOf(members), [
    new XmlElement('Claims', AGENT_NAMESPACE, inside),
  ]);
}
