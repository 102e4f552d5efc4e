import type { Answer, Body, Exchange } from '../../model/exchange.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { exchanges } from '../exchanges.ts';
import type { Markup } from './markup.ts';
import { dataElement } from './page.ts';
import { restored } from './restore.ts';

/** Where bodies sum up to more than this, a repeated one is stored once, and a value that its text gives is left out. */
const SHARE_FROM = 256 * 1024;
const WORTH_SHARING = 256;

const ID = 'report-data';

/** The run record as it stands in the page. */
export const dataScript = (record: RunRecord): Markup =>
  dataElement(ID, JSON.stringify(bodySizes(record) > SHARE_FROM ? shared(record) : record));

/** The run record that a page carries, as it was given to `dataScript`; undefined where the text is no report. */
export function recordInPage(text: string): unknown {
  const open = `<script type="application/json" id="${ID}">`;
  const from = text.indexOf(open);
  return from < 0 ? undefined : restored(JSON.parse(text.slice(from + open.length, text.indexOf('</script>', from))));
}

const bodySizes = (record: RunRecord): number =>
  exchanges(record).reduce(
    (sum, { request, answer }) => sum + (request.body?.text.length ?? 0) + (answer?.body.text.length ?? 0),
    0,
  );

/** The record with `{ sameAs: [exchange, side] }` in bodies that came before, and `valueIsText` for values left out. */
function shared(record: RunRecord): unknown {
  const first = new Map<string, readonly [exchange: string, side: 'request' | 'answer']>();
  const share = (body: Body | null, exchange: string, side: 'request' | 'answer'): unknown => {
    if (body === null || body.text.length < WORTH_SHARING) return body;
    const sameAs = first.get(body.text);
    if (sameAs !== undefined) return { ...body, text: '', sameAs };
    first.set(body.text, [exchange, side]);
    return body;
  };
  const slim = ({ id, request, answer, ...rest }: Exchange): unknown => ({
    id,
    ...rest,
    request: { ...request, body: share(request.body, id, 'request') },
    answer: answer && slimAnswer(answer, share(answer.body, id, 'answer')),
  });
  return {
    ...record,
    suites: record.suites.map(suite => ({
      ...suite,
      steps: suite.steps.map(step => ({ ...step, exchanges: step.exchanges.map(slim) })),
    })),
  };
}

function slimAnswer({ value, body, ...rest }: Answer, sharedBody: unknown): unknown {
  const valueIsText = value !== undefined && JSON.stringify(value) === body.text;
  return { ...rest, body: sharedBody, ...(valueIsText ? { valueIsText } : { value }) };
}
