import { OperatorError } from '../../model/operator-error.ts';
import { Expected } from './reader.ts';
import { SETTINGS } from './settings.ts';
import type { Answers } from './template.ts';

/** Asks one question and gives the line that was typed; null when there is no more input. */
export type Ask = (question: string) => Promise<string | null>;

/** Asks what cannot be known otherwise: five questions at most, each of which may be left open by an empty line. */
export async function askForAnswers(ask: Ask): Promise<Answers> {
  const nothing: Answers = { target: null, staging: false, mailbox: null, mailAddress: null, quota: null };
  const target = await answer(
    ask,
    'Which Neuron is tested? host[:port], or nothing for the built-in reference Neuron',
    readTarget,
  );
  if (target === null) return nothing;
  const staging = await answer(
    ask,
    'Is it a staging host, which may be written to without asking? yes or no',
    readYesNo,
  );
  const mailbox = await answer(
    ask,
    'Where is its mail captured? smtp://host:port (we are the mail server), mailpit+http://…, imaps://user@host/INBOX',
    readMailbox,
  );
  const mailAddress =
    mailbox === null
      ? null
      : await answer(ask, 'Which addresses arrive there? a domain, or user@host for user+anything@host', readAddress);
  const quota = await answer(ask, 'How many accounts may the API key make in all?', readQuota);
  return { ...nothing, target, staging: staging ?? false, mailbox, mailAddress, quota };
}

async function answer<T>(ask: Ask, question: string, read: (text: string) => T): Promise<T | null> {
  let complaint = '';
  for (;;) {
    const line = await ask(`${complaint}${question}\n> `);
    const text = line?.trim() ?? '';
    if (text === '') return null;
    try {
      return read(text);
    } catch (error) {
      if (error instanceof OperatorError) complaint = `${error.message} ${error.next}\n`;
      else if (error instanceof Expected) complaint = `That is not ${error.message}.${error.hint}\n`;
      else throw error;
    }
  }
}

const readTarget = (text: string): string => SETTINGS.target.reader.read(text, '');
const readMailbox = (text: string): string => SETTINGS.mailbox.reader.read(text, '');
const readQuota = (text: string): number => SETTINGS.quota.reader.read(text, '');

function readYesNo(text: string): boolean {
  if (/^y(es)?$/i.test(text)) return true;
  if (/^no?$/i.test(text)) return false;
  throw new Expected('yes or no');
}

const readAddress = (text: string): string =>
  (text.includes('@') ? SETTINGS.mailboxPlusAddress : SETTINGS.mailboxDomain).reader.read(text, '');
