import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/slow/**', 'tests/vendor/**'],
    // Most tests wait for processes and servers: three files at a time fit two cores.
    maxWorkers: 3,
    // Real processes and real servers on a busy machine take their time; a hang still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
