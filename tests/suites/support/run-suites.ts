import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, prepareRun, type RunSettings, startReferenceNeuron } from '../../../src/index.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { RunRecord } from '../../../src/model/run-record.ts';
import { freePort } from '../../peers/ports.mjs';

export type HostOptions = NonNullable<Parameters<typeof startReferenceNeuron>[0]>;

const STATE = mkdtempSync(join(tmpdir(), 'neuron-conformance-state-'));

/** Runs suites against a reference Neuron of its own, which delivers to mailbox and SMS sink of the run, and gives the record. */
export async function runSuites(settings: Partial<RunSettings>, host: HostOptions = {}): Promise<RunRecord> {
  process.env.XDG_STATE_HOME = STATE;
  const [port, sms] = [await freePort(), `http://127.0.0.1:${await freePort()}/sms`];
  const neuron = await startReferenceNeuron({ smtp: { host: '127.0.0.1', port }, sms, ...host });
  const signal = AbortSignal.timeout(100_000);
  try {
    const { url, apiKey, apiSecret, recaptchaResponse: captcha } = neuron;
    const prepared = await prepareRun(
      defaultSettings({
        target: url,
        mailbox: `smtp://127.0.0.1:${port}`,
        sms,
        profile: 'full',
        apiKey,
        apiSecret,
        captcha,
        ...settings,
      }),
      signal,
    );
    try {
      for await (const event of prepared.start(signal)) if (event.type === 'run-ended') return event.record;
      throw new Error('the run ended without a record');
    } finally {
      await prepared.close();
    }
  } finally {
    await neuron.stop();
  }
}

export interface Complaint extends Finding {
  /** `suite/step`. */
  readonly place: string;
}

/** What a run has to say, notes and what does not apply here left out. */
export const complaintsOf = (record: RunRecord): readonly Complaint[] =>
  record.suites.flatMap(suite =>
    suite.steps.flatMap(step =>
      step.findings
        .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable')
        .map(finding => ({ ...finding, place: `${suite.id}/${step.id}` })),
    ),
  );

/** A complaint as one line, for comparing whole lists. */
export const inWords = ({ outcome, place, check, requirement, message }: Complaint): string =>
  `${outcome} ${place} ${check} ${requirement ?? '-'}: ${message}`;
