import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/report/html/html.ts';
import { comparePage, compareRecords, merge, mergedPage, trend, trendPage } from '../../src/report/index.ts';
import { json } from '../../src/report/json.ts';
import { missing, Reader, SCREENSHOTS } from './browser.ts';
import { broken, failing, hostile, incomplete, interrupted, large, passing } from './sample-record.ts';

const samples = { passing, failing, interrupted, incomplete };

describe.skipIf(missing !== undefined)(
  `report.html in Chromium${missing === undefined ? '' : ` (left out: ${missing})`}`,
  () => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await Reader.launch();
    });
    afterAll(() => reader?.close());

    describe.each(Object.entries(samples))('of a run that is %s', (name, make) => {
      test('opens from disk without trouble, and axe finds nothing in light and dark', async () => {
        const { page, troubles } = await reader.open(make(), { colorScheme: 'light' });
        expect(await page.locator('h1').textContent()).toContain(make().verdict.sentence);
        await page.screenshot({ path: `${SCREENSHOTS}${name}-light.png` });
        await page.locator('details').evaluateAll(all => {
          for (const details of all.slice(0, 60)) (details as HTMLDetailsElement).open = true;
        });
        const found = async (axe: AxeBuilder) =>
          (await axe.analyze()).violations.map(({ id, nodes }) => ({
            id,
            at: nodes.map(node => node.html.slice(0, 160)),
          }));
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        expect(await found(new AxeBuilder({ page }).withTags(tags))).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.screenshot({ path: `${SCREENSHOTS}${name}-dark.png` });
        // Of what axe looks at, the theme changes nothing but colours.
        expect(await found(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))).toEqual([]);
        expect(troubles).toEqual([]);
        await page.context().close();
      });

      test('fits a telephone', async () => {
        const { page } = await reader.open(make(), { viewport: { width: 360, height: 740 } });
        await page.screenshot({ path: `${SCREENSHOTS}${name}-telephone.png` });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        await page.context().close();
      });
    });

    test.each(Object.entries({ ...samples, broken }))('a run that is %s prints to two pages', async (name, make) => {
      const { page } = await reader.open(make());
      const pdf = await page.pdf({ path: `${SCREENSHOTS}${name}.pdf`, preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(2);
      await page.context().close();
    });

    test.each([
      ['comparison', () => comparePage(compareRecords(passing(), failing()))],
      [
        'index',
        () =>
          mergedPage(
            merge([
              { record: passing(), href: 'a/report.html' },
              { record: failing(), href: 'b/report.html' },
            ]),
          ),
      ],
      ['trend', () => trendPage(trend([passing(), failing(), incomplete()]))],
    ])('the %s of runs opens without trouble, and axe finds nothing', async (name, make) => {
      const { page, troubles } = await reader.openText(make());
      await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(node => node.html.slice(0, 160)) }))).toEqual([]);
      expect(troubles).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.context().close();
    });

    test('reads without JavaScript: everything unfolds, nothing that needs a script is offered', async () => {
      const { page } = await reader.open(failing(), { javaScriptEnabled: false });
      expect(await page.locator('.filters').isVisible()).toBe(false);
      await page.locator('.step >> text=alice creates an account').click();
      await page.locator('[id="exchange-journey/create/1"] > summary').click();
      expect(await page.locator('[id="exchange-journey/create/1"] pre').first().textContent()).toBe(
        [
          'POST /Agent/Account/Create HTTP/1.1',
          'Host: neuron.example.com',
          'Accept: application/json',
          'Content-Type: application/json',
          'User-Agent: neuron-conformance/0.1.0',
          '',
          '{',
          '  "userName": "alice-k7x2",',
          '  "eMail": "alice.k7x2@mail.example.org",',
          '  "password": "«password:alice»",',
          '  "apiKey": "«apiKey»",',
          '  "nonce": "Zm9vYmFyYmF6cXV4cXV1eGNvcmdlZ3JhdWx0",',
          '  "signature": "«signature:alice»",',
          '  "seconds": 3600',
          '}',
        ].join('\n'),
      );
      await page.context().close();
    });

    test('shows expected, received and sent side by side, the offending member marked', async () => {
      const { page } = await reader.open(failing());
      const table = page.locator('[id="finding-journey/create/1"] table').first();
      const rows = await table
        .locator('tr')
        .evaluateAll(all =>
          all.map(row => [row.className, ...[...row.children].map(cell => cell.textContent?.trim())]),
        );
      expect(rows).toEqual([
        ['', 'Member', 'Expected', 'Received', 'Sent'],
        ['', '/created', 'nothing', '1795053600', 'nothing'],
        ['hit', '▶ /enabled', 'false', 'true', 'nothing'],
        ['', '/canRelay', 'nothing', 'false', 'nothing'],
        ['', '/jwt', 'nothing', '"«jwt:alice»"', 'nothing'],
        ['', '/expires', 'nothing', '1795057200', 'nothing'],
        ['', '/userName', 'nothing', '"alice-k7x2"', '"alice-k7x2"'],
        ['', '/eMail', 'nothing', 'nothing', '"alice.k7x2@mail.example.org"'],
        ['', '/password', 'nothing', 'nothing', '"«password:alice»"'],
        ['', '/apiKey', 'nothing', 'nothing', '"«apiKey»"'],
      ]);
      await page.context().close();
    });

    test('filters by outcome, by word and by key', async () => {
      const { page, troubles } = await reader.open(failing());
      const seen = () => page.locator('.step').filter({ visible: true }).count();
      expect(await seen()).toBe(16);
      await page.keyboard.press('f');
      expect(await seen()).toBe(7);
      expect(await page.locator('#shown').textContent()).toBe('7 of 16 steps, 5 of 5 findings');
      await page.locator('.chip', { hasText: 'fail' }).click();
      expect(await seen()).toBe(4);
      await page.keyboard.press('a');
      expect(await seen()).toBe(16);
      await page.keyboard.press('/');
      await page.keyboard.type('logs in');
      expect(await seen()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await seen()).toBe(16);
      await page.keyboard.press('j');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-journey/create/1');
      await page.keyboard.press('j');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-journey/refused/1');
      await page.keyboard.press('k');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-journey/create/1');
      expect(await page.locator('.step[open]').count()).toBe(0);
      await page.keyboard.press('e');
      expect(await page.locator('.step[open]').count()).toBe(16);
      await page.locator('.keys > summary').click();
      await page.locator('#keys').uncheck();
      await page.keyboard.press('f');
      expect(await seen()).toBe(16);
      expect(troubles).toEqual([]);
      await page.context().close();
    });

    test.each([
      ['step', '#step-journey/refused'],
      ['exchange', '#exchange-encodings/flaky-info/2'],
      ['finding elsewhere', '#finding-journey/create-bob/1'],
      ['requirement that was not tested', '#requirement-OPTIONS-204'],
    ])('a deep link leads to a %s, unfolded', async (_kind, fragment) => {
      const { page } = await reader.open(failing(), {}, fragment);
      const target = page.locator(`[id="${fragment.slice(1)}"]`);
      expect(await target.isVisible()).toBe(true);
      expect(await target.evaluate(element => element.classList.contains('here'))).toBe(true);
      await page.context().close();
    });

    test('every link in the page leads to a place in it', async () => {
      const { page } = await reader.open(failing());
      const broken = await page
        .locator('a[href^="#"]')
        .evaluateAll(all =>
          all
            .map(a => decodeURIComponent(a.getAttribute('href')?.slice(1) ?? ''))
            .filter(id => document.getElementById(id) === null),
        );
      expect(broken).toEqual([]);
      const ids = await page.locator('[id]').evaluateAll(all => all.map(({ id }) => id));
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      await page.context().close();
    });

    test('copies a finding as an issue and an exchange as curl', async () => {
      const { page, troubles } = await reader.open(failing(), { permissions: ['clipboard-read', 'clipboard-write'] });
      const card = page.locator('[id="finding-journey/refused/1"]');
      await card.locator('.copy > summary').first().click();
      await card.locator('.copy button').first().click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /^### ✗ Account\/Info answered 200 to a token that was logged out/,
      );
      await page.evaluate(() => {
        location.hash = '#exchange-journey/login/1';
      });
      await page.locator('[id="exchange-journey/login/1"] button.curl').click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        [
          "curl -i -X POST 'https://neuron.example.com/Agent/Account/Login' \\",
          "  -H 'Accept: application/json' \\",
          "  -H 'Content-Type: application/json' \\",
          '  -H \'Authorization: Bearer \'"$JWT_ALICE" \\',
          "  -H 'User-Agent: neuron-conformance/0.1.0' \\",
          '  --data-binary \'{"userName":"alice-k7x2","nonce":"cXV4","signature":"\'"$SIGNATURE_ALICE_2"\'","seconds":3600}\'',
        ].join('\n'),
      );
      expect(troubles).toEqual([]);
      await page.context().close();
    });

    test('carries its own data', async () => {
      const { page } = await reader.open(failing());
      const data = await page.locator('script[type="application/json"]').textContent();
      expect(JSON.parse(data ?? '')).toEqual(JSON.parse(String(json.render(failing()))));
      await page.context().close();
    });

    test.each(['light', 'dark'] as const)(
      'shows what a hostile host sent, and none of it acts, %s',
      async colorScheme => {
        const { page, troubles } = await reader.open(hostile(), { colorScheme });
        await page.locator('details').evaluateAll(all => {
          for (const details of all) (details as HTMLDetailsElement).open = true;
        });
        const text = (await page.locator('body').textContent()) ?? '';
        expect(text).toContain('</script><script>window.pwned=1</script><img src=x onerror="window.pwned=1">');
        expect(text).toContain('<!-- <script> --!> ]]> <![CDATA[ &lt;/pre&gt; </pre></details></table>');
        expect(text).toContain('␛[2J␛[31mred␛[0m ␇bell ␈back ⟦U+009B⟧31m C1');
        expect(text).toContain('user ⟦U+202E⟧gnp.exe⟦U+202C⟧ ⟦U+2066⟧isolated⟦U+2069⟧ ⟦U+200E⟧ltr⟦U+200F⟧');
        expect(text).toContain('"polluted": true');
        expect(text).toContain('nul ␀ separator ⟦U+2028⟧ next ⟦U+FFFE⟧ end');
        expect(text).toContain('Not valid UTF-8. The bytes in base64: eyJhIjoi//4ifQ==');
        expect(await page.evaluate(() => [Reflect.get(globalThis, 'pwned'), Reflect.get({}, 'polluted')])).toEqual([
          undefined,
          undefined,
        ]);
        expect(await page.locator('img, iframe, object, embed, form, link, base').count()).toBe(0);
        expect(await page.locator('script').count()).toBe(2);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
        await page.screenshot({ path: `${SCREENSHOTS}hostile-${colorScheme}.png` });
        expect(troubles).toEqual([]);
        await page.context().close();
      },
    );

    test('a long body is whole on demand', async () => {
      const { page } = await reader.open(hostile(), {}, '#exchange-hostile/one-line/1');
      const received = page.locator('[id="exchange-hostile/one-line/1"] pre').nth(1);
      expect((await received.textContent())?.length).toBeLessThan(40_000);
      await page.locator('[id="exchange-hostile/one-line/1"] button.whole').click();
      expect((await received.textContent())?.length).toBeGreaterThan(1024 * 1024);
      await page.context().close();
    });

    test('the policy would stop a script that got in all the same', async () => {
      const text = String(html.render(passing())).replace(
        '<h2',
        '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script><h2',
      );
      const { page, troubles } = await reader.openText(text);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBeUndefined();
      expect(troubles.filter(trouble => trouble.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3);
      await page.context().close();
    });

    test('the page that the built command writes opens its evidence too', async () => {
      const dir = await mkdtemp(join(tmpdir(), 'report-'));
      await writeFile(join(dir, 'report.json'), String(json.render(large(1200))));
      const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
      execFileSync(process.execPath, [main, 'report', 'render', dir, '--out', dir]);
      const { page, troubles } = await reader.openText(await readFile(join(dir, 'report.html'), 'utf8'));
      await page.evaluate(() => {
        location.hash = '#exchange-bulk-11/info[42]/1';
      });
      await page.locator('[id="exchange-bulk-11/info[42]/1"] pre').nth(1).waitFor();
      expect(await page.locator('[id="exchange-bulk-11/info[42]/1"] pre').allTextContents()).toEqual([
        expect.stringContaining('"note": "request 11.42"'),
        expect.stringContaining('"value": "value 7 of 42"'),
      ]);
      expect(troubles).toEqual([]);
      await page.context().close();
      await rm(dir, { recursive: true });
    });

    test('ten thousand exchanges open, and folded evidence comes from the data', async () => {
      const { page, troubles } = await reader.open(large(10_000));
      expect(await page.locator('.step').count()).toBe(10_000);
      await page.evaluate(() => {
        location.hash = '#exchange-bulk-99/info[42]/1';
      });
      const received = page.locator('[id="exchange-bulk-99/info[42]/1"] pre').nth(1);
      await received.waitFor();
      expect(await received.textContent()).toContain('"value": "value 7 of 42"');
      expect(await page.locator('.lazy').count()).toBeGreaterThan(8000);
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  },
  60_000,
);
