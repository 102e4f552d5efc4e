import { Worker } from 'node:worker_threads';
import type { Task, Trial } from './task.ts';
import type { Reply } from './worker.ts';

export interface PoolOptions {
  /** The file that a worker runs: it gives its port to `serveTrials`. */
  readonly script: URL;
  readonly workers: number;
  /** Hosts side by side in one worker: most of a trial is waiting. */
  readonly side: number;
  /** Called as each trial ends. */
  readonly onTrial: (trial: Trial) => void;
}

/** Runs tasks in worker threads, started in the order given. Throws when one of them cannot be run. */
export async function runTasks(tasks: readonly Task[], options: PoolOptions): Promise<void> {
  const waiting = [...tasks].reverse();
  const workers = Array.from({ length: options.workers }, () => new Worker(options.script));
  try {
    await Promise.all(workers.map(worker => feed(worker, waiting, options)));
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/** Keeps one worker busy until nothing is left. */
function feed(worker: Worker, waiting: Task[], { side, onTrial }: PoolOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let running = 0;
    const next = (): void => {
      const task = waiting.pop();
      if (task !== undefined) {
        running += 1;
        worker.postMessage(task);
      } else if (running === 0) resolve();
    };
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('a worker ended before its tasks')));
    worker.on('message', (said: Reply) => {
      running -= 1;
      if (said.kind === 'broken') {
        reject(new Error(`The trial ${said.name} could not be run: ${said.message}`));
        return;
      }
      onTrial(said.trial);
      next();
    });
    for (let started = 0; started < side; started++) next();
  });
}
