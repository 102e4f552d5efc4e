import type { MessagePort } from 'node:worker_threads';
import { type Bench, makeBench } from './bench.ts';
import type { Task, Trial } from './task.ts';
import { tryOut } from './try-out.ts';

/** What a worker answers: the trial, or the error of a trial that could not be run. */
export type Reply =
  | { readonly kind: 'tried'; readonly trial: Trial }
  | { readonly kind: 'broken'; readonly name: string; readonly message: string };

/** Runs every task that comes in through the port, all at the same time; the sender says how many those are. */
export function serveTrials(port: MessagePort): void {
  const bench = makeBench();
  port.on('message', (task: Task) => {
    reply(task, bench).then(said => port.postMessage(said));
  });
}

async function reply(task: Task, bench: Bench): Promise<Reply> {
  try {
    return { kind: 'tried', trial: await tryOut(task, bench) };
  } catch (error) {
    return {
      kind: 'broken',
      name: task.name,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
