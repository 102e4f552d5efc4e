import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import {
  compilePattern,
  NotationError,
  parsePattern,
  parseXmlPattern,
  printPattern,
  printXmlPattern,
  xmlFromPattern,
} from '../../../src/contract/notation/index.ts';
import { jsonPatterns, xmlPatterns } from './catalogue.ts';

/** Published XML that is not well-formed, and what the parser says of it. */
const BROKEN_XML: Readonly<Record<string, string>> = {
  'Account/AuthenticateJwt answer':
    'The notation cannot be read at 15:11: expected </ValidJwt>, got the end of the text.',
  'Tokens/AddXmlNote request':
    'The notation cannot be read at 2:1: expected the end of the pattern, got "or\\n<AddXmlNo".',
};

test('all 154 published JSON patterns are read, and printing them loses nothing', () => {
  expect(jsonPatterns).toHaveLength(154);
  for (const [name, text] of jsonPatterns) {
    const pattern = parsePattern(text);
    expect(parsePattern(printPattern(pattern)), name).toEqual(pattern);
  }
});

test('all 115 published XML patterns are read but the two that are no XML, and printing them loses nothing', () => {
  const refused: Record<string, string> = {};
  for (const [name, text] of xmlPatterns) {
    try {
      const pattern = parseXmlPattern(text);
      expect(parseXmlPattern(printXmlPattern(pattern)), name).toEqual(pattern);
    } catch (error) {
      if (!(error instanceof NotationError)) throw error;
      refused[name] = error.message;
    }
  }
  expect(xmlPatterns).toHaveLength(115);
  expect(refused).toEqual(BROKEN_XML);
});

test('every published pattern compiles to schemas that ajv takes in strict mode', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  for (const [name, text] of jsonPatterns) {
    const pattern = parsePattern(text);
    for (const mode of ['request', 'answer'] as const) {
      const schema = compilePattern(pattern, { mode });
      expect(ajv.validateSchema({ ...schema }), name).toBe(true);
      expect(typeof ajv.compile({ ...schema }), name).toBe('function');
    }
  }
});

test('an XML form can be derived from every published JSON pattern', () => {
  for (const [name, text] of jsonPatterns) {
    const derived = xmlFromPattern(parsePattern(text), 'Derived');
    expect(parseXmlPattern(printXmlPattern(derived)), name).toEqual(derived);
  }
});

test('the derived XML form is the published one for all but the pairs that publish something else', () => {
  const published = new Map(xmlPatterns);
  const differing: string[] = [];
  let equal = 0;
  for (const [name, text] of jsonPatterns) {
    const xml = published.get(name);
    if (xml === undefined || name in BROKEN_XML) continue;
    const expected = parseXmlPattern(xml);
    const derived = xmlFromPattern(parsePattern(text), expected.name, expected.namespace);
    if (printXmlPattern(derived) === printXmlPattern(expected)) equal++;
    else differing.push(name);
  }
  expect({ equal, differing }).toMatchInlineSnapshot(`
    {
      "differing": [
        "Account/ResendVerificationCodes request",
        "Account/AuthenticateJwt request",
        "Xmpp/SendPresenceSubscription request",
        "Xmpp/GetRoster answer",
        "Xmpp/PresenceProbe answer",
        "Xmpp/InformationQuery answer",
        "Xmpp/PopMessages request",
        "Xmpp/PopMessages answer",
        "Storage/LoadPrivateXml answer",
        "Storage/SearchInVault answer",
        "Crypto/GetPublicKey answer",
        "Legal/ReadyForApproval request",
        "Legal/ReadyForApproval answer",
        "Wallet/ProcessEDalerUri answer",
        "Tokens/GetContractTokens answer",
        "Tokens/GetToken answer",
        "Tokens/AddTextNote answer",
        "StateMachines/GetCurrentState answer",
        "Intelligence/CheckEndpoint answer",
        "Intelligence/Add request",
        "Intelligence/Update request",
      ],
      "equal": 92,
    }
  `);
});
