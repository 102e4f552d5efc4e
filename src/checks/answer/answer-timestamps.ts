import type { Spec } from '../../contract/spec.ts';
import { header } from '../../model/exchange.ts';
import type { Judgement } from '../../model/finding.ts';
import { isObject, type Json } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { readTimestamp } from '../timestamp.ts';

/** 2000-01-01 and 2100-01-01 in Unix seconds: what lies outside is another unit, or counts from another moment. */
const [FIRST, LAST] = [946_684_800, 4_102_444_800];
/** How the framework writes a moment that was never set. Source: its JSON encoding of DateTime.MinValue. */
const UNSET = -62_135_596_800;

/**
 * In JSON moments are whole Unix seconds, or ISO text where a host follows that reading, but not both in one answer; in
 * XML they are ISO text.
 */
export const answerTimestamps = callCheck({
  id: 'answer-timestamps',
  title: 'moments are written as Unix seconds or as ISO text',
  requirement: 'ANSWER-TIME',
  standing: ['call'],
  applies: spec => namesOf(spec).size > 0,
  evaluate: ({ answer, named, spec }) => {
    if (answer.status !== 200 || named === undefined) return [];
    const inXml = /\bxml\b/i.test(header(answer.headers, 'content-type') ?? '');
    const moments = momentsIn(named, namesOf(spec)).filter(({ given }) => given !== UNSET);
    const kinds = new Set(moments.map(({ given }) => typeof given));
    return [
      ...moments.flatMap(moment => judge(moment, inXml)),
      ...(kinds.has('number') && kinds.has('string')
        ? [
            {
              message: `${spec.endpoint} writes one moment as a number and another as text.`,
              expected: 'one form',
              actual: moments.map(({ given }) => given),
            },
          ]
        : []),
    ];
  },
});

interface Moment {
  readonly pointer: string;
  readonly given: Json;
}

/** Members that the answer's notation declares as DateTime. */
const namesOf = ({ answers }: Spec): ReadonlySet<string> =>
  new Set(answers.flatMap(({ text }) => [...(text ?? '').matchAll(MOMENT)].map(match => match[1] ?? '')));

const MOMENT = /"(\w+)"\s*:\s*(?:Required|Optional)\(DateTime\(/g;

function momentsIn(value: Json, names: ReadonlySet<string>): readonly Moment[] {
  const found: Moment[] = [];
  collect(value, names, '', found);
  return found;
}

function collect(value: Json, names: ReadonlySet<string>, pointer: string, found: Moment[]): void {
  if (Array.isArray(value))
    value.forEach((item: Json, index) => {
      collect(item, names, `${pointer}/${index}`, found);
    });
  else if (isObject(value))
    for (const [name, member = null] of Object.entries(value)) {
      const here = `${pointer}/${name}`;
      if (!names.has(name)) collect(member, names, here, found);
      else if (typeof member === 'number' || typeof member === 'string') found.push({ pointer: here, given: member });
    }
}

function judge({ pointer, given }: Moment, inXml: boolean): readonly Judgement[] {
  const isMoment =
    typeof given === 'number'
      ? !inXml && Number.isInteger(given) && given >= FIRST && given <= LAST
      : readTimestamp(given) !== null;
  if (isMoment) return [];
  const expected = inXml ? 'ISO text' : 'whole Unix seconds';
  return [{ message: `"${pointer}" is no moment in ${expected}.`, expected, actual: given, pointer }];
}
