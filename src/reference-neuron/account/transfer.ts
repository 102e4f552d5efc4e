import { randomBytes } from 'node:crypto';
import { ok } from '../answers.ts';
import { filled, text } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { auditSuccess } from '../security/audit-gate.ts';
import { rememberNonce, requireFreshNonce, requireSignature, signedHost } from '../security/signed.ts';
import { callerOf } from './session.ts';

const QR_SIDE = 400;

/** Without key operations there is no key to name. How a request without one is signed no source shows; here it is as for Login, with the PIN. */
export const transfer = agentResource('Account/Transfer', {
  json: `{
    "keyId": Optional(Str(PKeyId)),
    "nonce": Required(Str(PNonce)),
    "keySignature": Optional(Str(PKeySignature)),
    "requestSignature": Required(Str(PRequestSignature)),
    "pin": Optional(Str(PPin))
  }`,
  xml: null,
  run: call => {
    const { host, fields, headers } = call;
    const { account } = callerOf(call);
    const nonce = filled(fields, 'PNonce');
    const pin = text(fields, 'PPin');
    requireFreshNonce(call, nonce, account.userName);
    if (text(fields, 'PKeyId') !== '') throw refuse(404, `Key not found: ${text(fields, 'PKeyId')}`);
    const signed = [account.userName, signedHost(call), nonce, ...(pin === '' ? [] : [pin])].join(':');
    requireSignature(call, account.password, [signed], filled(fields, 'PRequestSignature'), 'Invalid signature.');
    rememberNonce(call, nonce, account.userName);
    auditSuccess(host, 'signature', call);
    const onboardingUri = `obinfo:${host.domain}:${randomBytes(12).toString('base64url')}`;
    const scheme = host.encrypted ? 'https' : 'http';
    const qrCodeUrl = `${scheme}://${headers.get('host') ?? host.domain}/QR/${encodeURIComponent(onboardingUri)}`;
    return ok({ onboardingUri, qrCodeUrl, qrCodeWidth: QR_SIDE, qrCodeHeight: QR_SIDE });
  },
});
