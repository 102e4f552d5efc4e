import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/model/event.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { Secrets } from '../../src/model/secrets.ts';
import { type TerminalMode, terminalReporter } from '../../src/report/index.ts';
import { failing, finding, hostile, incomplete, record, START, step, suite } from './sample-record.ts';

const ESCAPE = '\u001b';

/** What an engine says of a record while it makes it. */
function* eventsOf(made: RunRecord): Generator<RunEvent> {
  yield {
    type: 'run-started',
    at: START,
    runId: made.run.id,
    target: made.run.target,
    profile: made.run.profile,
    seed: made.run.seed,
    suites: made.suites.map(({ id, title, steps }) => ({ id, title, steps: steps.length })),
    planned: made.planned,
  };
  for (const one of made.suites) {
    yield { type: 'suite-started', at: one.startedAt, suite: one.id, title: one.title };
    for (const two of one.steps) {
      yield { type: 'step-started', at: two.startedAt, suite: one.id, step: two.id, title: two.title };
      for (const wait of two.waits) {
        yield {
          type: 'waiting',
          at: wait.from,
          suite: one.id,
          step: two.id,
          what: wait.what,
          deadline: wait.from + 60_000,
        };
      }
      yield { type: 'step-ended', at: two.endedAt, suite: one.id, record: two };
    }
    yield { type: 'suite-ended', at: one.endedAt, record: one };
  }
  yield { type: 'run-ended', at: Date.parse(made.run.endedAt), record: made };
}

function printed(made: RunRecord, mode: TerminalMode, colour = false, secrets = new Secrets()): string {
  let text = '';
  const stream = { columns: 100, write: (part: string) => (text += part) };
  const reporter = terminalReporter({ stream, mode, colour, secrets, now: () => START });
  for (const event of eventsOf(made)) reporter.onEvent(event);
  reporter.printWritten({
    artefacts: [{ format: 'html', file: 'reports/run/report.html', bytes: 41_000, leaks: [] }],
    broken: [],
    secrets: 23,
    leaks: 0,
  });
  return text;
}

test('quiet prints the verdict, the findings with their panes, the counts and the files', () => {
  expect(printed(incomplete(), 'quiet')).toMatchInlineSnapshot(`
    "
    ◌ No answer: 3 requirements could not be tested, because no mail reached the mailbox.
      Next: Set mailbox.probe, so that the run can tell the mailbox from the host.

    1. ◌ could not test · for the mailbox to act on · journey/code-alice · mail-arrives
       No mail for alice.k7x2@mail.example.org within 60 s; the mailbox has no probe, so it cannot be
       told whose fault that is.
                 expected                     received                     sent
       ▶ answer  one mail with a code         none                         ·
       3 checks could not be made because of this.

    1 suite, 5 steps, 9 checks: ◌ 4 could not test, ✓ 5 pass.
    https://neuron.example.com · profile smoke · seed 20261121 · 1 min

    html      40 KiB   reports/run/report.html
    0 leaks, 1 artefact, 23 secrets
    "
  `);
});

test('plain adds a line for each step and each wait', () => {
  expect(printed(incomplete(), 'plain').split('\n◌ No answer')[0]).toMatchInlineSnapshot(`
    "Target https://neuron.example.com · profile smoke · seed 20261121 · 1 suite
    Planned: 2 accounts, 2 mails, 1 message, 1 failed credential, 18 requests, about 6 s

    An account's whole life, from creation to log-out
    ✓ journey/create                     alice creates an account 121 ms
    … journey/code-alice waits for the verification mail, at most 1 min
    ◌ journey/code-alice                 alice receives the code 1 min  No mail for alice.k7x2@mail.example.org within 60 s; the mailbox has no probe, so it cannot be told whose fault that is.
    ◌ journey/verify                     alice verifies her address 0 ms  Not sent: step code-alice has no code.
    ◌ journey/login                      alice logs in with a fresh nonce 0 ms  Not sent: step code-alice has no code.
    ◌ journey/logout                     alice logs out 0 ms  Not sent: step code-alice has no code.
    "
  `);
});

test('a finding shows expected, received and sent aligned, and where else it is', () => {
  const text = printed(failing(), 'quiet');
  expect(text.slice(text.indexOf('1. '), text.indexOf('2. '))).toMatchInlineSnapshot(`
    "1. ✗ fail · for the host to act on · journey/create · Account/Create · expected
       The answer of Account/Create says at /enabled that the account is enabled before its address is
       verified.
       CREATE-DISABLED (must): A new account stays disabled until its e-mail address is verified.
       [Agent API, Account]
                    expected                    received                    sent
         /created   ·                           1795053600                  ·
       ▶ /enabled   false                       true                        ·
         /canRelay  ·                           false                       ·
         /jwt       ·                           "«jwt:alice»"               ·
         /expires   ·                           1795057200                  ·
         /userName  ·                           "alice-k7x2"                "alice-k7x2"
         /eMail     ·                           ·                           "alice.k7x2@mail.example.…
         /password  ·                           ·                           "«password:alice»"
         4 more members in report.html
       The same in journey/create-bob.

    "
  `);
});

