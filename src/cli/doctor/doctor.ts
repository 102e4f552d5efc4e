import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { loadContract } from '../../contract/catalogue.ts';
import type { SignRule } from '../../contract/spec.ts';
import { isObject } from '../../model/json.ts';
import { stateFiles } from '../../peers/ledger/index.ts';
import type { Mailbox } from '../../peers/mailbox/index.ts';
import { connectNeuron } from '../../peers/neuron/index.ts';
import { parseTarget } from '../../peers/target/parse-target.ts';
import { openConfiguredMailbox } from '../compose/configured-mailbox.ts';
import { mayWrite } from '../compose/guard.ts';
import type { Config } from '../config/index.ts';
import { type Caller, get } from './caller.ts';
import { type Examination, skipped, thrown } from './examination.ts';
import { examineMailbox } from './mail.ts';
import { judgeClock, judgeDomainInfo } from './neuron.ts';
import { examineArithmetic, examineFolder, examineKey } from './offline.ts';
import { accountProbe, keyProbe, otherNames } from './probes.ts';
import { proxySigns } from './proxy.ts';
import { examineCertificate, examineName, examinePort } from './reach.ts';
import { examineSignature, type SignatureProbe } from './signature.ts';
import { examineSms } from './sms.ts';

/**
 * Looks at everything that a run depends on, nearest first. What hangs on something that has a problem is not looked
 * at; the rest is, so that one call shows as much as can be known.
 */
export async function* examine(config: Config, signal: AbortSignal): AsyncGenerator<Examination, void> {
  const contract = loadContract();
  const recipe = (endpoint: string): readonly SignRule[] => {
    const sign = contract.endpoint(endpoint)?.sign ?? 'unknown';
    return sign === 'unknown' ? [] : sign;
  };
  const runId = `doctor${Date.now().toString(36)}`;
  let mailbox: Mailbox | null = null;
  try {
    yield examineArithmetic(recipe('Account/Create'));
    const key = examineKey(config);
    yield key;
    yield await examineFolder('Report', resolve(config.out ?? 'reports'));
    yield await examineFolder('Ledger', stateFiles(process.env, homedir()).folder);
    yield await examineMailbox(async () => {
      mailbox = await openConfiguredMailbox(config, runId, signal);
      return mailbox;
    }, signal);
    if (config.sms !== null) yield await examineSms(config.sms, signal);
    if (config.target === null) yield skipped('Target', 'none is given: "run" tests the built-in reference Neuron');
    else {
      // A key that was miscopied would only cost failed credentials.
      const sound = key.outcome === 'problem' ? { ...config, apiKey: null, apiSecret: null } : config;
      yield* examineTarget(sound, config.target, recipe, mailboxAddress(mailbox), signal);
    }
  } finally {
    await closed(mailbox);
  }
}

const closed = async (mailbox: Mailbox | null): Promise<void> => mailbox?.close();
const mailboxAddress = (mailbox: Mailbox | null): string => mailbox?.address('doctor') ?? 'doctor@conformance.example';

async function* examineTarget(
  config: Config,
  target: string,
  recipe: Caller['recipe'],
  eMail: string,
  signal: AbortSignal,
): AsyncGenerator<Examination, void> {
  const { origin, host } = parseTarget(target);
  const endpoint = { url: new URL(origin), ca: config.ca };
  for (const look of [examineName, examinePort, () => examineCertificate(endpoint, Date.now())]) {
    const examination = await look(endpoint);
    yield examination;
    if (examination.outcome === 'problem') return;
  }
  const client = connectNeuron({
    origin,
    ...(config.ca === null ? {} : { ca: config.ca }),
    ...(config.timeout === null ? {} : { timeout: config.timeout }),
  });
  try {
    const caller: Caller = { client, signal, recipe };
    const info = await get(caller, 'Account/DomainInfo');
    const neuron = judgeDomainInfo(info);
    yield neuron;
    if (neuron.outcome === 'problem') return;
    yield judgeClock(info);
    const value = info.answer?.value;
    const domain = isObject(value) && typeof value.domain === 'string' ? value.domain : '';
    const around = {
      host,
      otherNames: otherNames(host, domain === '' ? [] : [domain]),
      proxySigns: proxySigns(info.answer?.headers ?? []),
    };
    const probes = await probesOf(caller, config, endpoint.url.hostname, [host, domain], eMail);
    if (probes.length === 0) yield withoutProbe(config, host);
    for (const probe of probes) {
      const examination = await examineSignature(probe, around);
      yield examination;
      if (examination.outcome === 'problem') return;
    }
  } catch (error) {
    yield thrown('Signature', error);
  } finally {
    await client.close();
  }
}

async function probesOf(
  caller: Caller,
  config: Config,
  hostname: string,
  others: readonly string[],
  eMail: string,
): Promise<readonly SignatureProbe[]> {
  const { apiKey, apiSecret, account } = config;
  const probes: SignatureProbe[] = [];
  if (apiKey !== null && apiSecret !== null && mayWrite(hostname, config, others))
    probes.push(await keyProbe(caller, { apiKey, apiSecret, eMail }));
  if (account !== null) probes.push(accountProbe(caller, account));
  return probes;
}

function withoutProbe({ apiKey }: Config, host: string): Examination {
  if (apiKey === null) return skipped('Signature', 'there is neither an API key nor an account to sign with');
  return skipped(
    'Signature',
    `trying one would create an account: name ${host} in "staging", or give --confirm ${host}`,
  );
}
