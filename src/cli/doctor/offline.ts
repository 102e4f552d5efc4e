import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignRule } from '../../contract/spec.ts';
import { reasonOf } from '../../model/reason.ts';
import { signRequest } from '../../peers/neuron/index.ts';
import type { Config } from '../config/index.ts';
import { type Examination, fine, problem, skipped } from './examination.ts';

/** The values of the API's quick start, and the signature that the openssl command makes of them. */
const QUICK_START = {
  host: 'neuron.example.com',
  members: {
    userName: 'alice',
    eMail: 'alice@example.com',
    password: 'correct-horse-battery-staple',
    apiKey: 'your-api-key',
    nonce: 'random-unique-string-at-least-32-chars',
  },
  actor: {},
  secrets: { apiSecret: 'your-api-secret' },
} as const;
const EXPECTED = 'WCLbiVkTVNsVWZkyCIAdk4P88J1gWsVaW00MCq68GLE=';

/** Whether this machine computes signatures as it should, by the recipe of Create. */
export function examineArithmetic(recipe: readonly SignRule[]): Examination {
  const { signature } = signRequest(recipe, QUICK_START);
  if (signature === EXPECTED) return fine('Arithmetic', 'the known signature of the quick start comes out right');
  return problem(
    'Arithmetic',
    `The known signature of the quick start comes out as ${signature} instead of ${EXPECTED}.`,
    'Reinstall neuron-conformance; nothing that it signs can be right.',
  );
}

/** Whether key and secret look like what an operator gives out, rather than like a slip of copying. */
export function examineKey({ apiKey, apiSecret }: Config): Examination {
  if (apiKey === null || apiSecret === null)
    return skipped('API key', 'none is given: suites that create accounts are not applicable');
  const next = 'Copy NEURON_API_KEY and NEURON_API_SECRET again from what the operator gave out.';
  for (const [name, value] of [
    ['NEURON_API_KEY', apiKey],
    ['NEURON_API_SECRET', apiSecret],
  ] as const) {
    if (value !== value.trim()) return problem('API key', `${name} begins or ends with white space.`, next);
    if (/^(["']).*\1$/s.test(value))
      return problem('API key', `${name} stands in quotes, which are part of its value.`, next);
    if (/^your-/.test(value)) return problem('API key', `${name} is the example of the documentation.`, next);
  }
  if (apiKey === apiSecret) return problem('API key', 'NEURON_API_KEY and NEURON_API_SECRET are the same.', next);
  return fine('API key', 'key and secret are given');
}

/** Whether a folder can be written to; one that is not there yet is made and removed again. */
export async function examineFolder(name: string, folder: string): Promise<Examination> {
  const probe = join(folder, `.probe-${randomBytes(4).toString('hex')}`);
  try {
    const made = await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(made ?? probe, { recursive: true });
    return fine(name, `${folder} can be written to`);
  } catch (error) {
    return problem(
      name,
      `The folder ${folder} cannot be written to: ${reasonOf(error)}.`,
      'Change its rights, or name another one.',
    );
  }
}
