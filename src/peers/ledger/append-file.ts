import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';

/** A file of lines that several processes append to without a lock: one line is one write at the file's end. */
export interface AppendFile {
  /** Appends a line. With `durable` it is on the disk when this resolves. Throws OperatorError when it could not be. */
  append(line: string, durable: boolean): Promise<void>;
  /** The whole file as it is now. */
  read(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the file, or creates it with its folder, readable by its owner alone. */
export async function openAppendFile(file: string): Promise<AppendFile> {
  const handle = await opened(file);
  return {
    append: (line, durable) => append(handle, file, line, durable),
    read: () => textOf(handle),
    close: () => handle.close(),
  };
}

async function append(handle: FileHandle, file: string, line: string, durable: boolean): Promise<void> {
  const start = (await endsWithNewline(handle)) ? '' : '\n';
  const bytes = Buffer.from(`${start}${line}\n`);
  try {
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten < bytes.length) throw new Error('only a part of the line was written');
    if (durable) await handle.datasync();
  } catch (cause) {
    throw notWritable(file, cause);
  }
}

/** False when a killed process has left a torn line: the next record must not be glued to it. */
async function endsWithNewline(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return true;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === 0x0a;
}

async function textOf(handle: FileHandle): Promise<string> {
  const { size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
  return buffer.toString('utf8', 0, bytesRead);
}

async function opened(file: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, 'a+', 0o600);
    await syncFolder(dirname(file));
    return handle;
  } catch (cause) {
    throw notWritable(file, cause);
  }
}

/** A new file's name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function notWritable(file: string, cause: unknown): OperatorError {
  const next = 'Make room there, or name another folder with XDG_STATE_HOME; without the ledger no account is created.';
  return new OperatorError('LEDGER_NOT_WRITABLE', `The ledger ${file} cannot be written: ${reasonOf(cause)}.`, next, {
    cause,
  });
}
