import { readCall } from './call-reader.ts';
import { duration } from './durations.ts';
import type { Scope } from './scope.ts';
import type { Members, StepHead } from './step-head.ts';
import { readTemplate } from './template.ts';
import { RECEIVABLE, type ReceiveStep, type Step, type TogetherStep, type WaitStep } from './types.ts';
import { BELONGS, MODIFIERS, modifiersOf, VERBS } from './verbs.ts';
import { isScalar, type Node } from './yaml/node.ts';
import type { Entry, YamlSource } from './yaml-source.ts';

/** Reads one step; everything it names is checked against the scope. */
function readStep(source: YamlSource, node: Node, scope: Scope): Step {
  const members = source.members(node, 'a step', [...VERBS, ...MODIFIERS]);
  const verbs = VERBS.filter(name => members.has(name));
  const [verb] = verbs;
  if (verb === undefined || verbs.length > 1)
    return source.fail(
      node,
      `a step has ${verbs.length === 0 ? 'no verb' : `the verbs ${verbs.join(' and ')}`}; expected one.`,
      `Begin it with one of: ${VERBS.join(', ')}.`,
    );
  for (const entry of members.values()) {
    if (entry.name === verb || modifiersOf(verb).includes(entry.name)) continue;
    source.fail(
      entry.key,
      `"${entry.name}" does not go with "${verb}".`,
      `With "${verb}" go: ${BELONGS[verb].join(', ') || 'nothing more'}.`,
    );
  }
  return read(source, verb, members, readHead(source, node, members, scope), scope);
}

/** Reads steps that follow each other: the values of each are known to those after it. */
export function readSteps(source: YamlSource, nodes: readonly Node[], scope: Scope): readonly Step[] {
  return nodes.map(node => {
    const step = readStep(source, node, scope);
    for (const id of givers(step)) scope.add(id);
    return step;
  });
}

/** The ids under which a step has a value for those after it. */
const givers = (step: Step): readonly string[] =>
  step.verb === 'together' ? step.steps.flatMap(givers) : step.verb === 'wait' ? [] : [step.id];

function read(source: YamlSource, verb: (typeof VERBS)[number], members: Members, head: StepHead, scope: Scope): Step {
  switch (verb) {
    case 'call':
    case 'refuse':
      return readCall(source, verb, members, head, scope);
    case 'receive':
      return readReceive(source, members, head, scope);
    case 'wait':
      return readWait(source, members, head, scope);
    case 'together':
      return readTogether(source, members, head, scope);
  }
}

function readHead(source: YamlSource, node: Node, members: Members, scope: Scope): StepHead {
  const id = members.get('id');
  if (id === undefined) return source.fail(node, 'the step has no id.', 'Give it one: "id: create".');
  const name = source.text(id.value, 'id');
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    source.fail(id.value, `the id "${name}" is not in kebab-case.`, 'Use small letters, digits and hyphens.');
  const title = members.get('title');
  const named = (member: string, known: readonly string[], what: string): readonly string[] => {
    const entry = members.get(member);
    if (entry === undefined) return [];
    return (isScalar(entry.value) ? [entry.value] : source.list(entry.value, member)).map(item =>
      source.oneOf(item, what, known),
    );
  };
  return {
    id: name,
    title: title === undefined ? name.replaceAll('-', ' ') : source.text(title.value, 'title'),
    at: source.at(node),
    proves: named('proves', scope.vocabulary.requirements, 'a requirement in proves'),
    checks: named('checks', scope.vocabulary.checks, 'a check'),
  };
}

function readReceive(source: YamlSource, members: Members, head: StepHead, scope: Scope): ReceiveStep {
  const entry = (name: string): Entry | undefined => members.get(name);
  const what = entry('receive');
  const actor = entry('for');
  if (what === undefined || actor === undefined)
    return source.fail(
      (what ?? [...members.values()][0])?.key ?? source.root,
      'receive does not say for whom.',
      'Add "for: alice".',
    );
  const within = entry('within');
  const language = entry('language');
  return {
    ...head,
    verb: 'receive',
    what: source.oneOf(what.value, 'what is received', RECEIVABLE),
    for: scope.actor(actor.value, 'for'),
    within: within === undefined ? 60_000 : duration(source, within.value, 'within'),
    language: language === undefined ? null : source.text(language.value, 'language'),
  };
}

function readWait(source: YamlSource, members: Members, head: StepHead, scope: Scope): WaitStep {
  const [wait, until] = [members.get('wait'), members.get('until')];
  if (wait === undefined) throw new Error('a step that waits has no "wait"');
  const empty = wait.value.kind === 'scalar' && wait.value.value === null;
  if (until === undefined) return { ...head, verb: 'wait', for: duration(source, wait.value, 'wait'), until: null };
  if (!empty)
    source.fail(
      wait.value,
      '"wait" has a duration and an "until".',
      'Keep one of them; before "until", write "wait:" alone.',
    );
  return { ...head, verb: 'wait', for: null, until: readTemplate(source, until.value, scope.seen) };
}

function readTogether(source: YamlSource, members: Members, head: StepHead, scope: Scope): TogetherStep {
  const together = members.get('together');
  const nodes = together === undefined ? [] : source.filled(together.value, 'together');
  // They run at the same time: none of them can use what another one gets.
  return { ...head, verb: 'together', steps: nodes.map(node => readStep(source, node, scope)) };
}
