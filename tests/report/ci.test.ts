import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MAIN, type Served, serve } from './hosts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = (name: string): Promise<string> => readFile(join(root, 'docs/ci', name), 'utf8');

let dir: string;
let host: Served | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ci-'));
  // What `npm install --global` would put on the path.
  await mkdir(join(dir, 'bin'));
  await writeFile(join(dir, 'bin/neuron-conformance'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
  await chmod(join(dir, 'bin/neuron-conformance'), 0o755);
});
afterEach(async () => {
  await host?.stop();
  host = undefined;
  await rm(dir, { recursive: true });
});

/** A Neuron for the jobs to test; gives the variables that a repository would set. */
async function staging(...faults: readonly string[]): Promise<Record<string, string>> {
  host = await serve(...faults);
  return host.env;
}

async function shell(script: string, env: Record<string, string>): Promise<{ code: number; out: string }> {
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: dir,
    env: { ...env, PATH: `${join(dir, 'bin')}${delimiter}${process.env.PATH}`, HOME: dir, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, out };
}

const written = async (name: string): Promise<string> => readFile(join(dir, name), 'utf8');

interface GitHubStep {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Record<string, unknown>;
}

describe('the GitHub workflow', async () => {
  const workflow = parse(await file('github-workflow.yml'));
  const steps: readonly GitHubStep[] = workflow.jobs.conformance.steps;
  const runOf = (name: string): string => steps.find(step => step.name === name)?.run ?? '';

  test('is a gate, a schedule and a run by hand, one at a time for each host', () => {
    expect(Object.keys(workflow.on)).toEqual(['workflow_call', 'workflow_dispatch', 'schedule']);
    expect(workflow.concurrency.group).toContain('vars.NEURON_HOST');
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(steps.map(({ name, uses }) => name ?? uses)).toEqual([
      'actions/checkout@v4',
      'actions/setup-node@v4',
      'Install',
      'Run',
      'Say who has to act',
      'Keep the report',
    ]);
    expect(runOf('Install')).toBe('npm install --global neuron-conformance');
  });

  test('passes on a good host, and leaves report, JUnit and job summary', async () => {
    const env = { ...(await staging()), PROFILE: 'smoke', GITHUB_STEP_SUMMARY: join(dir, 'step-summary.md') };
    const { code, out } = await shell(runOf('Run'), env);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/0 leaks, \d artefacts, \d+ secrets/) });
    expect(await written('step-summary.md')).toMatch(/^## ✓ /);
    expect(await written('report/junit.xml')).toContain('<testsuites ');
    expect(await written('report/report.html')).toContain('</html>');
  });

  test('fails on a bad host, says who has to act, and keeps the evidence', async () => {
    const env = {
      ...(await staging('logout-without-effect')),
      PROFILE: 'smoke',
      GITHUB_STEP_SUMMARY: join(dir, 'step-summary.md'),
    };
    expect((await shell(runOf('Run'), env)).code).toBe(1);
    expect(await written('step-summary.md')).toMatch(/^## ✗ Do not release: /);
    const said = await shell(runOf('Say who has to act'), env);
    expect(said).toEqual({
      code: 0,
      out: expect.stringMatching(/^::error title=Neuron conformance \(the host\)::Do not release: /),
    });
    expect(await written('report/junit.xml')).toContain('<failure type="fail"');
    const keep = steps.find(({ name }) => name === 'Keep the report');
    expect(keep).toMatchObject({ if: 'always()', with: { path: 'report/\n!report/quarantine/\n' } });
  });
});

describe('the GitLab job', async () => {
  const job = parse(await file('gitlab-ci.yml'))['neuron-conformance'];

  test.each([
    ['a good host', [], 0],
    ['a bad host', ['logout-without-effect'], 1],
  ] as const)('ends as it should on %s, and leaves what it names', async (_what, faults, expected) => {
    const { code } = await shell(job.script.join('\n'), { ...(await staging(...faults)), PROFILE: 'smoke' });
    expect(code).toBe(expected);
    for (const path of [...job.artifacts.paths, job.artifacts.reports.junit])
      expect((await written(path)).length).toBeGreaterThan(1000);
    expect(job.before_script).toEqual(['npm install --global neuron-conformance']);
  });
});
