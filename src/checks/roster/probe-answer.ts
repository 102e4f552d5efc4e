import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { isAddress } from './items.ts';

/** The answer to a probe is about the contact that was asked for, and holds the presence that it tells of. */
export const probeAnswer = callCheck({
  id: 'probe-answer',
  title: 'the presence is that of the contact',
  requirement: 'PROBE-ANSWER',
  evaluate: ({ answer, value, sent }) => {
    if (answer.status !== 200 || !isObject(value) || !isObject(sent)) return [];
    const bare = typeof value.jid === 'string' ? value.jid.split('/')[0] : undefined;
    const { Stanza } = value;
    const empty = Stanza === '' || (isObject(Stanza) && Object.keys(Stanza).length === 0);
    return [
      ...(isAddress(bare, sent.to)
        ? []
        : [
            {
              message: `The answer to a probe of ${String(sent.to)} is about another address.`,
              expected: sent.to ?? null,
              actual: value.jid ?? null,
              pointer: '/jid',
            },
          ]),
      ...(empty
        ? [
            {
              message: 'The answer to a probe holds no presence.',
              expected: 'a presence stanza',
              actual: Stanza ?? null,
              pointer: '/Stanza',
            },
          ]
        : []),
    ];
  },
});
