import { attributes, ok } from '../answers.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { callerOf } from './session.ts';

export const info = agentResource('Account/Info', {
  enabledOnly: false,
  json: '{ }',
  xml: '<GetAccountInfo xmlns="https://waher.se/Schema/BrokerAgent.xsd" />',
  run: call => {
    const { account } = callerOf(call);
    const { enabled } = account;
    if (!enabled && call.host.dialect['info-before-verification'] === '403')
      throw refuse(403, 'The account is not enabled.');
    return ok(
      {
        userName: account.userName,
        created: new Date(account.created),
        updated: moment(account.updated),
        eMail: enabled ? account.eMail : null,
        eMailVerified: enabled ? moment(account.eMailVerified) : null,
        phoneNr: enabled ? account.phoneNr : null,
        phoneNrVerified: enabled ? moment(account.phoneNrVerified) : null,
      },
      attributes('AccountInfo'),
    );
  },
});

const moment = (milliseconds: number | null): Date | null => (milliseconds === null ? null : new Date(milliseconds));