test('live draws the running step with a countdown, erases it, and leaves finished suites', () => {
  const writes: string[] = [];
  const stream = { columns: 80, write: (part: string) => writes.push(part) };
  let now = START;
  const reporter = terminalReporter({ stream, mode: 'live', colour: false, now: () => now });
  for (const event of eventsOf(incomplete())) {
    now = event.at;
    reporter.onEvent(event);
    if (event.type === 'waiting') {
      now += 17_000;
      writes.length = 0;
      reporter.onEvent({ ...event });
      expect(writes).toMatchInlineSnapshot(`
        [
          "[2A[J",
          "⠹ An account's whole life, from creation to log-out 1/5
          └ alice receives the code: 43 s left for the verification mail (17 s so far)
        ",
        ]
      `);
    }
  }
  const screen = writes.join('');
  expect(screen).toContain("◌ An account's whole life, from creation to log-out 5 steps");
  expect(screen).toContain('◌ No answer: 3 requirements could not be tested');
});

test('json is one object a line and ends with the verdict and the files', () => {
  const lines = printed(failing(), 'json')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(lines.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1])).toEqual(
    expect.arrayContaining([
      'run-started',
      'suite-started',
      'step-started',
      'step-ended',
      'suite-ended',
      'run-ended',
      'written',
    ]),
  );
  expect(lines.at(-2)).toMatchObject({ type: 'run-ended', record: { verdict: failing().verdict } });
  expect(lines.at(-1)).toEqual({
    type: 'written',
    artefacts: [{ format: 'html', file: 'reports/run/report.html', bytes: 41_000, leaks: [] }],
    broken: [],
    secrets: 23,
    leaks: 0,
  });
});

test('colours come only when wanted, and signs stand beside them', () => {
  expect(printed(failing(), 'plain')).not.toContain('\u001b');
  expect(printed(failing(), 'plain', true)).toContain('\u001b[31m✗');
});

test('nothing that a host sends acts on the terminal', () => {
  for (const mode of ['plain', 'quiet', 'live'] as const) {
    // Only the live tree moves the cursor itself: up, and erase below.
    const text = printed(hostile(), mode).replaceAll(new RegExp(`${ESCAPE}\\[\\d*[AJ]`, 'g'), '');
    const acting = [...text].filter(character => character !== '\n' && /\p{Cc}|\p{Bidi_Control}/u.test(character));
    expect(acting).toEqual([]);
  }
});

test('nothing tainted is printed, in any mode, not even what was tainted after the start', () => {
  const secrets = new Secrets();
  const password = 'correct horse battery staple';
  const made = record([
    suite('s', 's', [
      step(`an-id-that-is-cut-within-it[${password}]`, {
        title: `wrote ${'a long way before it comes to '.repeat(2)} ${password}`,
        at: START,
        findings: [
          finding('s/a/1', {
            check: 'no-secret-echo',
            message: `The host repeats ${password}.`,
            actual: { p: password },
          }),
        ],
      }),
    ]),
  ]);
  for (const mode of ['live', 'plain', 'quiet', 'json'] as const) {
    secrets.taint('password', 'alice', password);
    const text = printed(made, mode, true, secrets);
    expect(text).not.toMatch(/corr|horse/);
    expect(text).toContain('The host repeats «password:alice».');
  }
});

test('leaks and broken reporters are told in words', () => {
  let text = '';
  const reporter = terminalReporter({
    stream: { write: (part: string) => (text += part) },
    mode: 'plain',
    colour: false,
  });
  reporter.printWritten({
    artefacts: [
      { format: 'json', file: 'run/report.json', bytes: 100, leaks: [] },
      {
        format: 'har',
        file: 'run/quarantine/exchanges.har',
        bytes: 2_000_000,
        leaks: [
          { name: '«jwt:alice»', form: 'base64', offset: 12 },
          { name: '«jwt:alice»', form: 'base64', offset: 90 },
        ],
      },
    ],
    broken: [{ format: 'junit', message: 'no paper' }],
    secrets: 5,
    leaks: 2,
  });
  expect(text).toMatchInlineSnapshot(`
    "
    json      100 B    run/report.json
    har       held «jwt:alice» (base64): moved to run/quarantine/exchanges.har
    junit     could not be written: no paper
    2 leaks, 2 artefacts, 5 secrets
    "
  `);
});
