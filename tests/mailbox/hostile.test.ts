import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/peers/mailbox/index.ts';

const HEAD = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: Verification Code\r\nMIME-Version: 1.0\r\n';
const CODE = 'Your code is 123123';
const MEGA = 1024 * 1024;

const text = (body: string) => `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`;
const html = (body: string) => `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<p>${CODE}</p>${body}`;
const mixed = (...parts: string[]) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${parts.map(part => `--x\r\n${part}\r\n`).join('')}--x--`;
const PLAIN = `Content-Type: text/plain\r\n\r\n${CODE}`;

function nested(depth: number): string {
  const opened = Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
  );
  const closed = Array.from({ length: depth }, (_, n) => `\r\n--b${depth - 1 - n}--\r\n`);
  return `${HEAD}${opened.join('')}${PLAIN}${closed.join('')}`;
}

function mailsInMails(depth: number): string {
  let mail = HEAD + PLAIN;
  for (let level = 0; level < depth; level += 1) {
    mail = `${HEAD}Content-Type: multipart/mixed; boundary="m${level}"\r\n\r\n--m${level}\r\nContent-Type: message/rfc822\r\n\r\n${mail}\r\n--m${level}--\r\n`;
  }
  return mail;
}

/** Every mail is read to an answer, whatever is in it; no case may hang or throw. */
const CASES: Readonly<Record<string, readonly [raw: () => string, code: string | null]>> = {
  'nothing at all': [() => '', null],
  'a line end alone': [() => '\r\n', null],
  'parts nested 50 deep': [() => nested(50), '123123'],
  'parts nested 900 deep': [() => nested(900), '123123'],
  'parts nested 5,000 deep': [() => nested(5_000), null],
  'mails nested in mails': [() => mailsInMails(3), '123123'],
  'mails nested 200 deep': [() => mailsInMails(200), null],
  '20,000 parts': [() => mixed(PLAIN, ...Array(20_000).fill('Content-Type: image/png\r\n\r\nzz')), '123123'],
  'a header of 5 MB': [() => `X-Big: ${'a'.repeat(5 * MEGA)}\r\n${text(CODE)}`, null],
  '50,000 recipients': [() => `Cc: ${'<a@b.example>, '.repeat(50_000)}\r\n${text(CODE)}`, '123123'],
  '30 MB of text': [() => text(`${CODE}\r\n${'lorem ipsum 123 dolor sit amet\r\n'.repeat(MEGA)}`), '123123'],
  '30 MB in one line': [() => text(`${CODE}\r\n${'a'.repeat(30 * MEGA)}`), '123123'],
  '30 MB of HTML': [() => html('<div class="x">hello <b>w</b></div>'.repeat(900_000)), '123123'],
  '30 MB attached': [
    () =>
      mixed(
        PLAIN,
        `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(400_000)}`,
      ),
    '123123',
  ],
  'NUL bytes in words and digits': [() => text('Your c\u0000ode is 1\u000023\u000012\u00003'), '123123'],
  'a boundary that is never closed': [() => mixed(PLAIN).slice(0, -5), '123123'],
  'base64 that is none': [() => `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n!!!!`, null],
  'tags that never end': [() => html('<a x="'.repeat(200_000)), '123123'],
  'a million brackets': [() => html('<'.repeat(MEGA)), '123123'],
  'comments that never end': [() => html('<!--'.repeat(200_000)), '123123'],
  'elements nested 200,000 deep': [() => html('<b>'.repeat(200_000)), '123123'],
  'style sheets that never end': [() => html('<style>'.repeat(100_000)), '123123'],
  'at signs': [() => text(`${CODE}\r\n${'a@'.repeat(MEGA)}`), '123123'],
  'numbers without end': [() => text(`${CODE}\r\n${'12-34 '.repeat(MEGA)}`), '123123'],
  'quote marks': [() => text(`${CODE}\r\n${'>'.repeat(MEGA)}`), '123123'],
  'a million blank lines': [() => text(`${CODE}\r\n${'\r\n'.repeat(MEGA)}`), '123123'],
  'words for a code and numbers without end': [() => text('code 123123 '.repeat(90_000)), '123123'],
  'digits one by one without end': [() => text(`${CODE}\r\n${'1 '.repeat(MEGA)}`), '123123'],
  'a thousand codes': [() => text('Your code is 123123 or 998877. '.repeat(1_000)), null],
};

describe('a mail made to break its reader', () => {
  test.each(Object.entries(CASES))(
    '%s',
    async (_, [raw, code]) => {
      const mail = await readMail(Buffer.from(raw()), 0);
      expect(mail.code.code, mail.code.why).toBe(code);
      expect(mail.text.length).toBeLessThan(200_000);
    },
    30_000,
  );
});

test('what broke is said beside what was read', async () => {
  const mail = await readMail(Buffer.from(nested(5_000)), 0);
  expect(mail.code.why).toBe(
    'It holds no number of 4 to 10 digits. The mail could not be read to its end: Max allowed child nodes exceeded',
  );
});
