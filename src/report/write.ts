import { Buffer } from 'node:buffer';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from '../model/reason.ts';
import { type Leak, Redactor, secretScanner } from '../model/redaction.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Secrets } from '../model/secrets.ts';
import type { Reporter } from './reporter.ts';

/** One file that a reporter wrote. */
export interface WrittenArtefact {
  readonly format: string;
  /** Where it stands: in the run's folder, or in its quarantine when it leaked. */
  readonly file: string;
  readonly bytes: number;
  /** What the scan of the written bytes found; anything here put the file into quarantine. */
  readonly leaks: readonly Leak[];
}

export interface WriteResult {
  readonly artefacts: readonly WrittenArtefact[];
  /** Reporters that broke, and how; the others wrote their files. */
  readonly broken: readonly { readonly format: string; readonly message: string }[];
  /** How many values were tainted. */
  readonly secrets: number;
  /** Leaks over all artefacts; anything but 0 is a fault of the suite. */
  readonly leaks: number;
}

export interface WriteOptions {
  /** Folder of the run; made when missing. */
  readonly dir: string;
  readonly reporters: readonly Reporter[];
  readonly secrets: Secrets;
  /** The redactor of the run, where there is one: it may have redacted the record already. */
  readonly redactor?: Redactor;
}

/**
 * Redacts the record, renders it in each format, writes the files and reads every one back to look for secrets. A file
 * never stands under its own name before its bytes were found clean; one that leaks goes to `quarantine/` (0600).
 * Rejects only when the folder cannot be made.
 */
export async function writeAll(record: RunRecord, options: WriteOptions): Promise<WriteResult> {
  const { dir, reporters, secrets, redactor = new Redactor(secrets) } = options;
  await mkdir(dir, { recursive: true });
  const clean = redactor.record(record);
  const scan = secretScanner(secrets);
  const artefacts: WrittenArtefact[] = [];
  const broken: { format: string; message: string }[] = [];
  for (const reporter of reporters) {
    try {
      artefacts.push(await writeOne(clean, reporter, dir, scan));
    } catch (error) {
      broken.push({ format: reporter.format, message: reasonOf(error) });
    }
  }
  const leaks = artefacts.reduce((sum, artefact) => sum + artefact.leaks.length, 0);
  return { artefacts, broken, secrets: secrets.size, leaks };
}

async function writeOne(
  record: RunRecord,
  { format, file, render }: Reporter,
  dir: string,
  scan: (artefact: Uint8Array) => Leak[],
): Promise<WrittenArtefact> {
  const rendered = render(record);
  const bytes = typeof rendered === 'string' ? Buffer.byteLength(rendered) : rendered.byteLength;
  const unproved = join(dir, `.${file.replaceAll('/', '-')}.unproved`);
  await writeFile(unproved, rendered, { mode: 0o600 });
  const leaks = scan(await readFile(unproved));
  if (leaks.length === 0) {
    await chmod(unproved, 0o644);
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await rename(unproved, join(dir, file));
    return { format, file: join(dir, file), bytes, leaks };
  }
  const quarantined = join(dir, 'quarantine', basename(file));
  await mkdir(dirname(quarantined), { recursive: true, mode: 0o700 });
  await rename(unproved, quarantined);
  return { format, file: quarantined, bytes, leaks };
}
