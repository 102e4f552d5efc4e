import { startReferenceNeuron } from '../../reference-neuron/index.ts';
import type { Outlets } from '../compose/outlets.ts';
import type { Bench } from './bench.ts';
import { conduct } from './conduct.ts';
import { startProxy } from './proxy/proxy.ts';
import { seenIn } from './seen.ts';
import type { Task, Trial } from './task.ts';

/** Milliseconds after which a trial is given up: far beyond the longest wait of any suite. */
const DEADLINE = 240_000;

/** Runs one task: a host of its own, perhaps a proxy before it, the suites, and what they found. */
export async function tryOut(task: Task, bench: Bench): Promise<Trial> {
  const started = performance.now();
  const suites = task.suites.map(id => bench.library.suite(id));
  let reached = task.mutant === null;
  const start = async (outlets: Outlets) => {
    const neuron = await startReferenceNeuron({ ...outlets, faults: task.faults, dialect: task.dialect });
    if (task.mutant === null) return neuron;
    const proxy = await startProxy(neuron.url, task.mutant, () => {
      reached = true;
    });
    return {
      url: proxy.url,
      apiKey: neuron.apiKey,
      apiSecret: neuron.apiSecret,
      recaptchaResponse: neuron.recaptchaResponse,
      stop: async () => {
        await proxy.stop();
        await neuron.stop();
      },
    };
  };
  const record = await conduct(muted(bench, task.mute), suites, task.scope, start, AbortSignal.timeout(DEADLINE));
  return { name: task.name, seen: seenIn(record), milliseconds: performance.now() - started, reached };
}

/** The bench with some checks that are asked and say nothing. */
const muted = (bench: Bench, mute: readonly string[]): Bench =>
  mute.length === 0
    ? bench
    : {
        ...bench,
        checks: bench.checks.map(check => (mute.includes(check.id) ? { ...check, evaluate: () => [] } : check)),
      };
