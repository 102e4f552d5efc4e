import { conformance } from '../../src/vitest.ts';

// The project's own use of the adapter: the reference Neuron walks the journey, a test for each step.
conformance({ suites: ['domain', 'journey'], seed: 1 });
