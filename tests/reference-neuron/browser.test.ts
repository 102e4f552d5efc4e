import { expect, it } from 'vitest';
import { hasChromium, launchChromium } from '../peers/chromium.mjs';
import { startHost } from './support/hosts.ts';

const present = hasChromium();
const required = process.env.REQUIRE_PEERS === '1';
const name =
  present || required
    ? 'a browser creates an account'
    : 'a browser creates an account (needs the Debian package chromium)';

it.skipIf(!present && !required)(
  name,
  async () => {
    const neuron = await startHost();
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`${neuron.url}/Documentation/Neuron/Agent/Account/CreateWebForm.md`);
      await page.getByLabel('User name').fill('alice');
      await page.getByLabel('E-mail address').fill('alice@mail.test');
      await page.getByLabel('Password').fill('a-long-password');
      await page.getByLabel('reCAPTCHA proof').fill(neuron.recaptchaResponse);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.locator('#session-jwt').waitFor();
      expect(new URL(page.url()).search).toBe('?created');
      expect(await page.getByRole('status').textContent()).toBe('The account is created.');
      expect(await page.locator('#session-enabled').textContent()).toBe('false');
      const token = await page.locator('#session-jwt').textContent();
      const answer = await fetch(`${neuron.url}/Agent/Account/Info`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
        body: '{}',
      });
      expect(await answer.json()).toMatchObject({ userName: 'alice', eMail: null });
      expect(await page.getByRole('row').filter({ hasText: 'Accounts created' }).textContent()).toBe(
        'Accounts created1',
      );
    } finally {
      await browser.close();
    }
  },
  30_000,
);
