import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/model/run-record.ts';
import { applyBaseline, comparePage, compareRecords, comparisonLines } from '../../../src/report/index.ts';
import { answer, exchange, failing, incomplete, passing, record, START, step, suite } from '../sample-record.ts';

/** A run of one endpoint with some answers, each `ms` long. */
const answering = (
  ...answers: readonly [value: Parameters<typeof answer>[1], ms: number, status?: number][]
): RunRecord =>
  record([
    suite('s', 'S', [
      step('info', {
        at: START,
        endpoint: 'Account/Info',
        exchanges: answers.map(([value, ms, status], index) =>
          exchange(`s/info/${index}`, START, { endpoint: 'Account/Info', answer: answer(status ?? 200, value), ms }),
        ),
      }),
    ]),
  ]);

const changes = (left: Parameters<typeof answer>[1], right: Parameters<typeof answer>[1]): string[] =>
  compareRecords(answering([left, 10]), answering([right, 10])).shapes.map(
    ({ kind, pointer, before, after }) => `${kind} ${pointer} ${before} ${after}`,
  );

describe('what fails', () => {
  test('nothing new on the same run', () => {
    expect(compareRecords(failing(), failing())).toMatchObject({
      exitCode: 0,
      sentence: 'Nothing that held is broken on https://neuron.example.com; 5 still failing.',
      newlyFailing: [],
      fixed: [],
      noLongerTested: [],
      dialect: [],
      shapes: [],
    });
  });

  test('what is new decides, and names requirements', () => {
    const { exitCode, sentence, newlyFailing, fixed } = compareRecords(passing(), failing());
    expect({ exitCode, sentence, fixed }).toEqual({
      exitCode: 1,
      sentence:
        'Do not release: https://neuron.example.com newly breaks 2 requirements (CREATE-DISABLED, LOGOUT-ENDS); 1 new warning.',
      fixed: [],
    });
    expect(newlyFailing.map(({ place, outcome, finding }) => [place, outcome, finding])).toEqual([
      ['journey/create', 'fail', 'journey/create/1'],
      ['journey/create-bob', 'fail', 'journey/create-bob/1'],

      ['journey/refused', 'fail', 'journey/refused/1'],
      ['journey/refresh', 'warn', 'journey/refresh/1'],
      ['encodings/info-xml', 'waived', 'encodings/info-xml/1'],
    ]);
  });

  test('what is gone is fixed only where it was looked for again', () => {
    const left = failing();
    const right = { ...passing(), suites: passing().suites };
    const { fixed, noLongerTested, exitCode } = compareRecords(left, right);
    expect(fixed.map(({ place, check }) => [place, check])).toEqual([]);
    expect(noLongerTested.map(({ place, why }) => [place, why])).toContainEqual([
      'encodings/info-xml',
      'the step was not run',
    ]);
    expect(exitCode).toBe(0);
    const again = left.suites[0]?.steps.map(one =>
      one.id === 'refused'
        ? { ...one, findings: [], passed: { refused: 1, 'answer-schema': 1 }, outcome: 'pass' as const }
        : one,
    );
    const mended = record([{ ...(left.suites[0] as NonNullable<(typeof left.suites)[0]>), steps: again ?? [] }]);
    expect(compareRecords(left, mended).fixed.map(({ place, check }) => [place, check])).toEqual([
      ['journey/refused', 'refused'],
    ]);
  });

  test('the end of a waiver is new, the waiver itself is not', () => {
    const waived = failing();
    const unwaived: RunRecord = JSON.parse(JSON.stringify(waived).replaceAll('"outcome":"waived"', '"outcome":"fail"'));
    expect(compareRecords(waived, unwaived).newlyFailing.map(({ place }) => place)).toEqual(['encodings/info-xml']);
    expect(compareRecords(unwaived, waived).newlyFailing).toEqual([]);
  });
});

describe('what is no longer tested', () => {
  test('a required promise makes it incomplete, with the reason', () => {
    const { exitCode, sentence, requirementsNoLongerTested, noLongerTested } = compareRecords(passing(), incomplete());
    expect({ exitCode, sentence }).toEqual({
      exitCode: 3,
      sentence: 'No answer: nothing newly fails, but 3 required promises are no longer tested.',
    });
    expect(requirementsNoLongerTested[0]).toEqual({
      id: 'LOGIN-NONCE',
      level: 'must',
      why: 'no code reached the mailbox',
    });
    expect(noLongerTested.find(({ place }) => place === 'journey/login')?.why).toBe(
      'Not sent: step code-alice has no code.',
    );
  });

  test('a run that tested nothing is no answer', () => {
    expect(compareRecords(record([]), record([]))).toMatchObject({ exitCode: 3 });
  });
});

