import { X509Certificate } from 'node:crypto';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { OperatorError } from '../../model/operator-error.ts';

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/**
 * Whom to trust with an own PEM of certificate authorities: them and the system's; null, the system's alone, without
 * one. Throws OperatorError when the PEM holds no certificate, or one that cannot be read.
 */
export function trustOf(ca: string | undefined): SecureContext | null {
  if (ca === undefined) return null;
  const own = ca.match(BLOCK) ?? [];
  if (own.length === 0) {
    const next = 'Give --ca a file that begins with -----BEGIN CERTIFICATE-----.';
    throw new OperatorError('CA_NOT_PEM', 'The file of certificate authorities holds no PEM certificate.', next);
  }
  for (const [index, pem] of own.entries()) {
    try {
      new X509Certificate(pem);
    } catch (cause) {
      const message = `Certificate ${index + 1} of ${own.length} in the file of certificate authorities cannot be read.`;
      throw new OperatorError('CA_NOT_PEM', message, 'Export it again as PEM, and give that file with --ca.', {
        cause,
      });
    }
  }
  return createSecureContext({ ca: [...rootCertificates, ...own] });
}
