import { existsSync } from 'node:fs';

const EXECUTABLE = '/usr/bin/chromium';

/** Alone with the page: as root, without a screen, and without a word to anybody else. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether the Debian package chromium is installed. */
export const hasChromium = () => existsSync(EXECUTABLE);

/** A headless Chromium, driven by Playwright. */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGS });
}
