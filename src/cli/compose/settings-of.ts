import { randomInt } from 'node:crypto';
import type { Config } from '../config/index.ts';
import type { RunSettings } from './settings.ts';

const SEEDS = 2 ** 31;

/** What a run needs of the configuration. A seed that nobody gave is drawn here, once. */
export const settingsOf = (config: Config): RunSettings => ({
  target: config.target,
  profile: config.profile,
  suites: config.suites,
  apiKey: config.apiKey,
  apiSecret: config.apiSecret,
  account: config.account,
  mailbox: config.mailbox,
  mailboxPassword: config.mailboxPassword,
  mailboxDomain: config.mailboxDomain,
  mailboxPlusAddress: config.mailboxPlusAddress,
  mailboxProbe: config.mailboxProbe,
  sms: config.sms,
  captcha: config.recaptchaResponse,
  ca: config.ca,
  encoding: config.encoding,
  seed: config.seed ?? randomInt(1, SEEDS),
  maxBytes: config.maxBytes,
  timeout: config.timeout,
  mailTimeout: config.mailTimeout,
  strict: config.strict,
  quota: config.quota,
  maxAccounts: config.maxAccounts,
  confirm: config.confirm,
  waivers: config.waivers,
  staging: config.staging,
});
