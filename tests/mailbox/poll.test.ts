import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Look, poll } from '../../src/peers/poll.ts';
import { never } from './helpers.ts';

const soon = (ms: number) => Date.now() + ms;
const notYet: Look<number> = { kind: 'not-yet' };

test('looks until something is found, and counts', async () => {
  let looks = 0;
  const probe = async (): Promise<Look<number>> => (++looks === 3 ? { kind: 'found', value: 42 } : notYet);
  const polled = await poll({ probe, deadline: soon(5_000), signal: never(), backoff: () => 1 });
  expect(polled).toEqual({ kind: 'found', value: 42, attempts: 3 });
});

test('takes one look even when the deadline has passed', async () => {
  const probe = async () => notYet;
  expect(await poll({ probe, deadline: 0, signal: never(), backoff: () => 1 })).toEqual({
    kind: 'deadline',
    attempts: 1,
  });
});

test('backs off by how long it has gone on, and never sleeps past the deadline', async () => {
  const asked: number[] = [];
  const backoff = (elapsed: number) => {
    asked.push(elapsed);
    return asked.length === 1 ? 30 : 60_000;
  };
  const started = Date.now();
  const polled = await poll({ probe: async () => notYet, deadline: started + 100, signal: never(), backoff });
  expect(polled).toEqual({ kind: 'deadline', attempts: 3 });
  expect(Date.now() - started).toBeLessThan(1_000);
  expect(asked[1]).toBeGreaterThanOrEqual(25);
});

test('an event ends the pause, also one that comes while a look is under way', async () => {
  let ring = () => {};
  const wake = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      ring = resolve;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  let looks = 0;
  const probe = async (): Promise<Look<string>> => {
    looks += 1;
    if (looks === 2) return { kind: 'found', value: 'in time' };
    ring();
    return { kind: 'not-yet' };
  };
  const started = Date.now();
  const polled = await poll({ probe, deadline: soon(30_000), signal: never(), backoff: () => 30_000, wake });
  expect(polled).toEqual({ kind: 'found', value: 'in time', attempts: 2 });
  expect(Date.now() - started).toBeLessThan(2_000);
});

test('failures end it when they are final, when they go on for too long, and at the deadline; a success between starts anew', async () => {
  const failed = (final: boolean): Look<number> => ({ kind: 'failed', message: 'It is down.', final });
  const base = { signal: never(), backoff: () => 5 };
  expect(await poll({ ...base, probe: async () => failed(true), deadline: soon(5_000) })).toEqual({
    kind: 'failed',
    message: 'It is down.',
    attempts: 1,
  });
  expect(await poll({ ...base, probe: async () => failed(false), deadline: soon(5_000), patience: 20 })).toMatchObject({
    kind: 'failed',
  });
  expect(await poll({ ...base, probe: async () => failed(false), deadline: soon(30) })).toMatchObject({
    kind: 'failed',
  });
  let looks = 0;
  const now = () => looks * 10;
  const probe = async () => (++looks % 3 === 0 ? notYet : failed(false));
  expect(await poll({ probe, now, signal: never(), backoff: () => 0, deadline: 200, patience: 25 })).toMatchObject({
    kind: 'failed',
    attempts: 20,
  });
});

test('a look that hangs is given up a second after the deadline', async () => {
  const started = Date.now();
  const probe = () => new Promise<Look<number>>(() => {});
  const polled = await poll({ probe, deadline: started + 50, signal: never(), backoff: () => 1 });
  expect(polled).toEqual({ kind: 'failed', message: 'It did not answer before the deadline.', attempts: 1 });
  expect(Date.now() - started).toBeLessThan(3_000);
});

test('giving up rejects with the reason, in a look and in a pause', async () => {
  for (const probe of [() => new Promise<Look<number>>(() => {}), async () => notYet]) {
    const stop = new AbortController();
    const polling = poll({ probe, deadline: soon(30_000), signal: stop.signal, backoff: () => 30_000 });
    await delay(20);
    stop.abort(new Error('interrupted'));
    await expect(polling).rejects.toThrow('interrupted');
  }
});

test('what a probe throws is a bug and comes through', async () => {
  const probe = async (): Promise<Look<number>> => {
    throw new TypeError('broken');
  };
  await expect(poll({ probe, deadline: soon(100), signal: never(), backoff: () => 1 })).rejects.toThrow('broken');
});
