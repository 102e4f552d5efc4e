import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test as plain } from 'vitest';
import { selfSigned } from '../../src/peers/mailbox/certificate.ts';
import { testWith } from './peers/debian.ts';

const test = testWith({ openssl: 'openssl' });
const dir = mkdtempSync(join(tmpdir(), 'certificate-'));
const now = Date.parse('2026-11-21T18:00:00Z');

afterAll(() => rmSync(dir, { recursive: true }));

test('openssl takes the certificate for what it says', () => {
  const { key, cert } = selfSigned(['localhost', '127.0.0.1', '::1', 'fe80::1:2', 'inbox'], now);
  const path = (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  const [keyFile, certFile] = [path('key.pem', key), path('cert.pem', cert)];
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' }).toString();
  const at = `${now / 1000}`;
  expect(openssl('verify', '-attime', at, '-CAfile', certFile, certFile)).toBe(`${certFile}: OK\n`);
  expect(
    openssl(
      'x509',
      '-in',
      certFile,
      '-noout',
      '-subject',
      '-issuer',
      '-dates',
      '-ext',
      'subjectAltName,basicConstraints',
    ),
  ).toBe(
    `subject=CN = localhost
issuer=CN = localhost
notBefore=Nov 20 18:00:00 2026 GMT
notAfter=Dec 21 18:00:00 2026 GMT
X509v3 Basic Constraints: critical
    CA:TRUE
X509v3 Subject Alternative Name: 
    DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, IP Address:FE80:0:0:0:0:0:1:2, DNS:inbox
`,
  );
  expect(openssl('pkey', '-in', keyFile, '-pubout')).toBe(openssl('x509', '-in', certFile, '-noout', '-pubkey'));
});

plain('each certificate has a serial number of its own', () => {
  const serial = () => new X509Certificate(selfSigned(['localhost'], now).cert).serialNumber;
  expect(serial()).not.toBe(serial());
});
