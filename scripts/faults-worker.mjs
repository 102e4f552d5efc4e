// One worker of `npm run faults`.
import { parentPort } from 'node:worker_threads';
import { serveTrials } from '../dist/cli/faults/worker.js';

serveTrials(parentPort);
