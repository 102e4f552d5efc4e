import { type Command, Option } from 'commander';
import { SECRETS_FILE, SETTINGS, type Setting, type SettingName } from './settings.ts';

/** Adds the options of some settings to a command, and those that say where the configuration is. */
export function addConfigOptions(command: Command, names: readonly SettingName[]): Command {
  const settings: readonly Setting<unknown>[] = [...names.map(name => SETTINGS[name]), SECRETS_FILE];
  for (const { flag, about, env, fallback } of settings) {
    if (flag === undefined) continue;
    const notes = [
      env,
      fallback === null || fallback === false || isEmpty(fallback) ? undefined : `default: ${String(fallback)}`,
    ];
    const told = notes.filter(note => note !== undefined).join('; ');
    command.addOption(new Option(flag, told === '' ? about : `${about} (${told})`));
  }
  return command
    .addOption(new Option('--config <file>', 'Configuration file (default: neuron-conformance.yaml in this folder)'))
    .addOption(new Option('--print-config', 'Print the configuration, where each value came from, and stop'));
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
