import { fileURLToPath } from 'node:url';

/** The folder that holds `suites/`, `fixtures/` and `package.json`. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../..', import.meta.url));
