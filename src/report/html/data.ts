import type { Answer, Body, Exchange } from '../../model/exchange.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { exchanges } from '../exchanges.ts';

/** Where bodies sum up to more than this, a repeated one is stored once, and a value that its text gives is left out. */
const SHARE_FROM = 256 * 1024;
const WORTH_SHARING = 256;

const OPEN = '<script type="application/json" id="report-data">';
const CLOSE = '</script>';

/** The run record as it stands in the page; nothing in it can end the script element. */
export function dataScript(record: RunRecord): string {
  const text = JSON.stringify(bodySizes(record) > SHARE_FROM ? shared(record) : record);
  return `${OPEN}${text.replaceAll('<', '\\u003c')}${CLOSE}`;
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
