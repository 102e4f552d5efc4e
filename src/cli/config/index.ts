export { addConfigOptions } from './options.ts';
export { printConfig } from './print.ts';
export { type Config, type ConfigInput, type Provenance, resolveConfig } from './resolve.ts';
export { configSchema } from './schema.ts';
