import { type Exchange, header } from '../../model/exchange.ts';
import { isObject } from '../../model/json.ts';
import { blockingSign } from '../../peers/neuron/index.ts';
import { type Examination, fine, problem, warning } from './examination.ts';

const NAME = 'Neuron';
/** Tokens end at the second; a clock further off than this makes them end visibly early or late. */
const TOLERANCE = 5000;

/** Reads the answer to DomainInfo: is there a Neuron at the other end? */
export function judgeDomainInfo({ answer, failure, request }: Exchange): Examination {
  const check = 'Check the target: it must be the Neuron, or a proxy that passes /Agent/ to it.';
  if (answer === null || failure !== null)
    return problem(NAME, failure?.message ?? 'There was no answer.', 'Look at the host, and run the doctor again.');
  const blocked = blockingSign(answer);
  if (blocked !== null) {
    return problem(
      NAME,
      `The host blocks this address: ${blocked.text}`,
      'Wait until the block ends, or have the operator of the host lift it.',
    );
  }
  const type = header(answer.headers, 'content-type') ?? 'no type';
  if (answer.status !== 200)
    return problem(NAME, `${request.url} answers ${answer.status} (${type}), which no Neuron does.`, check);
  if (!isObject(answer.value))
    return problem(NAME, `${request.url} answers with ${type} that is no JSON object.`, check);
  const { domain, humanReadableName } = answer.value;
  const called = typeof humanReadableName === 'string' && humanReadableName !== '' ? ` ("${humanReadableName}")` : '';
  return fine(
    NAME,
    typeof domain === 'string' && domain !== '' ? `domain ${domain}${called}` : `it names no domain${called}`,
  );
}

/** Compares the host's clock with ours, as far as a `Date` header of whole seconds allows. */
export function judgeClock({ answer, startedAt, timings }: Exchange): Examination {
  const told = Date.parse(header(answer?.headers ?? [], 'date') ?? '');
  if (Number.isNaN(told))
    return warning('Clock', 'the host sends no Date header, so that its clock cannot be compared');
  const skew = told + 500 - (startedAt + timings.whole / 2);
  const seconds = Math.abs(skew / 1000).toFixed(0);
  if (Math.abs(skew) <= TOLERANCE) return fine('Clock', `the host's clock agrees with ours to ${TOLERANCE / 1000} s`);
  return warning(
    'Clock',
    `the host's clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} ours: tokens seem to end ${skew > 0 ? 'late' : 'early'}`,
  );
}
