import { createHash } from 'node:crypto';
import type { Answer, Body, Exchange, Header } from '../../src/model/exchange.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Json } from '../../src/model/json.ts';
import { OUTCOMES, type Outcome, worst } from '../../src/model/outcome.ts';
import type {
  Effects,
  MailRecord,
  RequirementRecord,
  RunRecord,
  StepRecord,
  SuiteRecord,
  WaitRecord,
} from '../../src/model/run-record.ts';

/** Every sample begins here: 2026-11-21T02:00:00Z. */
export const START = Date.UTC(2026, 10, 21, 2, 0, 0);
const ORIGIN = 'https://neuron.example.com';

export const body = (text: string, more: Partial<Body> = {}): Body => ({
  text,
  bytes: Buffer.byteLength(text),
  truncated: false,
  ...more,
});

export function answer(status: number, value: Json | string, headers: readonly Header[] = []): Answer {
  const isText = typeof value === 'string';
  const text = isText ? value : JSON.stringify(value);
  const type: Header = ['Content-Type', isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'];
  const own = new Set(headers.map(([name]) => name.toLowerCase()));
  return {
    status,
    headers: [
      ['Date', 'Sat, 21 Nov 2026 02:00:01 GMT'],
      ['Server', 'TAG Neuron/4.2.1'],
      ...(own.has('content-type') ? [] : [type]),
      ['Cache-Control', 'no-store'],
      ...headers,
    ],
    body: body(text),
    ...(isText ? {} : { value }),
  };
}

interface ExchangeParts {
  readonly endpoint: string;
  readonly actor?: string;
  readonly method?: string;
  readonly send?: Json;
  readonly answer?: Answer | null;
  readonly failure?: Exchange['failure'];
  readonly ms?: number;
  readonly token?: string;
}

export function exchange(id: string, at: number, parts: ExchangeParts): Exchange {
  const ms = parts.ms ?? 42;
  const sent = parts.send === undefined ? null : body(JSON.stringify(parts.send));
  return {
    id,
    endpoint: parts.endpoint,
    actor: parts.actor ?? 'alice',
    startedAt: at,
    request: {
      method: parts.method ?? 'POST',
      url: `${ORIGIN}/Agent/${parts.endpoint}`,
      headers: [
        ['Host', 'neuron.example.com'],
        ['Accept', 'application/json'],
        ...(sent === null ? [] : [['Content-Type', 'application/json'] as const]),
        ...(parts.token === undefined ? [] : [['Authorization', `Bearer ${parts.token}`] as const]),
        ['User-Agent', 'neuron-conformance/0.1.0'],
      ],
      body: sent,
    },
    answer: parts.answer === undefined ? answer(200, {}) : parts.answer,
    failure: parts.failure ?? null,
    timings: id.endsWith('create/1')
      ? { dns: 3, connect: 8, tls: 21, firstByte: ms - 36, whole: ms }
      : { firstByte: ms - 2, whole: ms },
  };
}

export const finding = (id: string, parts: Partial<Finding> & Pick<Finding, 'check' | 'message'>): Finding => ({
  id,
  fingerprint: createHash('sha256').update(`${id} ${parts.check}`).digest('hex').slice(0, 16),
  requirement: null,
  outcome: 'fail',
  blame: 'host',
  expected: null,
  actual: null,
  pointer: null,
  exchange: null,
  ...parts,
});

interface StepParts {
  readonly title?: string;
  readonly verb?: string;
  readonly endpoint?: string;
  readonly actor?: string;
  readonly at: number;
  readonly ms?: number;
  readonly proves?: readonly string[];
  readonly passed?: Readonly<Record<string, number>>;
  readonly findings?: readonly Finding[];
  readonly exchanges?: readonly Exchange[];
  readonly mails?: readonly MailRecord[];
  readonly waits?: readonly WaitRecord[];
  readonly outcome?: Outcome;
}

export function step(id: string, parts: StepParts): StepRecord {
  const findings = parts.findings ?? [];
  const outcome = parts.outcome ?? worst(findings.length > 0 ? findings.map(f => f.outcome) : ['pass']);
  const endedAt = parts.at + (parts.ms ?? parts.exchanges?.reduce((sum, one) => sum + one.timings.whole + 3, 0) ?? 5);
  return {
    id,
    title: parts.title ?? id,
    verb: parts.verb ?? 'call',
    endpoint: parts.endpoint ?? null,
    actor: parts.actor ?? 'alice',
    startedAt: parts.at,
    endedAt,
    outcome,
    blame: findings.find(f => f.outcome === outcome)?.blame ?? null,
    proves: parts.proves ?? [],
    passed: parts.passed ?? {
      'answer-status': 1,
      'answer-schema': 1,
      'answer-media-type': 1,
      'request-schema': 1,
      'answer-clock': 1,
    },
    findings,
    exchanges: parts.exchanges ?? [],
    mails: parts.mails ?? [],
    waits: parts.waits ?? [],
  };
}

export function suite(id: string, title: string, steps: readonly StepRecord[]): SuiteRecord {
  const outcome = worst(steps.map(one => one.outcome));
  return {
    id,
    title,
    startedAt: steps[0]?.startedAt ?? START,
    endedAt: Math.max(START, ...steps.map(one => one.endedAt)),
    outcome,
    blame: steps.find(one => one.outcome === outcome)?.blame ?? null,
    steps,
  };
}

export const requirement = (
  id: string,
  text: string,
  outcome: Outcome,
  more: Partial<RequirementRecord> = {},
): RequirementRecord => ({
  id,
  level: 'must',
  text,
  source: 'Agent API, Account',
  outcome,
  tested: outcome !== 'disabled' && outcome !== 'could-not-test',
  checks: outcome === 'disabled' ? [] : ['answer-status'],
  untestedBecause: outcome === 'disabled' ? 'no suite of this profile tests it' : null,
  ...more,
});

const effects = (more: Partial<Effects> = {}): Effects => ({
  accounts: 2,
  mails: 2,
  messages: 1,
  failedCredentials: 1,
  requests: 18,
  steps: 14,
  endpoints: ['Account/Create', 'Account/VerifyEMail', 'Account/Login', 'Account/Logout', 'Xmpp/SendTextMessage'],
  seconds: 6,
  ...more,
});

/** A record around some suites: counts and outcome follow from them. */
export function record(suites: readonly SuiteRecord[], more: Partial<RunRecord> = {}): RunRecord {
  const steps = suites.flatMap(one => one.steps);
  const findings = steps.flatMap(one => one.findings);
  const checks = Object.fromEntries(
    OUTCOMES.map(outcome => [outcome, findings.filter(one => one.outcome === outcome).length]),
  ) as Record<Outcome, number>;
  const passes = steps.flatMap(one => Object.values(one.passed)).reduce((sum, n) => sum + n, 0);
  const notes = checks.pass;
  const endedAt = Math.max(START, ...suites.map(one => one.endedAt));
  const outcome = worst(suites.map(one => one.outcome));
  return {
    schemaVersion: '1.0',
    suite: { name: 'neuron-conformance', version: '0.1.0' },
    run: {
      id: '20261121-020000-k7',
      startedAt: new Date(START).toISOString(),
      endedAt: new Date(endedAt).toISOString(),
      target: ORIGIN,
      profile: 'smoke',
      seed: 20261121,
      exitCode: outcome === 'fail' ? 1 : 0,
      ended: 'finished',
    },
    verdict: {
      outcome,
      blame: null,
      sentence: 'Release: neuron.example.com keeps all 14 requirements that were tested.',
      next: null,
    },
    counts: { suites: suites.length, steps: steps.length, checks: { ...checks, pass: passes }, notes },
    suites,
    requirements: [
      requirement('CREATE-DISABLED', 'A new account stays disabled until its e-mail address is verified.', 'pass', {
        endpoint: 'Account/Create',
      }),
      requirement('LOGIN-NONCE', 'A nonce that was used before is refused.', 'pass', { endpoint: 'Account/Login' }),
      requirement('POP-ONCE', 'A message is handed out exactly once.', 'pass', { endpoint: 'Xmpp/PopMessages' }),
      requirement('LOGOUT-ENDS', 'After log-out the token is refused.', 'pass', { endpoint: 'Account/Logout' }),
      requirement('OPTIONS-204', 'OPTIONS is answered with 204 and the methods allowed.', 'disabled', {
        level: 'should',
      }),
      requirement('APPLY-ID', 'An identity application is signed with the account’s key.', 'not-applicable', {
        tested: false,
        untestedBecause: "needs an operator's act",
        endpoint: 'Legal/ApplyId',
      }),
    ],
    dialect: [
      {
        endpoint: 'Account/Create',
        question: 'phone-in-signature',
        reading: 'after-email',
        readings: { 'after-email': ['the C# client library'], 'left-out': ['the HTTP quick start'] },
        evidence: 'journey/create/1',
      },
      {
        endpoint: 'Account/Login',
        question: 'timestamps',
        reading: null,
        readings: { 'unix-seconds': ['the encoder'], 'iso-8601': ['the reference page'] },
        evidence: null,
      },
    ],
    host: { domain: 'example.com', humanReadableName: 'Example Neuron', server: 'TAG Neuron/4.2.1', clockSkewMs: -340 },
    planned: effects(),
    spent: effects({ seconds: (endedAt - START) / 1000 }),
    leftBehind: [
      {
        kind: 'account',
        userName: 'alice-k7x2',
        eMail: 'alice.k7x2@mail.example.org',
        actor: 'alice',
        suite: 'journey',
        createdAt: START + 20,
        confirmed: true,
      },
      {
        kind: 'account',
        userName: 'bob-k7x2',
        eMail: 'bob.k7x2@mail.example.org',
        actor: 'bob',
        suite: 'journey',
        createdAt: START + 60,
        confirmed: true,
      },
    ],
    mailbox: { kind: 'embedded', url: 'smtp://127.0.0.1:2525', relay: '127.0.0.1:2525' },
    waivers: [],
    detection: { found: 64, seeded: 66 },
    redaction: { secrets: 23 },
    ...more,
  };
}

const account = (user: string, enabled: boolean): Json => ({
  created: 1795053600,
  enabled,
  canRelay: false,
  jwt: `«jwt:${user}»`,
  expires: 1795057200,
  userName: `${user}-k7x2`,
});

const createRequest = (user: string): Json => ({
  userName: `${user}-k7x2`,
  eMail: `${user}.k7x2@mail.example.org`,
  password: `«password:${user}»`,
  apiKey: '«apiKey»',
  nonce: 'Zm9vYmFyYmF6cXV4cXV1eGNvcmdlZ3JhdWx0',
  signature: `«signature:${user}»`,
  seconds: 3600,
});

export const mail = (user: string, at: number, more: Partial<MailRecord> = {}): MailRecord => {
  const reading = {
    code: `«code:${user}»`,
    why: `«code:${user}» (text: six digits, alone on its line).`,
    candidates: [{ code: `«code:${user}»`, part: 'text' as const, score: 9, why: ['six digits', 'alone on its line'] }],
  };
  return {
    id: `m-${user}`,
    arrivedAt: at + 410,
    envelopeFrom: 'noreply@neuron.example.com',
    envelopeTo: [`${user}.k7x2@mail.example.org`],
    from: 'Neuron <noreply@neuron.example.com>',
    to: [`${user}.k7x2@mail.example.org`],
    subject: 'E-mail verification',
    messageId: '<1@neuron.example.com>',
    date: at + 300,
    headers: [
      ['Subject', 'E-mail verification'],
      ['Message-ID', '<1@neuron.example.com>'],
    ],
    received: ['from neuron.example.com by mailbox; Sat, 21 Nov 2026 02:00:01 +0000'],
    text: `Welcome.\n\nYour code is\n\n«code:${user}»\n`,
    html: `<p>Your code is <b>«code:${user}»</b></p>`,
    attachments: [],
    bytes: 1204,
    code: reading,
    actor: user,
    triggeredAt: at,
    chosen: reading,
    ...more,
  };
};

function create(user: string, at: number): StepRecord {
  return step(user === 'alice' ? 'create' : `create-${user}`, {
    title: `${user} creates an account`,
    endpoint: 'Account/Create',
    actor: user,
    at,
    proves: ['CREATE-DISABLED'],
    exchanges: [
      exchange(`journey/${user === 'alice' ? 'create' : `create-${user}`}/1`, at, {
        endpoint: 'Account/Create',
        actor: user,
        send: createRequest(user),
        answer: answer(200, account(user, false)),
        ms: 118,
      }),
    ],
  });
}

function codeStep(user: string, at: number): StepRecord {
  return step(`code-${user}`, {
    title: `${user} receives the code`,
    verb: 'receive',
    actor: user,
    at,
    ms: 430,
    passed: { 'mail-arrives': 1, 'mail-code': 1 },
    mails: [mail(user, at - 120)],
    waits: [{ what: 'the verification mail', from: at, until: at + 410, whom: 'mail', attempts: 9 }],
  });
}

const popped: Json = {
  messages: [
    {
      from: 'alice-k7x2@example.com/agent',
      type: 'Chat',
      body: 'Grüße, 世界! 👩‍🚀 <b>&amp;</b> "quoted" \u202Eright to left\u202C',
      received: 1795053603,
    },
  ],
};

/** alice and bob live; the steps of the journey, each of which may be replaced. */
export function journey(replace: Readonly<Record<string, StepRecord>> = {}): SuiteRecord {
  const call = (
    id: string,
    title: string,
    endpoint: string,
    at: number,
    send: Json,
    value: Json,
    actor = 'alice',
  ): StepRecord =>
    step(id, {
      title,
      endpoint,
      actor,
      at,
      exchanges: [
        exchange(`journey/${id}/1`, at, { endpoint, actor, send, answer: answer(200, value), token: `«jwt:${actor}»` }),
      ],
    });
  const steps = [
    create('alice', START + 10),
    create('bob', START + 140),
    codeStep('alice', START + 260),
    call(
      'verify',
      'alice verifies her address',
      'Account/VerifyEMail',
      START + 700,
      { eMail: 'alice.k7x2@mail.example.org', code: '«#code:alice»' },
      {},
    ),
    codeStep('bob', START + 760),
    call(
      'verify-bob',
      'bob verifies his address',
      'Account/VerifyEMail',
      START + 1200,
      { eMail: 'bob.k7x2@mail.example.org', code: '«#code:bob»' },
      {},
      'bob',
    ),
    call(
      'login',
      'alice logs in with a fresh nonce',
      'Account/Login',
      START + 1260,
      { userName: 'alice-k7x2', nonce: 'cXV4', signature: '«signature:alice#2»', seconds: 3600 },
      { jwt: '«jwt:alice#2»', expires: 1795057201 },
    ),
    call(
      'refresh',
      'alice refreshes her token',
      'Account/Refresh',
      START + 1310,
      { seconds: 3600 },
      { jwt: '«jwt:alice#3»', expires: 1795057202 },
    ),
    call(
      'send',
      'alice writes to bob',
      'Xmpp/SendTextMessage',
      START + 1360,
      { to: 'bob-k7x2@example.com', message: 'Grüße, 世界!' },
      {},
    ),
    call('pop', 'bob reads it', 'Xmpp/PopMessages', START + 1410, {}, popped, 'bob'),
    call('pop-again', 'nothing is left', 'Xmpp/PopMessages', START + 1460, {}, { messages: [] }, 'bob'),
    call('logout', 'alice logs out', 'Account/Logout', START + 1510, {}, {}),
    step('refused', {
      title: 'the old token is refused',
      verb: 'refuse',
      endpoint: 'Account/Info',
      at: START + 1560,
      proves: ['LOGOUT-ENDS'],
      exchanges: [
        exchange('journey/refused/1', START + 1560, {
          endpoint: 'Account/Info',
          send: {},
          answer: answer(403, 'Token is no longer valid.'),
          token: '«jwt:alice#3»',
        }),
      ],
    }),
  ];
  return suite(
    'journey',
    "An account's whole life, from creation to log-out",
    steps.map(one => replace[one.id] ?? one),
  );
}

export const passing = (): RunRecord => record([journey()]);

/** The host keeps a token alive, forgets a member in two places, is slow once, and one known failure is waived. */
export function failing(): RunRecord {
  const alive = step('refused', {
    title: 'the old token is refused',
    verb: 'refuse',
    endpoint: 'Account/Info',
    at: START + 1560,
    proves: ['LOGOUT-ENDS'],
    passed: { 'answer-schema': 1 },
    findings: [
      finding('journey/refused/1', {
        check: 'refused',
        requirement: 'LOGOUT-ENDS',
        message: 'Account/Info answered 200 to a token that was logged out; it has to refuse with 401 or 403.',
        expected: '401 or 403',
        actual: 200,
        exchange: 'journey/refused/1',
      }),
    ],
    exchanges: [
      exchange('journey/refused/1', START + 1560, {
        endpoint: 'Account/Info',
        send: {},
        answer: answer(200, {
          userName: 'alice-k7x2',
          created: 1795053600,
          enabled: true,
          eMail: 'alice.k7x2@mail.example.org',
        }),
        token: '«jwt:alice#3»',
      }),
    ],
  });
  const missing = (id: string, at: number, user: string): StepRecord =>
    step(id, {
      title: `${user} creates an account`,
      endpoint: 'Account/Create',
      actor: user,
      at,
      proves: ['CREATE-DISABLED'],
      findings: [
        finding(`journey/${id}/1`, {
          check: 'expected',
          requirement: 'CREATE-DISABLED',
          message:
            'The answer of Account/Create says at /enabled that the account is enabled before its address is verified.',
          expected: false,
          actual: true,
          pointer: '/enabled',
          exchange: `journey/${id}/1`,
        }),
      ],
      exchanges: [
        exchange(`journey/${id}/1`, at, {
          endpoint: 'Account/Create',
          actor: user,
          send: createRequest(user),
          answer: answer(200, account(user, true)),
          ms: 118,
        }),
      ],
    });
  const slow = step('refresh', {
    title: 'alice refreshes her token',
    endpoint: 'Account/Refresh',
    at: START + 1310,
    findings: [
      finding('journey/refresh/1', {
        check: 'answer-time',
        requirement: null,
        outcome: 'warn',
        message: 'Account/Refresh took 4.1 s; answers are expected within 2 s.',
        expected: '≤ 2000 ms',
        actual: 4100,
        exchange: 'journey/refresh/1',
      }),
      finding('journey/refresh/2', {
        check: 'undocumented-member',
        outcome: 'pass',
        blame: null,
        message: 'The answer has a member that the contract does not name: /tokenType.',
        pointer: '/tokenType',
        actual: 'Bearer',
        exchange: 'journey/refresh/1',
      }),
    ],
    exchanges: [
      exchange('journey/refresh/1', START + 1310, {
        endpoint: 'Account/Refresh',
        send: { seconds: 3600 },
        answer: answer(200, { jwt: '«jwt:alice#3»', expires: 1795057202, tokenType: 'Bearer' }),
        ms: 4100,
        token: '«jwt:alice#2»',
      }),
    ],
  });
  const base = START + 6000;
  const extra = suite('encodings', 'The same calls in XML', [
    step('info-xml', {
      title: 'account facts in XML',
      endpoint: 'Account/Info',
      at: base,
      findings: [
        finding('encodings/info-xml/1', {
          check: 'answer-media-type',
          requirement: 'XML-TYPE',
          outcome: 'waived',
          message: 'The XML answer is served as text/plain.',
          expected: 'application/xml or text/xml',
          actual: 'text/plain; charset=utf-8',
          exchange: 'encodings/info-xml/1',
          waiver: {
            owner: 'ops@example.com',
            issue: 'https://example.com/issues/41',
            expires: '2026-11-27',
            reason: 'fixed in 4.3',
          },
        }),
      ],
      exchanges: [
        exchange('encodings/info-xml/1', base, {
          endpoint: 'Account/Info',
          answer: answer(
            200,
            '<AccountInfo xmlns="https://waher.se/Schema/BrokerAgent.xsd"><userName>alice-k7x2</userName></AccountInfo>',
          ),
        }),
      ],
    }),
    step('authenticate', {
      title: 'a token is recognised',
      endpoint: 'Account/AuthenticateJwt',
      at: base + 60,
      findings: [
        finding('encodings/authenticate/1', {
          check: 'answer-status',
          outcome: 'could-not-test',
          blame: 'host',
          message: 'Not sent: the token of step refused is still alive, so the next answer would prove nothing.',
          causedBy: 'journey/refused/1',
        }),
      ],
    }),
    step('flaky-info', {
      title: 'facts after a reset connection',
      endpoint: 'Account/Info',
      at: base + 120,
      findings: [
        finding('encodings/flaky-info/1', {
          check: 'exchange-complete',
          outcome: 'flaky',
          blame: 'network',
          message: 'The first attempt was reset by the peer; the second was answered.',
          exchange: 'encodings/flaky-info/1',
        }),
      ],
      exchanges: [
        exchange('encodings/flaky-info/1', base + 120, {
          endpoint: 'Account/Info',
          answer: null,
          failure: { kind: 'reset', message: 'The connection was reset before an answer came.' },
        }),
        exchange('encodings/flaky-info/2', base + 180, {
          endpoint: 'Account/Info',
          answer: answer(200, { userName: 'alice-k7x2' }),
        }),
      ],
    }),
  ]);
  const suites = [
    journey({
      refused: alive,
      create: missing('create', START + 10, 'alice'),
      'create-bob': missing('create-bob', START + 140, 'bob'),
      refresh: slow,
    }),
    extra,
  ];
  const made = record(suites);
  return {
    ...made,
    verdict: {
      outcome: 'fail',
      blame: 'host',
      sentence: 'Do not release: neuron.example.com breaks 2 requirements; log-out leaves tokens alive.',
      next: 'Look at the two findings blamed on the host, and run again when they are fixed.',
    },
    requirements: made.requirements.map(one =>
      one.id === 'LOGOUT-ENDS' || one.id === 'CREATE-DISABLED' ? { ...one, outcome: 'fail' as const } : one,
    ),
    waivers: [
      {
        fingerprint: extra.steps[0]?.findings[0]?.fingerprint ?? '',
        check: 'answer-media-type',
        owner: 'ops@example.com',
        issue: 'https://example.com/issues/41',
        expires: '2026-11-27',
        reason: 'fixed in 4.3',
      },
    ],
  };
}

/** Ended by Ctrl-C while waiting for bob's mail. */
export function interrupted(): RunRecord {
  const steps = journey().steps.slice(0, 4);
  const made = record([suite('journey', "An account's whole life, from creation to log-out", steps)]);
  return {
    ...made,
    run: { ...made.run, exitCode: 3, ended: 'interrupted' },
    verdict: {
      outcome: 'could-not-test',
      blame: 'suite',
      sentence: 'No answer: the run was interrupted after 4 of 13 steps; nothing failed until then.',
      next: 'Run again and let it finish.',
    },
    requirements: made.requirements.map(one =>
      one.outcome === 'pass' && one.id !== 'CREATE-DISABLED'
        ? {
            ...one,
            outcome: 'could-not-test' as const,
            tested: false,
            untestedBecause: 'the run was interrupted before it',
          }
        : one,
    ),
  };
}

/** The verification mail never came, and everything after it could not be tested. */
export function incomplete(): RunRecord {
  const late = finding('journey/code-alice/1', {
    check: 'mail-arrives',
    requirement: 'MAIL-CODE',
    outcome: 'could-not-test',
    blame: 'mailbox',
    message:
      'No mail for alice.k7x2@mail.example.org within 60 s; the mailbox has no probe, so it cannot be told whose fault that is.',
    expected: 'one mail with a code',
    actual: 'none',
  });
  const after = (id: string, title: string, endpoint: string): StepRecord =>
    step(id, {
      title,
      endpoint,
      at: START + 60_300,
      ms: 0,
      passed: {},
      findings: [
        finding(`journey/${id}/1`, {
          check: 'answer-status',
          outcome: 'could-not-test',
          blame: 'mailbox',
          message: 'Not sent: step code-alice has no code.',
          causedBy: late.id,
        }),
      ],
    });
  const steps = [
    create('alice', START + 10),
    step('code-alice', {
      title: 'alice receives the code',
      verb: 'receive',
      at: START + 260,
      ms: 60_000,
      passed: {},
      findings: [late],
      waits: [{ what: 'the verification mail', from: START + 260, until: START + 60_260, whom: 'mail', attempts: 601 }],
    }),
    after('verify', 'alice verifies her address', 'Account/VerifyEMail'),
    after('login', 'alice logs in with a fresh nonce', 'Account/Login'),
    after('logout', 'alice logs out', 'Account/Logout'),
  ];
  const made = record([suite('journey', "An account's whole life, from creation to log-out", steps)]);
  return {
    ...made,
    run: { ...made.run, exitCode: 3 },
    verdict: {
      outcome: 'could-not-test',
      blame: 'mailbox',
      sentence: 'No answer: 3 requirements could not be tested, because no mail reached the mailbox.',
      next: 'Set mailbox.probe, so that the run can tell the mailbox from the host.',
    },
    requirements: made.requirements.map(one =>
      one.outcome === 'pass' && one.id !== 'CREATE-DISABLED'
        ? { ...one, outcome: 'could-not-test' as const, tested: false, untestedBecause: 'no code reached the mailbox' }
        : one,
    ),
  };
}

/** What a host answers to harm whoever reads about it. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['script', '</script><script>window.pwned=1</script><img src=x onerror="window.pwned=1">'],
  ['comment', '<!-- <script> --!> ]]> <![CDATA[ &lt;/pre&gt; </pre></details></table>'],
  ['ansi', '\u001b[2J\u001b[31mred\u001b[0m \u0007bell \u0008back \u009b31m C1'],
  ['bidi', 'user \u202Egnp.exe\u202C \u2066isolated\u2069 \u200Eltr\u200F'],
  ['one-line', 'x'.repeat(1024 * 1024)],
  ['prototype', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":1}'],
  ['deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['zero', 'nul \u0000 separator \u2028 next \ufffe end'],
];

export function hostile(): RunRecord {
  const steps = HOSTILE.map(([name, text], index) => {
    const value: { value?: Json } = name === 'prototype' ? { value: JSON.parse(text) as Json } : {};
    const one: Exchange = exchange(`hostile/${name}/1`, START + index * 50, { endpoint: 'Account/Info' });
    return step(name, {
      title: `the host answers with ${name}`,
      endpoint: 'Account/Info',
      at: START + index * 50,
      findings: [
        finding(`hostile/${name}/1`, {
          check: 'answer-schema',
          requirement: null,
          message: `The answer is not what the contract describes: ${text.slice(0, 60)}`,
          actual: text.slice(0, 400),
          exchange: `hostile/${name}/1`,
        }),
      ],
      exchanges: [
        {
          ...one,
          answer: {
            status: 200,
            headers: [
              ['Content-Type', 'text/html'],
              ['X-Evil', text.slice(0, 200)],
            ],
            body: body(text),
            ...value,
          },
        },
      ],
    });
  });
  const invalid = step('invalid-utf8', {
    title: 'the host answers with bytes that are no text',
    endpoint: 'Account/Info',
    at: START + 900,
    exchanges: [
      {
        ...exchange('hostile/invalid-utf8/1', START + 900, { endpoint: 'Account/Info' }),
        answer: {
          status: 200,
          headers: [['Content-Type', 'application/json']],
          body: body('{"a":"\ufffd\ufffd"}', {
            bytes: 10,
            base64: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]).toString('base64'),
          }),
        },
      },
    ],
  });
  return record([suite('hostile', 'Answers <b>meant</b> to harm \u202Ereaders', [...steps, invalid])]);
}

/** A run of `n` exchanges with bodies of ordinary size, in suites of 100 steps. */
export function large(n: number): RunRecord {
  const suites = Array.from({ length: Math.ceil(n / 100) }, (_, s) =>
    suite(
      `bulk-${s}`,
      `Bulk ${s}`,
      Array.from({ length: Math.min(100, n - s * 100) }, (_unused, i) => {
        const at = START + (s * 100 + i) * 12;
        const id = `bulk-${s}/info[${i}]/1`;
        return step(`info[${i}]`, {
          title: `account facts, ${i}`,
          endpoint: 'Account/Info',
          at,
          exchanges: [
            exchange(id, at, {
              endpoint: 'Account/Info',
              send: { seconds: i, note: `request ${s}.${i}` },
              answer: answer(200, {
                userName: 'alice-k7x2',
                created: 1795053600 + i,
                enabled: true,
                eMail: 'alice.k7x2@mail.example.org',
                properties: Array.from({ length: 8 }, (_p, p) => ({ name: `P${p}`, value: `value ${p} of ${i}` })),
              }),
              token: '«jwt:alice»',
            }),
          ],
        });
      }),
    ),
  );
  return record(suites);
}

/** A host that is wrong in many ways: more than two pages of paper hold. */
export function broken(): RunRecord {
  const steps = Array.from({ length: 40 }, (_, i) => {
    const at = START + i * 50;
    const endpoint = `Group${i % 5}/Endpoint${i}`;
    const found = Array.from({ length: 1 + (i % 3) }, (_f, f) =>
      finding(`broken/step-${i}/${f}`, {
        check: `${['answer-schema', 'refused', 'answer-clock', 'message-once'][(i + f) % 4]}`,
        requirement: `PROMISE-${i}`,
        message: `${endpoint} does not keep its promise number ${f}, in words that are long enough to take a second line on paper and then some more.`,
        pointer: f === 0 ? null : `/member${f}`,
        expected: 'something else that takes its room',
        actual: f + 1,
        exchange: `broken/step-${i}/1`,
      }),
    );
    return step(`step-${i}`, {
      endpoint,
      at,
      findings: found,
      exchanges: [
        exchange(`broken/step-${i}/1`, at, {
          endpoint,
          send: { a: i },
          answer: answer(200, { member1: 1, member2: 2, member3: 3 }),
        }),
      ],
    });
  });
  const made = record([suite('broken', 'Everything at once', steps)]);
  return {
    ...made,
    verdict: {
      outcome: 'fail',
      blame: 'host',
      sentence: `Do not release: neuron.example.com breaks 40 requirements (PROMISE-0, PROMISE-1, PROMISE-2, …); ${steps[0]?.findings[0]?.message}`,
      next: 'Make the host keep this promise: Every promise that the contract makes in words that take more than one line is kept by the host at all times.',
    },
    requirements: steps.map((_, i) =>
      requirement(
        `PROMISE-${i}`,
        'Every promise that the contract makes in words that take more than one line is kept by the host at all times.',
        'fail',
      ),
    ),
  };
}
