import type { Sms } from './letter.ts';

/** Hands text messages to a gateway that takes them as a JSON POST of `{to, message, language}`. */
export const smsGateway =
  (url: string) =>
  async (sms: Sms): Promise<void> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sms),
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) throw new Error(`The SMS gateway answered ${answer.status}.`);
  };
