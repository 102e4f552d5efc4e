import type { Catcher } from '../../peers/mailbox/mailbox.ts';
import { type Examination, fine, problem, thrown } from './examination.ts';

const NAME = 'SMS sink';

/** Has the SMS sink listen where the operator says, and hand itself a message. */
export async function examineSms(url: string, signal: AbortSignal): Promise<Examination> {
  let sink: Catcher;
  try {
    const { openSmsSink } = await import('../../peers/sms/sms-sink.ts');
    sink = await openSmsSink(url);
  } catch (error) {
    return thrown(NAME, error);
  }
  try {
    const probe = await sink.probe(signal);
    return probe.kind === 'works'
      ? fine(NAME, `${sink.url} takes a message posted to itself`)
      : problem(NAME, probe.message, 'Look at "sms" in neuron-conformance.yaml, and run the doctor again.');
  } finally {
    await sink.close();
  }
}
