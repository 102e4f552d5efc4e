import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/model/exchange.ts';
import { blockingSign, openGate, type SpendOptions } from '../../src/peers/neuron/index.ts';

const answer = (status: number, text = ''): Answer => ({
  status,
  headers: [],
  body: { text, bytes: text.length, truncated: false },
});
const options = (restore: SpendOptions['restore'] = async () => true): SpendOptions => ({
  restore,
  signal: new AbortController().signal,
});

/** The audit of a real host: counts failures in a row from one address, and blocks at five. */
class Audit {
  inRow: number;
  blocked = false;
  worst = 0;

  constructor(leftByOthers: number) {
    this.inRow = leftByOthers;
  }

  attempt(good: boolean): boolean {
    if (this.blocked) return false;
    this.inRow = good ? 0 : this.inRow + 1;
    this.worst = Math.max(this.worst, this.inRow);
    if (this.inRow >= 5) this.blocked = true;
    return good;
  }
}

describe('the gate', () => {
  it('logs in before the first failure, and again before a fourth', async () => {
    const gate = openGate();
    const log: string[] = [];
    const restore = async () => {
      log.push('login');
      return true;
    };
    for (const [name, failures] of [
      ['a', 1],
      ['b', 2],
      ['c', 1],
      ['d', 3],
      ['e', 0],
    ] as const) {
      const spent = await gate.spend(failures, async () => log.push(`${name}${failures}`), options(restore));
      expect(spent.kind).toBe('spent');
    }
    expect(log).toEqual(['login', 'a1', 'b2', 'login', 'c1', 'login', 'd3', 'e0']);
    expect(gate.counts()).toEqual({
      inRow: 3,
      underWay: 0,
      spent: 7,
      restored: 3,
      unplanned: 0,
      blocked: null,
      stuck: false,
    });
  });

  it('logs in as well when refusals that nobody planned add up', async () => {
    const gate = openGate();
    const audit = new Audit(0);
    const recover = options(async () => audit.attempt(true));
    for (let refusal = 0; refusal < 9; refusal++) {
      audit.attempt(false);
      gate.failed();
      await gate.recover(recover);
    }
    expect(audit).toMatchObject({ worst: 3, blocked: false });
    expect(gate.counts()).toMatchObject({ spent: 0, unplanned: 9, restored: 3, inRow: 2 });
  });

  it('lets one spend at a time, in the order of asking', async () => {
    const gate = openGate();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise(resolve => setTimeout(resolve, 5));
      log.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map(name => gate.spend(1, work(name), options())));
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('stops at the first sign of blocking, whoever saw it', async () => {
    const gate = openGate();
    gate.observe(answer(401, 'Unauthorized access prohibited.'));
    expect((await gate.spend(1, async () => 1, options())).kind).toBe('spent');
    gate.observe(answer(429, 'Too many failed login attempts in a row registered. Try again in 1 hour.'));
    gate.observe(answer(403, 'This endpoint (127.0.0.1) has been blocked from the system.'));
    expect(await gate.spend(1, () => Promise.reject(new Error('not sent')), options())).toEqual({
      kind: 'blocked',
      blocked: { status: 429, text: 'Too many failed login attempts in a row registered. Try again in 1 hour.' },
    });
  });

  it('does not try a good login again that was refused', async () => {
    const gate = openGate();
    let logins = 0;
    const refused = options(async () => {
      logins += 1;
      return false;
    });
    expect((await gate.spend(1, async () => 1, refused)).kind).toBe('stuck');
    expect((await gate.spend(1, async () => 1, refused)).kind).toBe('stuck');
    expect(logins).toBe(1);
  });

  it('goes on after work that throws, and counts it', async () => {
    const gate = openGate();
    await expect(gate.spend(2, () => Promise.reject(new Error('broken')), options())).rejects.toThrow('broken');
    expect((await gate.spend(1, async () => 'next', options())).kind).toBe('spent');
    expect(gate.counts()).toMatchObject({ spent: 3, inRow: 3 });
  });

  it('lets nobody wait who has given up', async () => {
    const gate = openGate();
    const stop = new AbortController();
    const first = gate.spend(1, () => new Promise(resolve => setTimeout(resolve, 10)), options());
    const second = gate.spend(1, async () => 'sent', { ...options(), signal: stop.signal });
    stop.abort(new Error('run ended'));
    await first;
    await expect(second).rejects.toThrow('run ended');
    expect(gate.counts().spent).toBe(1);
  });

  it('takes no step that spends more than three', () => {
    expect(() => openGate().spend(4, async () => 1, options())).toThrow(RangeError);
    expect(() => openGate().spend(Number.NaN, async () => 1, options())).toThrow(RangeError);
  });

  it('keeps every host from blocking us, in any order and with any concurrency', async () => {
    const step = fc.record({
      failures: fc.integer({ min: 0, max: 3 }),
      loginsElsewhere: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.nat(4),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        async (scheduler, leftByOthers, steps) => {
          const audit = new Audit(leftByOthers);
          const gate = openGate();
          const login = async () => {
            await scheduler.schedule(Promise.resolve(), 'login sent');
            const worked = audit.attempt(true);
            // The answer comes later than the host's count changes: the gate hears of it when failures may be under way.
            await scheduler.schedule(Promise.resolve(), 'login answered');
            return worked;
          };
          const spenders = steps.flatMap(({ failures, loginsElsewhere }) => [
            gate.spend(
              failures,
              async () => {
                for (let index = 0; index < failures; index++) {
                  await scheduler.schedule(Promise.resolve(), 'failure sent');
                  audit.attempt(false);
                }
              },
              options(login),
            ),
            ...Array.from({ length: loginsElsewhere }, login),
          ]);
          await scheduler.waitFor(Promise.all(spenders));
          expect(audit.worst).toBeLessThanOrEqual(Math.max(leftByOthers, 3));
          expect(audit.blocked).toBe(false);
          expect(gate.counts().spent).toBe(steps.reduce((sum, { failures }) => sum + failures, 0));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a sign of blocking', () => {
  it.each([
    [429, ''],
    [429, 'Try again after 12:00 tomorrow.'],
    [403, 'This endpoint (192.0.2.1:5) has been blocked from the system.'],
    [400, 'Too many failed login attempts in a row registered. Try again in 1 hour.'],
  ])('is %i %s', (status, text) => {
    expect(blockingSign(answer(status, text))).toEqual({ status, text });
  });

  it.each([
    [401, 'Unauthorized access prohibited.'],
    [403, 'Access denied.'],
    [200, 'The endpoint is not blocked.'],
    [500, 'This endpoint has been blocked'],
  ])('is not %i %s', (status, text) => {
    expect(blockingSign(answer(status, text))).toBeNull();
  });
});
