import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { apiKeyFingerprint, derivePassword, loadInstallationKey } from '../../src/peers/ledger/index.ts';

function keyFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'neuron-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'state', 'installation-key');
}

describe('the installation key', () => {
  it('is made once, whoever comes first, and only its owner can read it', async () => {
    const file = keyFile();
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadInstallationKey(file)));
    const [first] = keys;
    expect(first?.length).toBe(32);
    expect(keys.every(key => Buffer.from(key).equals(Buffer.from(first ?? [])))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe(`${Buffer.from(first ?? []).toString('base64')}\n`);
    expect(await loadInstallationKey(file)).toEqual(first);
  });

  it('is not taken when others can read it', async () => {
    const file = keyFile();
    await loadInstallationKey(file);
    chmodSync(file, 0o644);
    await expect(loadInstallationKey(file)).rejects.toMatchObject({
      code: 'INSTALLATION_KEY_OPEN',
      next: `Run: chmod 600 ${file}`,
    });
  });

  it('is not taken when it is damaged', async () => {
    const file = keyFile();
    await loadInstallationKey(file);
    writeFileSync(file, 'short\n');
    await expect(loadInstallationKey(file)).rejects.toMatchObject({ code: 'INSTALLATION_KEY_DAMAGED' });
  });
});

describe('a password', () => {
  it('follows from the installation key and the user name, as openssl computes it', () => {
    const hexKey = '0b'.repeat(32);
    const mac = execFileSync('openssl', ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${hexKey}`, '-binary'], {
      input: 'password:alice',
    });
    const password = derivePassword(Buffer.from(hexKey, 'hex'), 'alice');
    expect(password).toBe(`${mac.toString('base64url')}-aA1`);
    expect(password).not.toBe(derivePassword(Buffer.from(hexKey, 'hex'), 'bob'));
    expect(password).not.toBe(derivePassword(Buffer.alloc(32), 'alice'));
  });
});

describe('the fingerprint of an API key', () => {
  it('names the key without telling it', () => {
    expect(apiKeyFingerprint('abc')).toMatch(/^[0-9a-f]{16}$/);
    expect(apiKeyFingerprint('abc')).not.toBe(apiKeyFingerprint('abd'));
  });
});
