import type { Exchange } from '../../model/exchange.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { evidenceOf, exchanges, exchangesById } from '../exchanges.ts';
import { places } from '../findings.ts';

/** Characters of bodies and headers that are written out as HTML; the rest is opened from the report's data. */
const BUDGET = 700_000;
/** Characters of one body that are written out. */
export const BODY_SHOWN = 32 * 1024;
/** A body this long that came before is not written out again. */
const WORTH_SHARING = 1024;

/** What of the evidence stands in the page itself. */
export interface Evidence {
  /** Ids of the exchanges that are written out. */
  readonly written: ReadonlySet<string>;
  /** For an exchange whose answer's body stands already in an earlier one: the id of that one. */
  readonly sameBody: ReadonlyMap<string, string>;
}

const bodySize = (text: string | undefined): number => Math.min(BODY_SHOWN, text?.length ?? 0);

const sizeOf = ({ request, answer }: Exchange): number =>
  400 +
  [...request.headers, ...(answer?.headers ?? [])].reduce((sum, [name, value]) => sum + name.length + value.length, 0) +
  bodySize(request.body?.text) +
  bodySize(answer?.body.text);

/** Chooses what is written out: the evidence of findings first, then everything in order while it fits. */
export function evidence(record: RunRecord): Evidence {
  const byId = exchangesById(record);
  const ofFindings = places(record).flatMap(({ finding, step }) => evidenceOf(finding, step, byId) ?? []);
  const written = new Set<string>();
  const sameBody = new Map<string, string>();
  const firstWith = new Map<string, string>();
  let left = BUDGET;
  for (const exchange of [...ofFindings, ...exchanges(record)]) {
    if (written.has(exchange.id)) continue;
    const text = exchange.answer?.body.text ?? '';
    const first = text.length >= WORTH_SHARING ? firstWith.get(text) : undefined;
    const size = sizeOf(exchange) - (first === undefined ? 0 : bodySize(text));
    if (size > left) continue;
    left -= size;
    written.add(exchange.id);
    if (first === undefined) firstWith.set(text, exchange.id);
    else sameBody.set(exchange.id, first);
  }
  return { written, sameBody };
}
