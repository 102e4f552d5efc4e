export type { CodeReading, MailEvidence } from '../../model/mail.ts';
export type { Mailbox, MailboxOptions, MailWait, ProbeResult, WaitForMail, Watermark } from './mailbox.ts';
export { openMailbox } from './open-mailbox.ts';
export { codeOfFile, type Envelope, readMail } from './read-mail.ts';
