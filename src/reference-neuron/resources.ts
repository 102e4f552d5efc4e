import { authenticateJwt } from './account/authenticate-jwt.ts';
import { create } from './account/create.ts';
import { createWebForm } from './account/create-web-form.ts';
import { domainInfo } from './account/domain-info.ts';
import { getSessionToken } from './account/get-session-token.ts';
import { info } from './account/info.ts';
import { login } from './account/login.ts';
import { prepareRemoteQuickLogin, quickLogin, remoteQuickLogin } from './account/quick-login.ts';
import { recover } from './account/recover.ts';
import { remoteReferences } from './account/remote-references.ts';
import { resendVerificationCodes } from './account/resend.ts';
import { logout, refresh } from './account/session.ts';
import { transfer } from './account/transfer.ts';
import { verifyEMail, verifyPhoneNr } from './account/verify.ts';
import { webFormPage } from './account/web-form-page.ts';
import { wwwLogin } from './account/www-login.ts';
import type { Resource } from './resource.ts';
import { informationQuery } from './xmpp/information-query.ts';
import {
  sendPresenceSubscription,
  sendPresenceUnsubscription,
  sendSubscriptionAccepted,
  sendSubscriptionDeclined,
} from './xmpp/presence.ts';
import { presenceProbe } from './xmpp/presence-probe.ts';
import { clearMessages, popMessages } from './xmpp/queue.ts';
import { registerEventHandler } from './xmpp/register-event-handler.ts';
import { getRoster, getRosterItem, removeRosterItem, setRosterItem } from './xmpp/roster.ts';
import { sendFormattedMessage } from './xmpp/send-formatted-message.ts';
import { sendTextMessage } from './xmpp/send-text-message.ts';
import { sendXmlMessage } from './xmpp/send-xml-message.ts';

/** Everything the host answers. */
export const RESOURCES: readonly Resource[] = [
  domainInfo,
  create,
  createWebForm,
  webFormPage,
  getSessionToken,
  verifyEMail,
  verifyPhoneNr,
  resendVerificationCodes,
  login,
  quickLogin,
  wwwLogin,
  refresh,
  logout,
  recover,
  info,
  authenticateJwt,
  transfer,
  prepareRemoteQuickLogin,
  remoteQuickLogin,
  remoteReferences,

  sendTextMessage,
  sendFormattedMessage,
  sendXmlMessage,
  popMessages,
  clearMessages,
  registerEventHandler,
  getRoster,
  getRosterItem,
  setRosterItem,
  removeRosterItem,
  sendPresenceSubscription,
  sendSubscriptionAccepted,
  sendSubscriptionDeclined,
  sendPresenceUnsubscription,
  presenceProbe,
  informationQuery,
];
