import { defineConfig } from 'vitest/config';

/** What takes longer than anybody waits for while working: `npm run test:slow`. */
export default defineConfig({ test: { include: ['tests/slow/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 60_000 } });
