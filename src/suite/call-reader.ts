import { duration } from './durations.ts';
import { readEnvelope } from './envelope.ts';
import { readMatcher } from './matcher.ts';
import { readEach, readSign, readWith } from './override-reader.ts';
import type { Scope } from './scope.ts';
import { readSelection } from './selection-reader.ts';
import type { Members, StepHead } from './step-head.ts';
import { readTemplate } from './template.ts';
import { type CallStep, COSTS } from './types.ts';
import type { Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

/** Reads a `call` or `refuse` step with its modifiers. */
export function readCall(
  source: YamlSource,
  verb: 'call' | 'refuse',
  members: Members,
  head: StepHead,
  scope: Scope,
): CallStep {
  const value = (name: string): Node | undefined => members.get(name)?.value;
  const call = value(verb) ?? source.root;
  const over = value('over');
  const endpoint = source.text(call, verb);
  if (over === undefined) source.oneOf(call, `the endpoint of ${verb}`, scope.vocabulary.endpoints);
  else if (endpoint !== '*')
    source.fail(
      call,
      `with "over" the endpoint is "${endpoint}"; expected "*".`,
      'Write "*": the selection names the endpoints.',
    );
  const actor = value('as');
  const expect = value('expect');
  const answers = value('answers');
  const within = value('within');
  const times = value('times');
  const { send, sendWhole } = readSend(source, value('send'), scope);
  // Written out: a spread that members follow costs more than reading them.
  return {
    id: head.id,
    title: head.title,
    at: head.at,
    proves: head.proves,
    checks: head.checks,
    verb,
    endpoint,
    as: actor === undefined ? null : scope.actor(actor, 'as'),
    send,
    sendWhole,
    sign: readSign(source, value('sign'), scope),
    with: readWith(source, value('with'), scope),
    expect: expect === undefined ? null : readMatcher(source, expect, scope.seen),
    answers: answers === undefined ? null : readEnvelope(source, answers, scope.seen),
    each: readEach(source, value('each'), scope),
    over: over === undefined ? null : readSelection(source, over, scope.vocabulary.endpoints),
    times: times === undefined ? 1 : source.integer(times, 'times', 1),
    within: within === undefined ? null : duration(source, within, 'within'),
    dialect: readDialect(source, value('dialect'), scope),
    spends: readSpends(source, value('spends')),
  };
}

function readSend(source: YamlSource, node: Node | undefined, scope: Scope): Pick<CallStep, 'send' | 'sendWhole'> {
  if (node === undefined) return { send: {}, sendWhole: null };
  const template = readTemplate(source, node, scope.seen);
  return template.kind === 'map' ? { send: template.members, sendWhole: null } : { send: {}, sendWhole: template };
}

function readDialect(source: YamlSource, node: Node | undefined, scope: Scope): CallStep['dialect'] {
  if (node === undefined) return {};
  return Object.fromEntries(
    source.map(node, 'dialect').map(question => [
      question.name,
      Object.fromEntries(
        source.map(question.value, `the readings of ${question.name}`).map(reading => {
          const members = source.members(reading.value, 'a reading', ['answers', 'expect', 'send', 'sign', 'with']);
          const answers = members.get('answers');
          const expect = members.get('expect');
          return [
            reading.name,
            {
              answers: answers === undefined ? null : readEnvelope(source, answers.value, scope.seen),
              expect: expect === undefined ? null : readMatcher(source, expect.value, scope.seen),
              send: members.has('send') ? readSend(source, members.get('send')?.value, scope).send : null,
              sign: members.has('sign') ? readSign(source, members.get('sign')?.value, scope) : null,
              with: members.has('with') ? readWith(source, members.get('with')?.value, scope) : null,
            },
          ];
        }),
      ),
    ]),
  );
}

function readSpends(source: YamlSource, node: Node | undefined): CallStep['spends'] {
  if (node === undefined) return {};
  const members = source.members(node, 'spends', COSTS);
  return Object.fromEntries([...members.values()].map(({ name, value }) => [name, source.integer(value, name)]));
}
