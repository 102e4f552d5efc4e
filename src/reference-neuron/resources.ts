import { authenticateJwt } from './account/authenticate-jwt.ts';
import { create } from './account/create.ts';
import { domainInfo } from './account/domain-info.ts';
import { info } from './account/info.ts';
import { login } from './account/login.ts';
import { logout, refresh } from './account/session.ts';
import { verifyEMail, verifyPhoneNr } from './account/verify.ts';
import type { Resource } from './resource.ts';
import { clearMessages, popMessages } from './xmpp/queue.ts';
import { sendTextMessage } from './xmpp/send-text-message.ts';

/** Everything the host answers. */
export const RESOURCES: readonly Resource[] = [
  domainInfo,
  create,
  verifyEMail,
  verifyPhoneNr,
  login,
  refresh,
  logout,
  info,
  authenticateJwt,

  sendTextMessage,
  popMessages,
  clearMessages,
];
