import { accountShapes } from './account-shapes.ts';
import { auditing } from './auditing.ts';
import { challenges } from './challenges.ts';
import { connection } from './connection.ts';
import { creation } from './creation.ts';
import { credentials } from './credentials.ts';
import type { Fault } from './fault.ts';
import { leaks } from './leaks.ts';
import { limits } from './limits.ts';
import { mails } from './mails.ts';
import { media } from './media.ts';
import { messageDelivery } from './message-delivery.ts';
import { pairsOf } from './pairs.ts';
import { phones } from './phones.ts';
import { queues } from './queues.ts';
import { requests } from './requests.ts';
import { rosters } from './rosters.ts';
import { sending } from './sending.ts';
import { signing } from './signing.ts';
import { statuses } from './statuses.ts';
import { times } from './times.ts';
import { tokenContents } from './token-contents.ts';
import { tokenTests } from './token-tests.ts';
import { verifying } from './verification.ts';
import { webForm } from './web-form.ts';
import { xml } from './xml.ts';
import { xmppShapes } from './xmpp-shapes.ts';

const singles: readonly Fault[] = [
  // what an answer holds
  ...accountShapes,
  ...xmppShapes,
  ...times,
  ...leaks,
  // how it is written and sent
  ...statuses,
  ...media,
  ...xml,
  ...connection,
  // who may come in
  ...challenges,
  ...tokenContents,
  ...tokenTests,
  ...signing,
  ...credentials,
  ...auditing,
  // what is taken
  ...limits,
  ...requests,
  // what happens
  ...creation,
  ...verifying,
  ...mails,
  ...phones,
  ...webForm,
  ...messageDelivery,
  ...queues,
  ...sending,
  ...rosters,
];

/** Every seeded deviation, by area. */
export const FAULTS: readonly Fault[] = [...singles, ...pairsOf(singles)];
