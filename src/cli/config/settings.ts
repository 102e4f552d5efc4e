import { DEFAULT_FORMATS, FORMATS } from '../../report/formats.ts';
import {
  choice,
  duration,
  fileText,
  integer,
  list,
  mailboxUrl,
  path,
  type Reader,
  target,
  text,
  yesNo,
} from './reader.ts';

/** One setting: what it means, where it can be given, how it is read, and what it is when nobody gives it. */
export interface Setting<T> {
  readonly about: string;
  /** Dotted key in neuron-conformance.yaml. */
  readonly key?: string;
  /** The option on the command line, as its help shows it: `--target <url>`. */
  readonly flag?: string;
  /** Environment variable. */
  readonly env?: string;
  /** From the environment or the secrets file only, and never shown. */
  readonly secret?: true;
  readonly reader: Reader<T>;
  readonly fallback: T | null;
}

const required = <T>(
  setting: Omit<Setting<T>, 'fallback'> & { readonly fallback: NoInfer<T> },
): Setting<T> & { readonly fallback: T } => setting;
const optional = <T>(setting: Omit<Setting<T>, 'fallback'>): Setting<T> & { readonly fallback: null } => ({
  ...setting,
  fallback: null,
});

const ADDRESS = /^[^@\s]+@[^@\s]+$/;

