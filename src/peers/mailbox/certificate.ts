import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A key and a self-signed certificate, PEM. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

const DAY = 86_400_000;
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const BASIC_CONSTRAINTS = '551d13';
const SUBJECT_ALT_NAME = '551d11';

/**
 * Makes a certificate (X.509 v3, RFC 5280) for some host names and addresses, valid from a day ago for 30 days.
 * Written by hand because Node can sign but not build certificates, and nothing else here needs a library for it.
 */
export function selfSigned(names: readonly string[], now: number): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(0x30, oid(ECDSA_WITH_SHA256));
  const name = der(0x30, der(0x31, der(0x30, oid(COMMON_NAME), der(0x0c, Buffer.from(names[0] ?? 'localhost')))));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1, ...randomBytes(15)])),
    algorithm,
    name,
    der(0x30, time(now - DAY), time(now + 30 * DAY)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      der(
        0x30,
        der(
          0x30,
          oid(BASIC_CONSTRAINTS),
          der(0x01, Buffer.from([0xff])),
          der(0x04, der(0x30, der(0x01, Buffer.from([0xff])))),
        ),
        der(0x30, oid(SUBJECT_ALT_NAME), der(0x04, der(0x30, ...names.map(alternative)))),
      ),
    ),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const base64 = der(0x30, body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}

/** One tag-length-value of DER. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts);
  const long = value.length > 0xff ? [0x82, value.length >> 8, value.length & 0xff] : [0x81, value.length];
  return Buffer.concat([Buffer.from([tag, ...(value.length < 0x80 ? [value.length] : long)]), value]);
}

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

/** UTCTime, which RFC 5280 wants for years before 2050. */
const time = (ms: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

/** An entry of subjectAltName: an address of 4 or 16 bytes, or a DNS name. */
function alternative(name: string): Buffer {
  if (isIP(name) === 4) return der(0x87, Buffer.from(name.split('.').map(Number)));
  if (isIP(name) === 6) return der(0x87, ipv6(name));
  return der(0x82, Buffer.from(name));
}

function ipv6(name: string): Buffer {
  const [head = '', tail] = name.split('::');
  const groups = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  const all = tail === undefined ? before : [...before, ...zeros, ...after];
  return Buffer.from(all.flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]));
}
