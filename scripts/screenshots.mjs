// `npm run screenshots`: the pictures of docs/images, from a real run against the reference Neuron with seeded faults.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultSettings, prepareRun, startReferenceNeuron, writeReports } from '../dist/index.js';
import { launchChromium } from '../tests/peers/chromium.mjs';

const FAULTS = ['logout-revokes-nothing'];
const images = fileURLToPath(new URL('../docs/images/', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'neuron-conformance-'));
process.env.XDG_STATE_HOME = dir;

const mailbox = 'smtp://127.0.0.1:52525';
const neuron = await startReferenceNeuron({ faults: FAULTS, smtp: { host: '127.0.0.1', port: 52525 } });
const { apiKey, apiSecret, url: target } = neuron;
const { signal } = new AbortController();
const prepared = await prepareRun(defaultSettings({ target, mailbox, apiKey, apiSecret, seed: 42 }), signal);
for await (const event of prepared.start(signal)) {
  if (event.type === 'run-ended')
    await writeReports(event.record, { dir, formats: ['html'], secrets: prepared.secrets });
}
await prepared.close();
await neuron.stop();

const browser = await launchChromium();
const page = pathToFileURL(join(dir, 'report.html')).href;
const picture = async (name, colorScheme, prepare = async () => {}) => {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme });
  await tab.goto(page);
  await prepare(tab);
  await tab.screenshot({ path: join(images, `${name}.png`) });
  await tab.close();
};
await picture('report', 'light');
await picture('report-dark', 'dark');
await picture('finding', 'light', tab =>
  tab
    .locator('#findings')
    .scrollIntoViewIfNeeded()
    .then(() => tab.evaluate(() => document.querySelector('#findings')?.scrollIntoView())),
);
await browser.close();
rmSync(dir, { recursive: true });
