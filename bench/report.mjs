// The report in figures: writing a run of 1,000 exchanges in every format, and opening it. Prints tables, fails on nothing.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Pool } from 'undici';
import { Secrets } from '../dist/model/secrets.js';
import { REPORTERS, writeReports } from '../dist/report/index.js';
import { hasChromium, launchChromium } from '../tests/peers/chromium.mjs';

const EXCHANGES = 1000;
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';

const ANSWER = index => ({
  userName: 'alice',
  created: 1795053600 + index,
  enabled: true,
  eMail: 'alice@example.org',
  properties: Array.from({ length: 8 }, (_, p) => ({ name: `P${p}`, value: `value ${p} of ${index}` })),
});

/** Sends real requests to a real host on loopback, and keeps them as exchanges. */
async function send(count) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', part => {
      body += part;
    });
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(ANSWER(JSON.parse(body).seconds)));
    });
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const pool = new Pool(origin, { connections: 1 });
  const from = performance.now();
  const exchanges = [];
  for (let index = 0; index < count; index++) {
    const text = JSON.stringify({ seconds: index, note: `request ${index}` });
    const headers = [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
      ['Authorization', `Bearer ${TOKEN}`],
    ];
    const startedAt = Date.now();
    const at = performance.now();
    const answer = await pool.request({
      method: 'POST',
      path: '/Agent/Account/Info',
      headers: headers.flat(),
      body: text,
    });
    const received = await answer.body.text();
    exchanges.push({
      id: `bench/info[${index}]/1`,
      endpoint: 'Account/Info',
      actor: 'alice',
      startedAt,
      request: {
        method: 'POST',
        url: `${origin}/Agent/Account/Info`,
        headers,
        body: { text, bytes: text.length, truncated: false },
      },
      answer: {
        status: answer.statusCode,
        headers: Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
        body: { text: received, bytes: received.length, truncated: false },
        value: JSON.parse(received),
      },
      failure: null,
      timings: { whole: performance.now() - at },
    });
  }
  const ms = performance.now() - from;
  await pool.close();
  await new Promise(done => server.close(done));
  return { exchanges, ms };
}

function recordOf(exchanges) {
  const passed = {
    'answer-status': 1,
    'answer-schema': 1,
    'answer-media-type': 1,
    'request-schema': 1,
    'no-secret-echo': 1,
  };
  const steps = exchanges.map((exchange, index) => ({
    id: `info[${index}]`,
    title: `account facts, ${index}`,
    verb: 'call',
    endpoint: 'Account/Info',
    actor: 'alice',
    startedAt: exchange.startedAt,
    endedAt: exchange.startedAt + exchange.timings.whole,
    outcome: 'pass',
    blame: null,
    proves: [],
    passed,
    findings: [],
    exchanges: [exchange],
    mails: [],
    waits: [],
  }));
  const [startedAt, endedAt] = [steps[0].startedAt, steps.at(-1).endedAt];
  const none = {
    accounts: 0,
    mails: 0,
    messages: 0,
    failedCredentials: 0,
    requests: steps.length,
    steps: steps.length,
    endpoints: ['Account/Info'],
    seconds: 1,
  };
  const checks = {
    'suite-error': 0,
    fail: 0,
    'could-not-test': 0,
    warn: 0,
    flaky: 0,
    waived: 0,
    pass: steps.length * 5,
    'not-applicable': 0,
    disabled: 0,
  };
  return {
    schemaVersion: '1.0',
    suite: { name: 'neuron-conformance', version: '0.0.0' },
    run: {
      id: 'bench',
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(endedAt).toISOString(),
      target: 'http://127.0.0.1',
      profile: 'bench',
      seed: 1,
      exitCode: 0,
      ended: 'finished',
    },
    verdict: { outcome: 'pass', blame: null, sentence: 'A run to measure the report with.', next: null },
    counts: { suites: 1, steps: steps.length, checks, notes: 0 },
    suites: [{ id: 'bench', title: 'Bench', startedAt, endedAt, outcome: 'pass', blame: null, steps }],
    requirements: [],
    dialect: [],
    host: {},
    planned: none,
    spent: none,
    leftBehind: [],
    mailbox: {},
    waivers: [],
    detection: null,
    redaction: { secrets: 0 },
  };
}

/** Milliseconds until a step can be unfolded by a click, and what happens then is on the screen. */
async function interactive(file) {
  if (!hasChromium()) return null;
  const browser = await launchChromium();
  const times = [];
  for (let round = 0; round < 3; round++) {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const from = performance.now();
    await page.goto(pathToFileURL(file).href);
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.id === 'search');
    times.push(performance.now() - from);
    await page.context().close();
  }
  await browser.close();
  return times.sort((a, b) => a - b)[1];
}

const table = rows => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
  return rows
    .map(row =>
      row
        .map((cell, column) => String(cell).padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
const ms = value => `${Math.round(value)} ms`;
const mib = bytes => `${(bytes / 1024 / 1024).toFixed(2)} MiB`;

const dir = mkdtempSync(join(tmpdir(), 'bench-report-'));
try {
  const { exchanges, ms: sending } = await send(EXCHANGES);
  const record = recordOf(exchanges);
  const secrets = new Secrets();
  secrets.taint('jwt', 'alice', TOKEN);
  const rows = [['format', 'written in', 'share of the requests’ time', 'size']];
  for (const { format, file } of REPORTERS) {
    const from = performance.now();
    const { leaks, broken } = await writeReports(record, { dir, formats: [format], secrets });
    const took = performance.now() - from;
    if (leaks > 0 || broken.length > 0) throw new Error(`${format}: ${leaks} leaks, ${JSON.stringify(broken)}`);
    rows.push([format, ms(took), `${Math.round((took / sending) * 100)} %`, mib(statSync(join(dir, file)).size)]);
  }
  console.log(
    `Report of ${EXCHANGES} exchanges, redacted, written and scanned, each format alone in one process (${cpus()[0].model}, ${cpus().length} cores, Node ${process.version})`,
  );
  console.log(`The requests themselves, one after the other on loopback: ${ms(sending)}\n`);
  console.log(`${table(rows)}\n`);
  const opened = await interactive(join(dir, 'report.html'));
  console.log(
    opened === null
      ? 'Chromium is not installed: opening was not measured.'
      : `report.html answers a key in headless Chromium after ${ms(opened)} (median of 3; wanted: under 1500 ms)`,
  );
} finally {
  rmSync(dir, { recursive: true });
}
