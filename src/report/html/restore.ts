import { isObject } from '../../model/json.ts';

type Loose = { readonly [member: string]: unknown };

const objects = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isObject) : []);

const child = (value: unknown, name: string): Loose | null => {
  const member = isObject(value) ? value[name] : null;
  return isObject(member) ? member : null;
};

/** Undoes what large reports leave out of their data: bodies stored once, values that their text gives. */
export function restored(record: unknown): unknown {
  if (!isObject(record)) return record;
  const all = objects(record.suites)
    .flatMap(suite => objects(suite.steps))
    .flatMap(step => objects(step.exchanges));
  const byId = new Map(all.map(exchange => [exchange.id, exchange]));
  const whole = (message: Loose | null): Loose | null => {
    const body = child(message, 'body');
    if (message === null || body === null || !Array.isArray(body.sameAs)) return message;
    const { sameAs, ...rest } = body;
    const [id, side] = sameAs;
    const first = child(child(byId.get(id), String(side)), 'body');
    return { ...message, body: { ...rest, text: first?.text ?? '' } };
  };
  const valued = (answer: Loose | null): Loose | null => {
    if (answer === null || answer.valueIsText !== true) return answer;
    const { valueIsText: _marker, ...rest } = answer;
    return { ...rest, value: JSON.parse(String(child(answer, 'body')?.text)) };
  };
  return {
    ...record,
    suites: objects(record.suites).map(suite => ({
      ...suite,
      steps: objects(suite.steps).map(step => ({
        ...step,
        exchanges: objects(step.exchanges).map(exchange => ({
          ...exchange,
          request: whole(child(exchange, 'request')),
          answer: valued(whole(child(exchange, 'answer'))),
        })),
      })),
    })),
  };
}
