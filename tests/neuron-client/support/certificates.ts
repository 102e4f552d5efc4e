import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificates {
  /** PEM of the authority. */
  readonly ca: string;
  readonly key: string;
  /** For localhost and 127.0.0.1. */
  readonly cert: string;
  /** For other.example only. */
  readonly otherName: string;
  /** For localhost, ended in the year 2021. */
  readonly expired: string;
}

/** An authority and three certificates, made by the openssl command. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'neuron-certificates-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  try {
    writeFileSync(file('index.txt'), '');
    writeFileSync(file('ca.cnf'), CONFIG);
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '30',
      '-subj',
      '/CN=Test authority',
    );
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'csr.pem', '-subj', '/CN=localhost');
    const sign = (out: string, names: string, end: string) => {
      writeFileSync(file('ext.cnf'), `subjectAltName=${names}\n`);
      const dates = ['-startdate', '20200101000000Z', '-enddate', end];
      openssl(
        'ca',
        '-batch',
        '-config',
        'ca.cnf',
        '-in',
        'csr.pem',
        '-out',
        out,
        '-notext',
        '-rand_serial',
        '-extfile',
        'ext.cnf',
        ...dates,
      );
      return readFileSync(file(out), 'utf8');
    };
    return {
      ca: readFileSync(file('ca.pem'), 'utf8'),
      key: readFileSync(file('key.pem'), 'utf8'),
      cert: sign('cert.pem', 'DNS:localhost,IP:127.0.0.1', '20491231000000Z'),
      otherName: sign('other.pem', 'DNS:other.example', '20491231000000Z'),
      expired: sign('expired.pem', 'DNS:localhost', '20211231000000Z'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const CONFIG = `
[ca]
default_ca = test
[test]
database = index.txt
new_certs_dir = .
rand_serial = yes
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`;
