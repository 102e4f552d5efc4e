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
  {
    name: 'doctor',
    summary: 'find out what would keep a run from working',
    load: async () => (await import('./doctor.ts')).doctorCommand(),
  },
  {
    name: 'init',
    summary: 'write a configuration file by asking a few questions',
    load: async () => (await import('./init.ts')).initCommand(),
  },
  {
    name: 'serve',
    summary: 'run the reference Neuron',
    load: async () => (await import('./serve.ts')).serveCommand(),
  },
  {
    name: 'inbox',
    summary: 'run the mailbox alone, for a staging Neuron to relay mail to',
    load: async () => (await import('./inbox.ts')).inboxCommand(),
  },
  {
    name: 'schemas',
    summary: 'list, show and use the contract',
    load: async () => (await import('./schemas/schemas.ts')).schemasCommand(),
  },
  {
    name: 'accounts',
    summary: 'list, export and forget the accounts that runs have left on hosts',
    load: async () => (await import('./accounts.ts')).accountsCommand(),
  },
  {
    name: 'report',
    summary: 'make an index of several runs, show runs over time, write other formats',
    load: async () => (await import('./report.ts')).reportCommand(),
  },
  {
    name: 'compare',
    summary: 'compare two reports: newly failing, fixed, changed',
    load: async () => (await import('./compare.ts')).compareCommand(),
  },
  {
    name: 'replay',
    summary: 'send the chain of a finding again, with fresh nonces and signatures',
    load: async () => (await import('./replay.ts')).replayCommand(),
  },
  {
    name: 'status',
    summary: 'say how the last run went, and whether it is too long ago',
    load: async () => (await import('./status.ts')).statusCommand(),
  },
];
