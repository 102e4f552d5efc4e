import { alternativeNames } from './account/alternative-names.ts';
import { challenge } from './account/challenge.ts';
import { indistinguishable } from './account/indistinguishable.ts';
import { answerClock } from './answer/answer-clock.ts';
import { answerHeaders } from './answer/answer-headers.ts';
import { answerMediaType } from './answer/answer-media-type.ts';
import { answerSchema } from './answer/answer-schema.ts';
import { answerStatus } from './answer/answer-status.ts';
import { answerTime } from './answer/answer-time.ts';
import { answerTimestamps } from './answer/answer-timestamps.ts';
import { dialectKnown } from './answer/dialect-known.ts';
import { expected } from './answer/expected.ts';
import { noSecretEcho } from './answer/no-secret-echo.ts';
import { sameAnswer } from './answer/same-answer.ts';
import { undocumentedMember } from './answer/undocumented-member.ts';
import { xmlRoot } from './answer/xml-root.ts';
import type { Check } from './check.ts';
import { errorDiscloses } from './error/error-discloses.ts';
import { errorStatus } from './error/error-status.ts';
import { errorText } from './error/error-text.ts';
import { refused } from './error/refused.ts';
import { mailAnnounced } from './mail/mail-announced.ts';
import { mailArrives } from './mail/mail-arrives.ts';
import { mailCode } from './mail/mail-code.ts';
import { mailHeaders } from './mail/mail-headers.ts';
import { mailLanguage } from './mail/mail-language.ts';
import { mailOnce } from './mail/mail-once.ts';
import { mailRecipient } from './mail/mail-recipient.ts';
import { mailSecrets } from './mail/mail-secrets.ts';
import { mailSender } from './mail/mail-sender.ts';
import { noMail } from './mail/no-mail.ts';
import { messageCount } from './messaging/message-count.ts';
import { messageFormats } from './messaging/message-formats.ts';
import { messageOnce } from './messaging/message-once.ts';
import { messageSender } from './messaging/message-sender.ts';
import { messageUnaltered } from './messaging/message-unaltered.ts';
import { messagesWhole } from './messaging/messages-whole.ts';
import { noMessages } from './messaging/no-messages.ts';
import { peerError } from './messaging/peer-error.ts';
import { xmlContent } from './messaging/xml-content.ts';
import { xmlInJson } from './messaging/xml-in-json.ts';
import { requestSchema } from './request/request-schema.ts';
import { probeAnswer } from './roster/probe-answer.ts';
import { removedContact } from './roster/removed-contact.ts';
import { rosterAgrees } from './roster/roster-agrees.ts';
import { rosterGone } from './roster/roster-gone.ts';
import { rosterPages } from './roster/roster-pages.ts';
import { rosterStored } from './roster/roster-stored.ts';
import { tokenClaims } from './token/token-claims.ts';
import { tokenDecoded } from './token/token-decoded.ts';
import { tokenExpiry } from './token/token-expiry.ts';
import { tokenForm } from './token/token-form.ts';
import { tokenLife } from './token/token-life.ts';
import { tokenReplaced } from './token/token-replaced.ts';
import { tokenUnique } from './token/token-unique.ts';
import { allowedMethods } from './transport/allowed-methods.ts';

/** Every check there is. A new one is a file and a line here. */
export const CHECKS: readonly Check[] = [
  // the request
  requestSchema,
  // the answer
  answerStatus,
  answerMediaType,
  answerSchema,
  undocumentedMember,
  xmlRoot,
  answerClock,
  answerTimestamps,
  answerTime,
  answerHeaders,
  noSecretEcho,
  expected,
  dialectKnown,
  // the token in it
  tokenForm,
  tokenClaims,
  tokenExpiry,
  tokenLife,
  tokenUnique,
  tokenReplaced,
  tokenDecoded,
  // errors
  refused,
  errorStatus,
  errorText,
  errorDiscloses,
  // transport
  allowedMethods,
  // accounts
  alternativeNames,
  challenge,
  indistinguishable,
  sameAnswer,
  // messages
  messageOnce,
  messageUnaltered,
  messageSender,
  messageCount,
  messagesWhole,
  messageFormats,
  xmlContent,
  xmlInJson,
  noMessages,
  peerError,
  // the roster
  rosterStored,
  rosterPages,
  rosterAgrees,
  rosterGone,
  removedContact,
  probeAnswer,
  // mails
  mailAnnounced,
  mailArrives,
  mailOnce,
  mailCode,
  mailRecipient,
  mailSecrets,
  mailHeaders,
  mailSender,
  mailLanguage,
  noMail,
];

export { asNamed } from './answer/published-readings.ts';
export type { CallCheck, Check, ReceiveCheck } from './check.ts';
export { OBSERVERS } from './dialect.ts';
export type * from './evidence.ts';
export { decodeToken, tokenOf } from './token/jwt.ts';