/** Every setting, once: options, file, schema, help and `--print-config` are made from this table. */
export const SETTINGS = {
  target: optional({
    about: 'Host under test: host[:port] or URL; without it the reference Neuron is started and tested',
    key: 'target',
    flag: '--target <url>',
    env: 'NEURON_HOST',
    reader: target,
  }),
  staging: required({
    about: 'Domains of staging hosts, which may be written to without --confirm',
    key: 'staging',
    reader: list(text('a domain'), 'a list of domains'),
    fallback: [],
  }),
  confirm: optional({
    about: 'Domain of the target, typed again to confirm that a host which is not marked as staging may be written to',
    flag: '--confirm <domain>',
    reader: text('a domain'),
  }),
  ca: optional({
    about: "File of certificate authorities (PEM) to trust besides the system's",
    key: 'ca',
    flag: '--ca <file>',
    reader: fileText('certificate authorities'),
  }),
  apiKey: optional({
    about: 'API key that accounts are created with',
    env: 'NEURON_API_KEY',
    secret: true,
    reader: text(),
  }),
  apiSecret: optional({ about: 'Secret of the API key', env: 'NEURON_API_SECRET', secret: true, reader: text() }),
  userName: optional({
    about: 'An existing verified account, used as alice; with eMail and NEURON_PASSWORD or not at all',
    key: 'account.userName',
    env: 'NEURON_USER',
    reader: text('a user name'),
  }),
  eMail: optional({
    about: 'The e-mail address of that account',
    key: 'account.eMail',
    env: 'NEURON_EMAIL',
    reader: text('an e-mail address', ADDRESS),
  }),
  password: optional({ about: 'The password of that account', env: 'NEURON_PASSWORD', secret: true, reader: text() }),
  profile: required({
    about: 'How much is tested, and what that does to the host',
    key: 'profile',
    flag: '--profile <name>',
    reader: choice(['observe', 'smoke', 'standard', 'full']),
    fallback: 'standard',
  }),
  suites: required({
    about: 'Suites by name or file, instead of those of the profile',
    key: 'suites',
    flag: '--suite <name...>',
    reader: list(text('a suite'), 'a list of suites'),
    fallback: [],
  }),
  encoding: required({
    about: 'Encoding of requests and answers',
    key: 'encoding',
    flag: '--encoding <name>',
    reader: choice(['json', 'xml', 'both']),
    fallback: 'json',
  }),
  seed: optional({
    about: 'Seed of names, texts and order; a random one, which the report prints, when not given',
    flag: '--seed <number>',
    reader: integer(0),
  }),
  mailbox: optional({
    about:
      'Where mail is captured: smtp://host:port (we are the mail server), mailhog+http://…, mailpit+http://…, imap://user@host/folder, mailhog+docker:',
    key: 'mailbox.url',
    flag: '--mailbox <url>',
    env: 'NEURON_MAILBOX',
    reader: mailboxUrl,
  }),
  mailboxPassword: optional({
    about: 'Password of the mailbox',
    env: 'NEURON_MAILBOX_PASSWORD',
    secret: true,
    reader: text(),
  }),
  mailboxDomain: optional({
    about: 'Domain whose addresses all arrive in the mailbox',
    key: 'mailbox.domain',
    reader: text('a domain', /^[^@\s]+$/),
  }),
  mailboxPlusAddress: optional({
    about: 'Address user@host of the mailbox where user+anything@host arrives there too, instead of mailbox.domain',
    key: 'mailbox.plusAddress',
    reader: text('an e-mail address', ADDRESS),
  }),
  mailboxProbe: optional({
    about:
      'Mail server (smtp://host:port) that a loop-back probe is sent to; without it a missing mail cannot be blamed on the host',
    key: 'mailbox.probe',
    reader: text('a URL such as smtp://mx.example.com:25', /^smtps?:\/\/.+/),
  }),
  sms: optional({
    about: "URL at which we take text messages in the place of the host's SMS gateway: http://0.0.0.0:8026/sms",
    key: 'sms',
    reader: text(
      'a URL such as http://0.0.0.0:8026/sms',
      /^http:\/\/(?:\[[\da-f:.]+\]|[^\s/:@[\]]+)(?::\d{1,5})?(?:\/\S*)?$/i,
    ),
  }),
  recaptchaResponse: optional({
    about: 'Proof for the captcha of CreateWebForm',
    env: 'NEURON_RECAPTCHA_RESPONSE',
    secret: true,
    reader: text(),
  }),
  quota: optional({
    about: 'How many accounts the API key may make on the host in all, as its operator has set it',
    key: 'quota',
    reader: integer(0),
  }),
  maxAccounts: optional({
    about: "Most accounts that one run may create, where the profile's ceiling is too high",
    key: 'limits.accounts',
    reader: integer(0),
  }),
  maxBytes: optional({
    about: 'Most bytes that are read of an answer; 1048576 when not given',
    key: 'limits.maxBytes',
    reader: integer(1024),
  }),
  timeout: optional({
    about: 'Longest time for one request and its answer; 30s when not given',
    key: 'limits.timeout',
    reader: duration,
  }),
  mailTimeout: optional({
    about: 'Longest wait for a mail or an SMS; what each step says when not given',
    key: 'limits.mail',
    reader: duration,
  }),
  out: optional({
    about: 'Folder of the report; reports/<start-time>-<host>/ when not given',
    key: 'report.out',
    flag: '--out <dir>',
    reader: path,
  }),
  formats: required({
    about: 'Formats of the report',
    key: 'report.formats',
    flag: '--format <names>',
    reader: list(choice(FORMATS), 'a list of formats'),
    fallback: DEFAULT_FORMATS,
  }),
  baseline: optional({
    about: 'report.json of an earlier run to compare with',
    key: 'report.baseline',
    flag: '--baseline <file>',
    reader: path,
  }),
  waivers: optional({
    about: 'File of accepted known failures; waivers.yaml of the working folder, where there is one, when not given',
    key: 'waivers',
    flag: '--waivers <file>',
    reader: path,
  }),
  strict: required({
    about: 'Count warnings and flakes as failures',
    key: 'strict',
    flag: '--strict',
    reader: yesNo,
    fallback: false,
  }),
  quiet: required({
    about: 'Print the verdict alone',
    flag: '--quiet',
    reader: yesNo,
    fallback: false,
  }),
} satisfies Record<string, Setting<unknown>>;

/** Read before all others, because it says where some of them are. */
export const SECRETS_FILE: Setting<string> = {
  about: 'File of lines NAME=value with secrets that the environment does not give',
  key: 'secrets',
  flag: '--secrets <file>',
  reader: path,
  fallback: null,
};

export type SettingName = keyof typeof SETTINGS;

type ValueOf<S> = S extends { readonly reader: Reader<infer T>; readonly fallback: infer F }
  ? null extends F
    ? T | null
    : T
  : never;

/** The value of every setting by its name; null where an optional one is not given. */
export type Values = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };
