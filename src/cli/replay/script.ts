import type { SignRule, Spec } from '../../contract/spec.ts';
import type { Exchange } from '../../model/exchange.ts';
import { isObject, type Json } from '../../model/json.ts';
import { OperatorError } from '../../model/operator-error.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { readableBody } from '../../report/index.ts';
import type { Library } from '../compose/library.ts';
import { actorsOf } from './actors.ts';
import type { Chain } from './chains.ts';
import { RUNTIME } from './runtime.ts';
import { sentUpTo } from './sent.ts';

/** Headers that the connection sets by itself. */
const OWN_HEADERS = /^(host|content-length|connection|user-agent|accept-encoding)$/i;

/** What makes an account usable; left out for an account that exists. */
const MAKES_ACCOUNT = new Set(['Account/Create', 'Account/VerifyEMail']);

/** A script that sends the chain of one finding with nothing but Node. Throws OperatorError where that cannot be. */
export function replayScript(record: RunRecord, { finding, suite, step }: Chain, library: Library): string {
  const exchanges = sentUpTo(record, suite, step, finding.exchange);
  const last = exchanges.at(-1);
  if (last === undefined) throw impossible('its step sent nothing');
  if (signsOtherwise(library, suite, step)) throw impossible('its step signs or writes the request wrongly on purpose');
  const steps = exchanges.map(exchange => stepOf(exchange, library));
  const requirement = record.requirements.find(({ id }) => id === finding.requirement);
  const { message, check, pointer, expected, actual } = finding;
  const chain = {
    target: record.run.target,
    status: last.answer?.status ?? null,
    finding: { message, check, pointer, expected, actual, requirement: requirement?.text ?? null },
    actors: actorsOf(exchanges),
    needsKey: steps.some(
      ({ rules, body }) => rules.some(({ key }) => key === 'apiSecret') || JSON.stringify(body).includes('«api-key»'),
    ),
    login: loginOf(library),
    steps,
  };
  return `#!/usr/bin/env node
// Sends what led to one finding again, with fresh nonces and signatures. Needs Node 18 or later, and nothing else.
// ${oneLine(message)}
// Set NEURON_API_KEY and NEURON_API_SECRET, and either NEURON_EMAIL (a new account is made, and you are asked for the
// code that is mailed to it) or NEURON_USER and NEURON_PASSWORD of an account that exists. NEURON_HOST names another host.
import { createHmac, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';

const CHAIN = ${JSON.stringify(chain, null, 1)};
${RUNTIME}`;
}

const oneLine = (text: string): string => text.replace(/[^\u0020-\u007e]+/g, ' ').slice(0, 200);

const impossible = (why: string): OperatorError =>
  new OperatorError(
    'SCRIPT_IMPOSSIBLE',
    `The finding cannot be tried without the suite: ${why}.`,
    'Leave --script out; the suite itself can send it again.',
  );

/** Whether the step of the suite file says that the request is signed or written in its own way. */
function signsOtherwise(library: Library, suiteId: string, stepId: string): boolean {
  const name = suiteId.replace(/\/.*$/, '');
  if (!library.suiteIds.includes(name)) return false;
  const step = library.suite(name).steps.find(({ id }) => id === stepId.replace(/\[.*$/, ''));
  return step !== undefined && /"(sign|with)":\{"[a-z]/.test(JSON.stringify(step));
}

function stepOf(exchange: Exchange, library: Library) {
  const { request, answer, endpoint, actor, id } = exchange;
  const spec = library.contract.endpoint(endpoint ?? '');
  const body = bodyOf(exchange);
  return {
    id,
    actor,
    method: request.method,
    path: request.url.replace(/^https?:\/\/[^/]*/i, ''),
    headers: request.headers.filter(([name]) => !OWN_HEADERS.test(name)),
    body,
    rules: isObject(body) && 'signature' in body ? rulesOf(spec) : [],
    skipWhenGiven: MAKES_ACCOUNT.has(endpoint ?? ''),
    captures: capturesOf(answer?.value, ''),
  };
}

function bodyOf({ request, id }: Exchange): Json {
  if (request.body === null || request.body.text === '') return null;
  const body = readableBody(request.body.text);
  if (body === undefined) throw impossible(`the body of ${id} is no JSON`);
  return body;
}

function rulesOf(spec: Spec | undefined): readonly SignRule[] {
  if (spec === undefined || spec.sign === 'unknown') throw impossible('no recipe of the signature is published');
  const keys = spec.sign.some(
    ({ key, text }) => key === 'keyPassword' || text.some(part => part.kind === 'property' && part.of === 'key'),
  );
  if (keys) throw impossible('it signs with a key of the account');
  return spec.sign;
}

/** Where an answer gave something that later requests use: tokens stand there by name. */
function capturesOf(value: Json | undefined, pointer: string): [pointer: string, name: string][] {
  if (typeof value === 'string') {
    const name = /^«([^»]*)»$/.exec(value)?.[1];
    return name === undefined ? [] : [[pointer, name]];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => capturesOf(member, `${pointer}/${name}`));
}

/** How somebody who has an account gets a token. */
function loginOf({ contract }: Library) {
  const spec = contract.endpoint('Account/Login');
  return {
    method: spec?.method ?? 'POST',
    path: spec?.path ?? '',
    headers: [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
    ],
    body: { userName: '', nonce: '', seconds: 3600, signature: '' },
    rules: rulesOf(spec),
  };
}
