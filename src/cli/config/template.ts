import { SETTINGS, type Setting, type SettingName } from './settings.ts';

/** What `init` has found out; null where the operator left a question open. */
export interface Answers {
  readonly target: string | null;
  readonly staging: boolean;
  readonly mailbox: string | null;
  /** A domain, or an address user@host for plus-addresses. */
  readonly mailAddress: string | null;
  readonly quota: number | null;
}

/** What a setting could look like, for those that are only shown as a comment. */
const SAMPLES: Partial<Record<SettingName, string>> = {
  ca: 'own-authority.pem',
  profile: 'standard',
  encoding: 'json',
  mailboxDomain: 'conformance.example.com',
  mailboxPlusAddress: 'tester@example.com',
  mailboxProbe: 'smtp://mx.example.com:25',
  sms: 'http://0.0.0.0:8026/sms',
  quota: '100',
  timeout: '30s',
  mailTimeout: '60s',
  maxAccounts: '6',
  out: 'reports/latest',
  waivers: 'waivers.yaml',
};

const GROUPS: readonly (readonly [title: string, names: readonly SettingName[]])[] = [
  ['The host under test', ['target', 'staging', 'ca', 'quota']],
  ['What is tested', ['profile', 'encoding', 'waivers']],
  ['Where its mail and SMS are captured', ['mailbox', 'mailboxDomain', 'mailboxPlusAddress', 'mailboxProbe', 'sms']],
  ['Limits of one run', ['maxAccounts', 'timeout', 'mailTimeout']],
  ['The report', ['out']],
];

/** A commented neuron-conformance.yaml; what nobody answered stands there as a comment with a sample. */
export function configTemplate(answers: Answers, schemaPath: string): string {
  const given = valuesOf(answers);
  return `${[
    `# yaml-language-server: $schema=${schemaPath}`,
    '# Flags and environment variables go before this file; "neuron-conformance run --print-config" shows the result.',
    '# Secrets are not in here: set NEURON_API_KEY and NEURON_API_SECRET, or name a file of such lines:',
    '# secrets: neuron.env',
    ...GROUPS.flatMap(([title, names]) => ['', `# ── ${title}`, ...groupLines(names, given)]),
  ].join('\n')}\n`;
}

function groupLines(names: readonly SettingName[], given: ReadonlyMap<SettingName, string>): string[] {
  const lines: string[] = [];
  let openGroup = '';
  for (const name of names) {
    const { key = name, about }: Setting<unknown> = SETTINGS[name];
    const [group = '', member] = key.split('.');
    const indent = member === undefined ? '' : '  ';
    if (member !== undefined && group !== openGroup) {
      const used = names.some(other => given.has(other) && SETTINGS[other].key?.startsWith(`${group}.`));
      lines.push(`${used ? '' : '# '}${group}:`);
      openGroup = group;
    }
    const value = given.get(name);
    lines.push(`${indent}# ${about}.`);
    lines.push(
      value === undefined
        ? `${indent}# ${member ?? key}: ${SAMPLES[name] ?? ''}`
        : `${indent}${member ?? key}: ${value}`,
    );
  }
  return lines;
}

function valuesOf({ target, staging, mailbox, mailAddress, quota }: Answers): ReadonlyMap<SettingName, string> {
  const values = new Map<SettingName, string>();
  if (target !== null) {
    values.set('target', quoted(target));
    const domain = target
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '')
      .replace(/:\d+$/, '');
    values.set('staging', staging ? `[${quoted(domain)}]` : '[]');
  }
  if (mailbox !== null) values.set('mailbox', quoted(mailbox));
  if (mailAddress !== null)
    values.set(mailAddress.includes('@') ? 'mailboxPlusAddress' : 'mailboxDomain', quoted(mailAddress));
  if (quota !== null) values.set('quota', String(quota));
  return values;
}

/** A JSON string is a YAML string; plain ones are left plain. */
const quoted = (text: string): string =>
  /^[a-z][\w./+@-]*(:\/*[\w./+@-]+)*$/i.test(text) ? text : JSON.stringify(text);
