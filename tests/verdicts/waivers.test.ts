import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { causes, cli, folder, type World, world } from './support.ts';

const open: World[] = [];
afterEach(async () => {
  for (const host of open.splice(0)) await host.stop();
});
const host = async (faults: readonly string[] = []): Promise<World> => {
  const made = await world({ faults });
  open.push(made);
  return made;
};

const FAULT = 'logout-revokes-nothing';
const waiver = (fingerprint: string, expires = '2099-01-01'): string =>
  [
    '- check: refused',
    '  requirement: LOGOUT-REVOKES',
    `  fingerprint: "${fingerprint}"`,
    '  owner: ops',
    '  issue: NEURON-12',
    `  expires: ${expires}`,
    '  reason: fixed in the next version',
    '',
  ].join('\n');

const run = async (at: World, cwd: string) => cli(['run', '--suite', 'journey'], { env: at.env, cwd });

test('a waiver takes a known failure out of the verdict, and ends when the failure does', async () => {
  const cwd = folder();
  const faulty = await host([FAULT]);
  const failing = await run(faulty, cwd);
  expect(failing.code).toBe(1);
  const [finding] = causes(failing.record).filter(({ requirement }) => requirement === 'LOGOUT-REVOKES');
  expect(finding).toMatchObject({ outcome: 'fail', blame: 'host', check: 'refused' });

  writeFileSync(join(cwd, 'waivers.yaml'), waiver(finding?.fingerprint ?? ''));
  const waived = await run(await host([FAULT]), cwd);
  expect(waived.code).toBe(0);
  expect(waived.record?.counts.checks.waived).toBe(1);
  expect(waived.record?.waivers).toMatchObject([{ state: 'applied', owner: 'ops', issue: 'NEURON-12' }]);

  const stale = await run(await host(), cwd);
  expect(stale.code).toBe(2);
  expect(causes(stale.record)).toMatchObject([{ blame: 'configuration', outcome: 'could-not-test' }]);
  expect(
    causes(stale.record)
      .map(({ message }) => message)
      .join('\n'),
  ).toMatch(/waivers\.yaml:1: the waiver of refused for LOGOUT-REVOKES covers a failure that is gone\. Delete it\./);
});

test('a waiver that has expired, or whose failure has changed, ends the run with the line to edit', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'waivers.yaml'), waiver('0123456789abcdef'));
  const changed = await run(await host([FAULT]), cwd);
  expect(changed.code).toBe(1);
  expect(
    causes(changed.record)
      .map(({ message }) => message)
      .join('\n'),
  ).toMatch(
    /waivers\.yaml:1: the waiver of refused for LOGOUT-REVOKES covers 0123456789abcdef, but what fails now is [0-9a-f]{16}/,
  );

  writeFileSync(join(cwd, 'waivers.yaml'), waiver('0123456789abcdef', '2026-01-31'));
  const expired = await run(await host(), cwd);
  expect(expired.code).toBe(2);
  expect(
    causes(expired.record)
      .map(({ message }) => message)
      .join('\n'),
  ).toMatch(/waivers\.yaml:1: the waiver of refused for LOGOUT-REVOKES expired on 2026-01-31/);
});

test('a waiver for a check that does not exist is refused with a guess before anything is sent', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'waivers.yaml'), waiver('0123456789abcdef').replace('check: refused', 'check: refusd'));
  const { code, stderr, record } = await run(await host(), cwd);
  expect({ code, stderr, record }).toEqual({
    code: 2,
    stderr: 'waivers.yaml:1:10: there is no check "refusd". Did you mean "refused"?\n→ Copy it from the report.\n',
    record: null,
  });
});
