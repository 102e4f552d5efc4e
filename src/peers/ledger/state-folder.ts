import { isAbsolute, join } from 'node:path';

export interface StateFiles {
  readonly folder: string;
  readonly ledger: string;
  readonly installationKey: string;
}

/** Where this user's state lives: `$XDG_STATE_HOME/neuron-conformance`, by default below `~/.local/state`. */
export function stateFiles(env: Readonly<Record<string, string | undefined>>, home: string): StateFiles {
  // The XDG specification has relative paths ignored.
  const base =
    env.XDG_STATE_HOME !== undefined && isAbsolute(env.XDG_STATE_HOME)
      ? env.XDG_STATE_HOME
      : join(home, '.local/state');
  const folder = join(base, 'neuron-conformance');
  return { folder, ledger: join(folder, 'accounts.ndjson'), installationKey: join(folder, 'installation-key') };
}
