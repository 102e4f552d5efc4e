import { attributes, ok } from '../answers.ts';
import { preferredLanguage } from '../http/negotiate.ts';
import { LANGUAGES } from '../mail/letter.ts';
import { agentResource } from '../resource.ts';

const TEXTS = {
  en: {
    humanReadableName: 'Reference Neuron',
    humanReadableDescription: 'A conformant host that lives in memory, for testing clients and suites.',
  },
  sv: {
    humanReadableName: 'Referensneuron',
    humanReadableDescription: 'En värd som följer kontraktet och lever i minnet, för att prova klienter och sviter.',
  },
};

export const domainInfo = agentResource('Account/DomainInfo', {
  methods: ['GET', 'HEAD'],
  access: 'none',
  audited: false,
  enabledOnly: false,
  json: null,
  xml: null,
  run: ({ host, headers }) => {
    const texts = TEXTS[preferredLanguage(headers.get('accept-language'), LANGUAGES)];
    return ok({ domain: host.domain, useEncryption: host.encrypted, ...texts }, attributes('DomainInfo'));
  },
});
