import { afterEach } from 'vitest';
import {
  type ReferenceNeuron,
  type ReferenceNeuronOptions,
  startReferenceNeuron,
} from '../../../src/reference-neuron/index.ts';

const running: ReferenceNeuron[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(neuron => neuron.stop()));
});

/** A host that is stopped after the test. */
export async function startHost(options: ReferenceNeuronOptions = {}): Promise<ReferenceNeuron> {
  const neuron = await startReferenceNeuron(options);
  running.push(neuron);
  return neuron;
}
