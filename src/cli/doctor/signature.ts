import type { Exchange } from '../../model/exchange.ts';
import { blockingSign, type SignOverrides } from '../../peers/neuron/index.ts';
import { withoutPort } from '../../run/signature-host.ts';
import { type Examination, fine, problem, warning } from './examination.ts';

const NAME = 'Signature';

/** A way to show a host a signature, and to learn whether it took it. */
export interface SignatureProbe {
  /** What was signed with: `the API key`, `the account alice`. */
  readonly with: string;
  /** The environment variable of the secret. */
  readonly secret: string;
  /** Makes the call with a signature that departs from the recipe as `overrides` say. */
  attempt(overrides: SignOverrides): Promise<Exchange>;
  /** Proves the same secret in a way that `Host` plays no part in; null where there is none. */
  readonly unsigned: (() => Promise<Exchange>) | null;
}

export interface Surroundings {
  /** The `Host` header that we send. */
  readonly host: string;
  /** Other names that the host may have been told instead, likeliest first. */
  readonly otherNames: readonly string[];
  /** What speaks of a proxy in the host's answers. */
  readonly proxySigns: readonly string[];
}

/**
 * Finds out whether the host takes our signatures, and if not, whether a proxy on the way changes the `Host` header,
 * which every signature covers. Costs three failed credentials at most, two as a rule: a host blocks an address after
 * five in a row.
 */
export async function examineSignature(probe: SignatureProbe, around: Surroundings): Promise<Examination> {
  const { host, otherNames } = around;
  const own = await probe.attempt({});
  if (own.answer === null)
    return problem(NAME, own.failure?.message ?? 'There was no answer.', 'Run the doctor again when the host answers.');
  if (isTaken(own)) return fine(NAME, `the host takes signatures made with ${probe.with} for "${host}"`);
  if (isBlocked(own)) return blocked(own);

  const unsigned = probe.unsigned === null ? null : await probe.unsigned();
  if (unsigned !== null && isBlocked(unsigned)) return blocked(unsigned);
  const secretIsRight = unsigned !== null && isTaken(unsigned);
  if (unsigned === null && !speaksOfSignature(own)) {
    const wrong = await probe.attempt({ key: 'a key that no host knows' });
    if (isBlocked(wrong)) return blocked(wrong);
    if (!isAlike(own, wrong)) return refusedOtherwise(own, probe, host);
  }
  for (const name of otherNames.slice(0, secretIsRight ? 2 : 1)) {
    const other = await probe.attempt({ host: name });
    if (isBlocked(other)) return blocked(other);
    if (isTaken(other) || !isAlike(own, other))
      return name === withoutPort(host) ? signsNameAlone(host, name) : rewritten(host, name);
  }
  if (secretIsRight) return rewritten(host, null);
  return refused(probe, around);
}

/** One published page signs the domain alone; a run finds that out with its first account. */
const signsNameAlone = (host: string, name: string): Examination =>
  warning(
    NAME,
    `the host takes signatures made for "${name}", not for "${host}": it leaves the port out, as one published page does, or a proxy drops it from the Host header; a run that creates accounts does as the host does`,
  );

function rewritten(host: string, name: string | null): Examination {
  const how = name === null ? 'although the password itself is right' : `but takes one made for "${name}"`;
  return problem(
    NAME,
    `A proxy on the way rewrites the Host header: the host refuses a signature made for "${host}", which we send, ${how}.`,
    `Have the proxy pass the Host header unchanged (nginx: proxy_set_header Host $http_host), or make ${name === null ? "the host's own name" : `"${name}"`} the target.`,
  );
}

function refused(probe: SignatureProbe, { host, otherNames, proxySigns }: Surroundings): Examination {
  const tried = [host, ...otherNames.slice(0, 1)].map(name => `"${name}"`).join(' and ');
  const said = `The host refuses signatures made with ${probe.with} for ${tried}: ${probe.secret} is wrong, or a proxy on the way rewrites the Host header that every signature covers.`;
  if (proxySigns.length > 0) {
    return problem(
      NAME,
      `${said} There is a proxy (${proxySigns.join(', ')}).`,
      `Have the proxy pass the Host header unchanged (nginx: proxy_set_header Host $http_host); if it does, correct ${probe.secret}.`,
    );
  }
  return problem(
    NAME,
    said,
    `Compare ${probe.secret} with what the operator gave out; if it is right, look for a proxy that does not pass the Host header unchanged.`,
  );
}

/** The signature was read, and something else was in the way. */
function refusedOtherwise({ answer }: Exchange, probe: SignatureProbe, host: string): Examination {
  const text = answer?.body.text.trim().slice(0, 200) ?? '';
  if (text === '' || answer === null)
    return fine(NAME, `the host tells signatures made with ${probe.with} for "${host}" from wrong ones`);
  return warning(
    NAME,
    `the host tells signatures made with ${probe.with} for "${host}" from wrong ones, and says ${answer.status}: ${text}`,
  );
}

const blocked = ({ answer }: Exchange): Examination =>
  problem(
    NAME,
    `The host blocks this address: ${answer?.body.text.trim().slice(0, 200)}`,
    'Wait until the block ends, or have the operator of the host lift it.',
  );

const isBlocked = ({ answer }: Exchange): boolean => answer !== null && blockingSign(answer) !== null;

/** Accepted, or refused for the one reason that only a right signature brings out: the name is taken. */
const isTaken = ({ answer }: Exchange): boolean =>
  answer !== null &&
  ((answer.status >= 200 && answer.status < 300) ||
    answer.headers.some(([name]) => /^x-alternativename\d+$/i.test(name)));

/** Whether a refusal says by itself that the signature was the reason. */
const speaksOfSignature = ({ answer }: Exchange): boolean => /signature|\bhmac\b/i.test(answer?.body.text ?? '');

/** Whether two refusals are the same one; numbers in a text, such as times, may differ. */
function isAlike(a: Exchange, b: Exchange): boolean {
  const words = ({ answer }: Exchange) => `${answer?.status} ${answer?.body.text.replace(/\d+/g, '#')}`;
  return words(a) === words(b);
}
