import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OperatorError } from '../../model/operator-error.ts';

const BYTES = 32;

/**
 * The secret of this installation, made at its first use: 32 random bytes in a file that its owner alone can read.
 * Throws OperatorError when the file is damaged or others can read it.
 */
export async function loadInstallationKey(file: string): Promise<Uint8Array> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return (await read(file)) ?? (await create(file));
}

async function read(file: string): Promise<Uint8Array | null> {
  try {
    const { mode } = await stat(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      const message = `Others on this machine can read the installation key ${file}.`;
      throw new OperatorError('INSTALLATION_KEY_OPEN', message, `Run: chmod 600 ${file}`);
    }
    const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
    if (key.length === BYTES) return key;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const next = 'Restore it from a backup, or delete it: passwords of accounts made so far are then lost.';
  throw new OperatorError(
    'INSTALLATION_KEY_DAMAGED',
    `The installation key ${file} does not hold ${BYTES} bytes in base64.`,
    next,
  );
}

/** Written aside and linked into place, so that no other process ever sees half a key, and the first one wins. */
async function create(file: string): Promise<Uint8Array> {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(BYTES).toString('base64')}\n`);
    await handle.sync();
    await link(aside, file).catch(error => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await handle.close();
    await rm(aside);
  }
  const key = await read(file);
  if (key === null) throw new Error(`${file} vanished while it was made`);
  return key;
}
