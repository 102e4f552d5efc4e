import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Captured, CaptureLimits } from '../capture.ts';

const OURS = /^\d{8}T\d{9}Z-\d+\.eml$/;

interface Kept {
  readonly name: string;
  readonly bytes: number;
}

/** A folder that holds the newest mails, one file each, within limits. Files of other names are left alone. */
export class MailFolder {
  readonly #path: string;
  readonly #limits: CaptureLimits;
  readonly #kept: Kept[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, limits: CaptureLimits) {
    this.#path = path;
    this.#limits = limits;
  }

  /** Makes the folder and counts what earlier runs left there. */
  async open(): Promise<void> {
    await mkdir(this.#path, { recursive: true, mode: 0o700 });
    const names = (await readdir(this.#path)).filter(name => OURS.test(name)).sort();
    for (const name of names) this.#kept.push({ name, bytes: (await stat(join(this.#path, name))).size });
    await this.#trim();
  }

  /** Writes a mail after those before it and removes the oldest beyond the limits. */
  keep(mail: Captured): Promise<void> {
    const write = async (): Promise<void> => {
      const name = `${new Date(mail.arrivedAt).toISOString().replace(/[-:.]/g, '')}-${mail.number}.eml`;
      await writeFile(join(this.#path, name), mail.raw, { mode: 0o600 });
      this.#kept.push({ name, bytes: mail.raw.length });
      await this.#trim();
    };
    this.#last = this.#last.catch(() => undefined).then(write);
    return this.#last;
  }

  async #trim(): Promise<void> {
    const bytes = (): number => this.#kept.reduce((sum, kept) => sum + kept.bytes, 0);
    while (this.#kept.length > this.#limits.mails || (this.#kept.length > 1 && bytes() > this.#limits.bytes)) {
      const oldest = this.#kept.shift();
      if (oldest !== undefined) await rm(join(this.#path, oldest.name), { force: true });
    }
  }
}
