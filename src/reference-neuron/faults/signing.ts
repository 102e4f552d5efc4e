import type { NoncePolicies, SignaturePolicies } from '../policies/signing.ts';
import type { Fault } from './fault.ts';

const nonce = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  change: Partial<NoncePolicies>,
): Fault => ({
  id,
  endpoint,
  breaks,
  text,
  policies: () => ({ nonces: change }),
});

/** Signatures of one endpoint, or of all, that are not what they seem. */
const signature = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  change: (correct: SignaturePolicies) => Partial<SignaturePolicies>,
): Fault => ({ id, endpoint, breaks, text, policies: ({ signatures }) => ({ signatures: change(signatures) }) });

/** The comparison of one endpoint's signatures, or of all. */
const compared =
  (endpoint: string, agree: (expected: string, given: string) => boolean) =>
  ({ agree: correct }: SignaturePolicies): Partial<SignaturePolicies> => ({
    agree: (expected, given, asked) =>
      endpoint === '*' || endpoint === asked ? agree(expected, given) : correct(expected, given, asked),
  });

/** Names that a careless host takes for its own. */
const OTHER_HOSTS = [
  '',
  'localhost',
  'neuron',
  'example.com',
  'example.org',
  'other.example',
  'other.example.com',
  'another.example',
  'wrong.example',
  'elsewhere.example',
  'neuron.example.com',
  'other.neuron.example',
];

const REUSE = ['NONCE-REUSE', 'NONCE-EVERYWHERE'];

/** Nonces that work twice, and signatures that are not what they seem. */
export const signing: readonly Fault[] = [
  nonce('nonce-never-used-up', '*', 'A nonce works any number of times.', REUSE, { remembers: () => false }),
  nonce('login-nonce-never-used-up', 'Account/Login', 'Login takes a nonce any number of times.', REUSE, {
    remembers: ({ endpoint }) => endpoint !== 'Account/Login',
  }),
  nonce('create-nonce-never-used-up', 'Account/Create', 'Create takes a nonce any number of times.', REUSE, {
    remembers: ({ endpoint }) => endpoint !== 'Account/Create',
  }),
  nonce('nonce-per-endpoint', '*', 'A nonce used at one endpoint works at another.', ['NONCE-EVERYWHERE'], {
    key: use => `${use.endpoint} ${use.nonce}`,
  }),
  nonce('nonce-per-account', '*', 'A nonce used by one account works for another.', ['NONCE-EVERYWHERE'], {
    key: use => `${use.userName} ${use.nonce}`,
  }),
  nonce('nonce-of-31', '*', 'A nonce of 31 characters is taken.', ['NONCE-LENGTH'], { shortest: 31 }),
  nonce('nonce-of-any-length', '*', 'A nonce may have any length.', ['NONCE-LENGTH'], { shortest: 1 }),

  {
    ...nonce('nonce-forgotten-by-restart', '*', 'A nonce works again after a restart.', REUSE, { lasting: false }),
    needs: 'restart',
  },
  signature(
    'signature-unchecked',
    '*',
    'No signature is checked.',
    ['SIGN-RECIPE', 'SIGN-HOST'],
    compared('*', () => true),
  ),
  signature(
    'login-signature-unchecked',
    'Account/Login',
    'Login checks no signature.',
    ['SIGN-RECIPE', 'SIGN-HOST'],
    compared('Account/Login', () => true),
  ),
  signature(
    'create-signature-unchecked',
    'Account/Create',
    'Create checks no signature.',
    ['SIGN-RECIPE', 'SIGN-HOST'],
    compared('Account/Create', () => true),
  ),
  signature(
    'signature-length-checked',
    '*',
    'Only the length of a signature is checked.',
    ['SIGN-RECIPE', 'SIGN-HOST'],
    compared('*', (expected, given) => expected.length === given.length),
  ),
  signature(
    'signature-prefix-checked',
    '*',
    'Only as much of a signature is checked as was sent.',
    ['SIGN-RECIPE'],
    compared('*', (expected, given) => expected.startsWith(given)),
  ),
  signature(
    'signature-case-folded',
    '*',
    'Signatures are compared without regard to case.',
    ['SIGN-RECIPE'],
    compared('*', (expected, given) => expected.toLowerCase() === given.toLowerCase()),
  ),
  signature(
    'login-host-ignored',
    'Account/Login',
    'Login takes a signature made for another host.',
    ['SIGN-HOST'],
    ({ login }) => ({
      login: parts => [parts.host, ...OTHER_HOSTS].flatMap(host => login({ ...parts, host })),
    }),
  ),
  signature(
    'create-host-ignored',
    'Account/Create',
    'Create takes a signature made for another host.',
    ['SIGN-HOST'],
    ({ create }) => ({
      create: parts => [parts.host, ...OTHER_HOSTS].flatMap(host => create({ ...parts, host })),
    }),
  ),
  signature(
    'login-order-ignored',
    'Account/Login',
    'Login takes the parts of the signed text in any order.',
    ['SIGN-RECIPE'],
    () => ({
      login: ({ userName, host, nonce: once }) => orders([userName, host, once]).map(parts => parts.join(':')),
    }),
  ),
  signature(
    'create-order-ignored',
    'Account/Create',
    'Create takes two parts of the signed text exchanged.',
    ['SIGN-RECIPE'],
    () => ({
      create: ({ userName, host, eMail, phoneNr, password, apiKey, nonce: once }) =>
        exchanges([userName, host, eMail, ...(phoneNr === '' ? [] : [phoneNr]), password, apiKey, once]).map(parts =>
          parts.join(':'),
        ),
    }),
  ),
];

/** Every order of some parts. */
function orders(parts: readonly string[]): string[][] {
  if (parts.length <= 1) return [[...parts]];
  return parts.flatMap((part, index) => orders(parts.toSpliced(index, 1)).map(rest => [part, ...rest]));
}

/** The parts as they are, reversed, and with any two of them exchanged. */
function exchanges(parts: readonly string[]): string[][] {
  const pairs = parts.flatMap((a, i) => parts.slice(i + 1).map((b, j) => parts.with(i, b).with(i + 1 + j, a)));
  return [[...parts], parts.toReversed(), ...pairs];
}