describe('answers that changed shape', () => {
  test.each([
    ['a member added', { a: 1 }, { a: 1, b: 'x' }, ['added /b null string']],
    ['a member removed', { a: 1, b: 'x' }, { a: 1 }, ['removed /b string null']],
    ['a member retyped', { a: 1 }, { a: '1' }, ['retyped /a number string']],
    ['a member that may now be null', { l: [{ a: 1 }] }, { l: [{ a: null }] }, ['retyped /l/*/a number null']],
    ['only the outermost of what is new', {}, { o: { p: { q: 1 } } }, ['added /o null object']],
    ['in items of lists', { l: [{ a: 1 }] }, { l: [{ a: 1, b: 2 }] }, ['added /l/*/b null number']],
    ['not what an empty list hides', { l: [{ a: 1 }] }, { l: [] }, []],
    ['not other values, nor another order', { a: 1, b: 2 }, { b: 3, a: 4 }, []],
    ['escaped names', {}, { 'a/b~c': 1 }, ['added /a~1b~0c null number']],
  ])('%s', (_what, left, right, expected) => {
    expect(changes(left, right)).toEqual(expected);
  });

  test('refusals have no shape, but their status counts', () => {
    const { shapes } = compareRecords(answering(['no', 10, 401]), answering([{ error: 'no' }, 10, 403]));
    expect(shapes).toEqual([
      { endpoint: 'Account/Info', kind: 'status', pointer: 's/info', before: '401', after: '403' },
    ]);
  });
});

test('dialect: another reading is a change, one that was not seen is none', () => {
  const left = passing();
  const [first, second] = left.dialect;
  if (first === undefined || second === undefined) throw new Error('the sample has two questions');
  const right = {
    ...left,
    dialect: [
      { ...first, reading: 'left-out' },
      { ...second, reading: 'iso-8601' },
    ],
  };
  expect(compareRecords(left, right).dialect).toEqual([
    { endpoint: 'Account/Create', question: 'phone-in-signature', before: 'after-email', after: 'left-out' },
  ]);
});

test('latency: medians beyond noise, with enough samples', () => {
  const times = (...ms: number[]): RunRecord =>
    answering(...ms.map(one => [{}, one] as const).map(([v, m]): [object & Record<string, never>, number] => [v, m]));
  const change = (left: RunRecord, right: RunRecord) =>
    compareRecords(left, right).latency.map(({ before, after, change: c }) => [before.p50, after.p50, after.p95, c]);
  expect(change(times(10, 11, 12, 13, 14), times(100, 110, 120, 130, 900))).toEqual([[12, 120, 900, 'slower']]);
  expect(change(times(100, 100, 100, 100, 100), times(110, 110, 110, 110, 110))).toEqual([[100, 110, 110, 'same']]);
  expect(change(times(100, 100, 100, 100, 100), times(10, 10, 10, 10, 10))).toEqual([[100, 10, 10, 'faster']]);
  expect(change(times(1, 1), times(500, 500))).toEqual([[1, 500, 500, 'too few samples']]);
});

describe('a baseline', () => {
  test('makes what newly fails the verdict', () => {
    const made = applyBaseline(failing(), passing());
    expect(made.run.exitCode).toBe(1);
    expect(made.verdict).toEqual({
      outcome: 'fail',
      blame: 'host',
      sentence:
        'Do not release: https://neuron.example.com newly breaks 2 requirements (CREATE-DISABLED, LOGOUT-ENDS); 1 new warning.',
      next: 'Look at what is new: The answer of Account/Create says at /enabled that the account is enabled before its address is verified.',
    });
    expect(made.baseline?.newlyFailing).toEqual([
      'journey/create/1',
      'journey/create-bob/1',
      'journey/refused/1',
      'journey/refresh/1',
      'encodings/info-xml/1',
    ]);
  });

  test('forgives what it has too', () => {
    const made = applyBaseline(failing(), failing());
    expect(made.run.exitCode).toBe(0);
    expect(made.verdict).toEqual({
      outcome: 'waived',
      blame: null,
      sentence: 'Nothing that held is broken on https://neuron.example.com; 5 still failing.',
      next: null,
    });
  });

  test('does not turn a failed suite or a wrong configuration into an answer', () => {
    for (const exitCode of [2, 4]) {
      const broken = { ...passing(), run: { ...passing().run, exitCode } };
      expect(applyBaseline(broken, passing())).toMatchObject({ run: { exitCode }, verdict: broken.verdict });
    }
  });

  test('makes a run that tested less incomplete', () => {
    expect(applyBaseline(incomplete(), passing()).run.exitCode).toBe(3);
  });
});

test.each([
  [0, '✓'],
  [1, '✗'],
  [3, '◌'],
  [4, '☒'],
] as const)('a comparison that ends with %i stands under %s', (exitCode, sign) => {
  const comparison = { ...compareRecords(passing(), passing()), exitCode, sentence: 'So it is.' };
  expect(comparisonLines(comparison, false)[0]).toBe(`${sign} So it is.`);
  expect(comparePage(comparison)).toContain(`<span class="verdict-sign" aria-hidden="true">${sign}</span>So it is.`);
});
