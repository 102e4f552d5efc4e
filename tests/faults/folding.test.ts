import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Seen } from '../../src/cli/faults/seen.ts';
import { task } from '../../src/cli/faults/task.ts';
import { tryOut } from '../../src/cli/faults/try-out.ts';
import { bench } from './support/recorded.ts';

/** What a suite of these steps, with a verified alice, finds on a host with a fault; notes left out. */
async function findings(fault: string, steps: string): Promise<readonly Seen[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'neuron-conformance-suite-')), 'folding.yaml');
  writeFileSync(file, `suite: folding\ntitle: Folding\nactors: { alice: verified }\nsteps:\n${steps}`);
  const { seen } = await tryOut(task('folding', [file], { faults: [fault] }), bench);
  return seen.filter(({ place, outcome }) => place.startsWith('folding/') && outcome !== 'pass');
}

const short = ({ place, check, outcome, blame, caused }: Seen) => [place, check, outcome, blame, caused];

it('folds what misses a value under the finding of the step that should have given it', async () => {
  const found = await findings(
    'refresh-without-jwt',
    `  - { id: login, call: Account/Login, as: alice, send: { seconds: 60 } }
  - { id: refresh, call: Account/Refresh, as: alice, send: { seconds: 60 } }
  - { id: info, call: Account/Info, as: alice, with: { token: $refresh.jwt } }
`,
  );
  expect(found.map(short)).toEqual([
    ['folding/refresh', 'answer-schema', 'fail', 'host', false],
    ['folding/info', 'exchange-complete', 'could-not-test', 'host', true],
  ]);
});

it('sends nothing when what a step expects is not known', async () => {
  const found = await findings(
    'info-without-created',
    `  - { id: login, call: Account/Login, as: alice, send: { seconds: 60 } }
  - { id: info, call: Account/Info, as: alice }
  - { id: again, call: Account/Info, as: alice, expect: { created: $info.created } }
`,
  );
  expect(found.filter(({ place }) => place === 'folding/again').map(short)).toEqual([
    ['folding/again', 'exchange-complete', 'could-not-test', 'host', true],
  ]);
});

it('does not wait for a moment that is years away, nor test what was to come after it', async () => {
  const started = performance.now();
  const found = await findings(
    'login-expires-in-milliseconds',
    `  - { id: login, call: Account/Login, as: alice, send: { seconds: 2 } }
  - { id: end, wait: , until: $login.expires }
  - { id: ended, refuse: Account/Info, as: alice, with: { token: $login.jwt } }
`,
  );
  expect(performance.now() - started).toBeLessThan(20_000);
  const after = found.filter(({ place }) => place !== 'folding/login');
  expect(after.map(short)).toEqual([
    ['folding/end', 'exchange-complete', 'could-not-test', 'host', true],
    ['folding/ended', 'exchange-complete', 'could-not-test', 'host', true],
  ]);
});
