import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readCode } from '../../src/peers/mailbox/code/read-code.ts';

const table = async <T>(name: string): Promise<T[]> =>
  JSON.parse(await readFile(new URL(`../data/${name}.json`, import.meta.url), 'utf8'));

interface Case {
  readonly code: string | null;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
}

const read = ({ subject, text = '', html = null }: { subject: string; text?: string; html?: string | null }) =>
  readCode({ subject, text, html, forwarded: [] });

test('a code is found, or none, in texts of many kinds', async () => {
  const cases = await table<Case>('code-texts');
  const wrong = cases
    .map(each => ({ ...each, reading: read(each) }))
    .filter(({ code, reading }) => reading.code !== code)
    .map(({ code, reading, text, html }) => `${text ?? html}\nexpected ${code}, got ${reading.code}: ${reading.why}`);
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(200);
});

test('a code is found in sentences of sixty languages', async () => {
  const cases = await table<{ language: string; text: string; code: string }>('code-languages');
  const wrong = cases.filter(({ text, code }) => read({ subject: 'Neuron', text }).code !== code);
  expect(wrong).toEqual([]);
  expect(new Set(cases.map(({ language }) => language)).size).toBeGreaterThan(55);
});

test('the digits of every script that has decimal digits are read', () => {
  const zeros = Array.from({ length: 0x20000 }, (_, point) => String.fromCodePoint(point)).filter(
    each => /\p{Nd}/u.test(each) && Number.isInteger(each.codePointAt(0)),
  );
  const sets = zeros.filter((_, index) => index % 10 === 0);
  expect(sets.length).toBeGreaterThan(60);
  for (const zero of sets) {
    const start = zero.codePointAt(0) ?? 0;
    const digits = [4, 0, 7, 1, 9, 2].map(digit => String.fromCodePoint(start + digit)).join('');
    expect(read({ subject: '', text: `Code: ${digits}` }).code).toBe('407192');
  }
});

describe('what is said of a choice', () => {
  test('a code, with why', () => {
    const reading = read({ subject: 'Ticket 998877', text: 'Your code is 482913.\n\nCall +46 8 123 456 78.' });
    expect(reading).toEqual({
      code: '482913',
      why: '482913 (text: six digits, called a code, the message speaks of a code).',
      candidates: [
        {
          code: '482913',
          part: 'text',
          score: 12,
          why: ['six digits', 'called a code', 'the message speaks of a code'],
        },
        {
          code: '998877',
          part: 'subject',
          score: -16,
          why: [
            'six digits',
            'in running text',
            'the number of something else (“Ticket”)',
            'the message speaks of a code',
          ],
        },
      ],
    });
  });

  test('two equally likely ones are both named', () => {
    expect(read({ subject: 'Codes', text: 'Code A: 482913\nCode B: 551204' })).toMatchObject({
      code: null,
      why: 'Two numbers are equally likely to be the code: 482913 (text: six digits, called a code, the message speaks of a code); 551204 (text: six digits, called a code, the message speaks of a code).',
    });
  });

  test('parts that name different codes', () => {
    expect(read({ subject: '', text: 'Code: 482913', html: '<p>Code: <b>551204</b></p>' })).toMatchObject({
      code: null,
      why: 'The text part and the HTML part name different codes: 482913 (text: six digits, called a code, the message speaks of a code); 551204 (HTML: six digits, called a code, the message speaks of a code).',
    });
  });

  test('none, with the numbers that were not taken', () => {
    expect(read({ subject: 'Invoice', text: 'Invoice 123456 is due on 2026-11-21.' })).toMatchObject({
      code: null,
      why: 'No number in it reads as a code: 123456 (text: six digits, in running text, the number of something else (“Invoice”)); 2026 (text: a date).',
    });
    expect(read({ subject: 'Hello', text: 'Hello' })).toEqual({
      code: null,
      why: 'It holds no number of 4 to 10 digits.',
      candidates: [],
    });
  });
});
