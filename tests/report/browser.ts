import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { RunRecord } from '../../src/model/run-record.ts';
import { html } from '../../src/report/html/html.ts';
import { hasChromium, launchChromium } from '../peers/chromium.mjs';

/** Why browser tests are left out; undefined where they run. Where peers are required, a missing one is a failure. */
export const missing =
  hasChromium() || process.env.REQUIRE_PEERS === '1' ? undefined : 'the Debian package chromium is not installed';

/** Where screenshots are kept. */
export const SCREENSHOTS = fileURLToPath(new URL('../../reports/screenshots/', import.meta.url));

export interface Opened {
  readonly page: Page;
  /** What the page asked for besides itself, what it logged, and what it threw: nothing, if all is well. */
  readonly troubles: string[];
}

/** A real Chromium that opens reports from disk. */
export class Reader {
  readonly #browser: Browser;
  readonly #dir: string;
  #files = 0;

  private constructor(browser: Browser, dir: string) {
    this.#browser = browser;
    this.#dir = dir;
  }

  static async launch(): Promise<Reader> {
    await mkdir(SCREENSHOTS, { recursive: true });
    const browser = await launchChromium();
    return new Reader(browser, await mkdtemp(join(tmpdir(), 'report-')));
  }

  /** Writes a report to disk and opens it, at a fragment if one is given. */
  async open(record: RunRecord, options: BrowserContextOptions = {}, fragment = ''): Promise<Opened> {
    return this.openText(String(html.render(record)), options, fragment);
  }

  async openText(text: string, options: BrowserContextOptions = {}, fragment = ''): Promise<Opened> {
    const file = join(this.#dir, `${this.#files++}.html`);
    await writeFile(file, text);
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const troubles: string[] = [];
    const address = pathToFileURL(file).href;
    page.on('request', request => {
      if (request.url().split('#')[0] !== address) troubles.push(`asked for ${request.url()}`);
    });
    page.on('console', message => troubles.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', error => troubles.push(`threw ${error.message}`));
    page.on('dialog', dialog => {
      troubles.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address + fragment);
    return { page, troubles };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await rm(this.#dir, { recursive: true });
  }
}
