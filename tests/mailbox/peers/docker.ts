import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { programPath, startDaemon, until } from '../../peers/daemon.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface DockerEngine {
  /** What a process needs in its environment to use this engine. */
  readonly env: Readonly<Record<string, string>>;
  docker(...args: readonly string[]): Promise<string>;
  /** Names of containers, running or not. */
  containers(): Promise<string[]>;
  stop(): Promise<void>;
}

/** A real Docker engine of our own, beside any other; its containers are published on loopback. */
export async function startDocker(): Promise<DockerEngine> {
  const dir = await mkdtemp(join(tmpdir(), 'dockerd-'));
  const host = `unix://${dir}/docker.sock`;
  const daemon = startDaemon(programPath('dockerd') ?? 'dockerd', [
    `--data-root=${dir}/data`,
    `--exec-root=${dir}/exec`,
    `--pidfile=${dir}/docker.pid`,
    '-H',
    host,
    '--storage-driver=overlay2',
    '--ip=127.0.0.1',
  ]);
  const env = {
    DOCKER_HOST: host,
    TESTCONTAINERS_RYUK_DISABLED: 'true',
    TESTCONTAINERS_HOST_OVERRIDE: '127.0.0.1',
  };
  const docker = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run(programPath('docker') ?? 'docker', [...args], { env: { ...process.env, ...env } });
    return stdout.trim();
  };
  await until(async () => (await docker('version')) !== '', 'dockerd', daemon.output);
  return {
    env,
    docker,
    containers: async () => (await docker('ps', '-a', '--format', '{{.Image}} {{.State}}')).split('\n').filter(Boolean),
    stop: async () => {
      const left = (await docker('ps', '-aq').catch(() => '')).split('\n').filter(Boolean);
      if (left.length > 0) await docker('rm', '-f', ...left).catch(() => '');
      await daemon.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Makes an image of this project without any registry: Node itself, the libraries it names, `dist` and what it imports. */
export async function buildImage(engine: DockerEngine, name: string, cmd: readonly string[]): Promise<void> {
  const tree = await mkdtemp(join(tmpdir(), 'image-'));
  try {
    copyProgram(tree, process.execPath, '/usr/local/bin/node');
    for (const folder of ['dist', 'schemas', 'specs', 'suites', 'fixtures', 'package.json']) {
      cpSync(join(root, folder), join(tree, 'app', folder), { recursive: true });
    }
    copyPackages(join(tree, 'app/node_modules'));
    for (const folder of ['tmp', 'app/reports']) mkdirSync(join(tree, folder), { recursive: true, mode: 0o777 });
    const tar = join(tree, '..', `${name.replace(/\W/g, '-')}.tar`);
    execFileSync('tar', ['--numeric-owner', '--owner=0', '--group=0', '-cf', tar, '-C', tree, '.']);
    await engine.docker(
      'import',
      '--change',
      'WORKDIR /app',
      '--change',
      'ENV HOME=/tmp',
      '--change',
      'USER 1000:1000',
      '--change',
      `ENTRYPOINT ["/usr/local/bin/node", "dist/cli/main.js"]`,
      '--change',
      `CMD ${JSON.stringify(cmd)}`,
      tar,
      name,
    );
    await rm(tar, { force: true });
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

function copyProgram(tree: string, from: string, to: string): void {
  mkdirSync(dirname(join(tree, to)), { recursive: true });
  cpSync(realpathSync(from), join(tree, to));
  for (const [, path = ''] of execFileSync('ldd', [from])
    .toString()
    .matchAll(/(\/\S+)\s+\(0x/g)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    cpSync(realpathSync(path), join(tree, path));
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The packages this project needs to run, and theirs; those for starting containers are not needed inside one. */
function copyPackages(target: string): void {
  const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const wanted = Object.keys(manifest(root).dependencies ?? {}).filter(name => name !== 'testcontainers');
  const done = new Set<string>();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const from = join(root, 'node_modules', name);
    if (done.has(name) || !existsSync(from)) continue;
    done.add(name);
    cpSync(from, join(target, name), { recursive: true });
    wanted.push(...Object.keys(manifest(from).dependencies ?? {}));
  }
}
