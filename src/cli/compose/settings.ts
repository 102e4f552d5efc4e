/** Everything that a run needs to know, resolved: flags, environment, file and defaults are merged. */
export interface RunSettings {
  /** As the operator wrote it; null for the embedded reference Neuron. */
  readonly target: string | null;
  readonly profile: string;
  /** Suites by id or path; the profile's when empty. */
  readonly suites: readonly string[];
  readonly apiKey: string | null;
  readonly apiSecret: string | null;
  /** An existing verified account, used as alice. */
  readonly account: { readonly userName: string; readonly eMail: string; readonly password: string } | null;
  /** URL; null for none, or for the embedded one when there is no target. */
  readonly mailbox: string | null;
  readonly mailboxPassword: string | null;
  readonly mailboxDomain: string | null;
  readonly mailboxPlusAddress: string | null;
  readonly mailboxProbe: string | null;
  /** URL at which text messages are caught; null for none, or for the embedded one when there is no target. */
  readonly sms: string | null;
  /** A proof that the captcha of the target's web form takes. */
  readonly captcha: string | null;
  /** PEM text. */
  readonly ca: string | null;
  readonly encoding: 'json' | 'xml' | 'both';
  readonly seed: number;
  readonly maxBytes: number | null;
  readonly timeout: number | null;
  /** Milliseconds that a mail or an SMS is waited for, whatever the steps say; as they say when null. */
  readonly mailTimeout: number | null;
  readonly strict: boolean;
  /** Accounts that the API key may make in all, as the operator of the host has set it. */
  readonly quota: number | null;
  /** Accounts that the run may create on a target; the profile's ceiling when null. */
  readonly maxAccounts: number | null;
  /** The domain that the operator typed to confirm writing to a target that is no staging host. */
  readonly confirm: string | null;
  /** File of accepted known failures; `waivers.yaml` of the working folder, if there is one, when null. */
  readonly waivers: string | null;
  /** Domains that may be written to without confirmation. */
  readonly staging: readonly string[];
}

/** The standard profile on the embedded reference Neuron; what is given replaces the defaults. */
export const defaultSettings = (given: Partial<RunSettings> = {}): RunSettings => ({
  target: null,
  profile: 'standard',
  suites: [],
  apiKey: null,
  apiSecret: null,
  account: null,
  mailbox: null,
  mailboxPassword: null,
  mailboxDomain: null,
  mailboxPlusAddress: null,
  mailboxProbe: null,
  sms: null,
  captcha: null,
  ca: null,
  encoding: 'json',
  seed: 1,
  maxBytes: null,
  timeout: null,
  mailTimeout: null,
  strict: false,
  quota: null,
  maxAccounts: null,
  confirm: null,
  waivers: null,
  staging: [],
  ...given,
});
