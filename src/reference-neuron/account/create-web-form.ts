import { filled, text } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { openSession } from '../http/session.ts';
import { agentResource } from '../resource.ts';
import { issueToken } from '../security/tokens.ts';
import { left, WEB_FORM_OWNER } from '../state/api-keys.ts';
import { makeAccount, nameTaken, requireSoundAccount } from './new-account.ts';

const SECONDS = 3600;

export const createWebForm = agentResource('Account/CreateWebForm', {
  access: 'none',
  enabledOnly: false,
  json: `{
    "UserName": Required(Str(PUserName)),
    "EMail": Required(Str(PEMail)),
    "PhoneNr": Optional(Str(PPhoneNr)),
    "Password": Required(Str(PPassword)),
    "RedirectionUrl": Required(Str(PRedirectionUrl)),
    "g-recaptcha-response": Required(Str(PRecaptcha))
  }`,
  xml: null,
  run: call => {
    const { host, fields, posted } = call;
    const { accounts, webForm } = host.policies;
    if (posted.kind !== 'form' && webForm.formOnly) throw refuse(406, 'The data must be posted as a web form.');
    const key = host.apiKeys.byOwner(WEB_FORM_OWNER);
    const wanted = {
      userName: filled(fields, 'PUserName'),
      eMail: filled(fields, 'PEMail'),
      phoneNr: text(fields, 'PPhoneNr'),
      password: filled(fields, 'PPassword'),
      apiKey: key?.key ?? '',
      language: call.headers.get('accept-language') ?? '',
    };
    const url = filled(fields, 'PRedirectionUrl');
    const problem = webForm.redirectionProblem(url);
    if (problem !== null) throw refuse(400, problem);
    const proof = webForm.needsProof ? filled(fields, 'PRecaptcha') : text(fields, 'PRecaptcha');
    if (!webForm.proven(proof, host.recaptchaResponse)) throw refuse(403, 'reCAPTCHA proof not accepted.');
    requireSoundAccount(call, wanted);
    if (key === undefined || accounts.isExhausted(left(key)))
      throw refuse(403, 'No account can be created with the web form.');
    if (host.accounts.find(wanted.userName) !== undefined) throw nameTaken(host, wanted.userName);
    const session = openSession(call);
    const account = makeAccount(call, wanted);
    const { jwt, expires } = issueToken(host, account, SECONDS);
    const earned = { userName: account.userName, jwt, expires: expires.getTime(), seconds: SECONDS };
    host.sessions.save({ ...session, earned }, host.now());
    return { status: 303, headers: [['Location', inAscii(webForm.location(url))]], content: { kind: 'empty' } };
  },
});

/** Headers carry ASCII; what else a URL may hold is escaped, and nothing is escaped twice. */
const inAscii = (url: string): string => url.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
