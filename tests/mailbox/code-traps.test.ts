import { expect, test } from 'vitest';
import { readCode } from '../../src/peers/mailbox/code/read-code.ts';

const read = (text: string) => readCode({ subject: 'Neuron', text, html: null, forwarded: [] }).code;

test.each([
  'We have sent a code to 0701234567.',
  'A code was sent to:\n\n0701234567',
  'The verification code was sent to user 448812.',
  'Your verification code was requested for user 448812.',
  'Your code expires at 1015.',
  'Your code expires in 3600.',
  'The code is valid until 1795256130.',
  'The code expires: 1795256130',
  'You entered the wrong code 123456.',
  'The code you entered, 123456, was wrong.',
  'Your code is not 123456.',
  'Your code starts with 4829.',
  'Call 0812345678 to get your code.',
  'Text CODE to 72000 to get your verification code.',
  'A new code costs 5000.',
  'Verification code of length 6, one of 1000000, follows by SMS.',
  'Your code: by SMS. Zip 28013 Madrid.',
  'Koden är giltig till kl 1015.',
  'Wir haben den Code an 01701234567 gesendet.',
  'Der Code ist bis 1015 gültig.',
  'Nous avons envoyé un code au 0612345678.',
  'Le code expire dans 3600.',
  'Hemos enviado un código al 612345678.',
  'Код отправлен на номер 916123456.',
  '認証コードは20261121まで有効です',
  '인증번호는 20261121까지 유효합니다',
  'קוד נשלח אל 0501234567',
])('%j names no code', text => expect(read(text)).toBeNull());

test.each([
  'The code you requested is 482913.',
  'Here is the code you requested: 482913',
  'Verification code sent: 482913',
  'Your code, which expires in 10 minutes, is 482913.',
  'Code valid for 10 min.: 482913',
  'Type in 482913 to go on. Questions? Call 0812345678.',
  'Your PIN has been changed to 482913.',
  'Code 482913, sent to 0701234567',
  'Code 482913 expires in 3600.',
  '482913 - your Neuron code, expires 1795256130',
  'Your code for account 77889900 is 482913.',
  'Your code for order 448812 is 482913.',
  'Your code (10115 Berlin, Germany) is 482913.',
  '482913 is your code (10115 Berlin, Germany).',
  'Your code for the account alice at the Neuron\nis 482913',
  'Ihr angeforderter Code lautet 482913',
  'Twój kod do Neuron to 482913',
  'Votre code valable 10 minutes : 482913',
  'Код действителен 10 минут: 482913',
  '验证码有效期5分钟：482913',
  'Ang iyong code para sa Neuron ay 482913',
])('%j names 482913', text => expect(read(text)).toBe('482913'));

test.each([
  ['Code: 41 80', '4180'],
  ['Code: 41 80 60 07', '41806007'],
  ['Code: 41-80-60', '418060'],
  ['Code: 418 0608', '4180608'],
  ['Code: 12345 67890', '1234567890'],
  ['Code: 4 8 2 - 9 1 3', '482913'],
  ['Code: 482913 15', '482913'],
  ['Code: 482 913 15', '482913'],
  ['Code by phone: 8-800-555-35-35', null],
  ['1 2 3 4 5 6 7 8 9 10 11 12', null],
])('%j holds %s', (text, code) => expect(read(text)).toBe(code));

test('a code is found behind long style sheets, pictures and lines', () => {
  const html = (before: string): string => `${before}<p>Your code is <b>482913</b></p>`;
  const found = [
    html(`<style>${'.a { color: #123456 }\n'.repeat(40_000)}</style>`),
    html(`<img src="data:image/png;base64,${'A'.repeat(700_000)}">`),
    html(`<!-- ${'x'.repeat(600_000)} -->`),
    html(`<p>${'lorem ipsum '.repeat(2_000)}`),
    html(`<p>${'x'.repeat(5_000)} `),
  ].map(each => readCode({ subject: '', text: '', html: each, forwarded: [] }).code);
  expect(found).toEqual(Array(5).fill('482913'));
  expect(read(`${'1234567890'.repeat(500)}\n\nYour code is 482913`)).toBe('482913');
  expect(read(`${'1 '.repeat(200_000)}\n\nYour code is 482913`)).toBe('482913');
});
