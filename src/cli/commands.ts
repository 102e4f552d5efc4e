import type { Command } from 'commander';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command; the others stay unread, so that each starts quickly. */
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'run',
    summary: 'run suites against a Neuron host and write the report',
    load: async () => (await import('./run.ts')).runCommand(),
  },
  {
    name: 'plan',
    summary: 'say what a run would do to the host, and send nothing',
    load: async () => (await import('./plan.ts')).planCommand(),
  },
  { name: 'serve', summary: 'run the reference Neuron', load: async () => (await import('./serve.ts')).serveCommand() },
  {
    name: 'schemas',
    summary: 'list, show and use the contract',
    load: async () => (await import('./schemas/schemas.ts')).schemasCommand(),
  },
];
