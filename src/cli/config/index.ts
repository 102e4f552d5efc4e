export { addConfigOptions } from './options.ts';
export { type Config, type ConfigInput, type Provenance, resolveConfig } from './resolve.ts';
export { configSchema } from './schema.ts';
export { withConfig } from './with-config.ts';
