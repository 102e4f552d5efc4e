import type { Pattern } from '../../notation/ast.ts';
import { objectMembers } from '../../spec/member-names.ts';
import type { AnswerSpec, Basis, Spec } from '../../spec.ts';
import { patternOf, type Side, successOf } from '../../success.ts';
import { blocks, code, list, table } from './markdown.ts';
import { signWords } from './sign-words.ts';
import { isOptional, typeWords } from './type-words.ts';

const AUTH: Readonly<Record<Spec['auth'], string>> = {
  none: 'no authentication',
  bearer: 'bearer token',
  basic: 'HTTP basic authentication',
  session: 'session cookie',
};

const BODY: Readonly<Record<Spec['body'], string>> = {
  none: 'no body',
  json: 'JSON or XML',
  form: 'web form',
  multipart: 'multipart form',
  bytes: 'any content',
};

const BASIS: Readonly<Record<Basis, string>> = {
  published: 'as published',
  derived: 'derived from what sources say of its members, since no notation is published',
  unknown: 'not described by any source',
};

export const authWords = (spec: Spec): string =>
  AUTH[spec.auth] + (spec.sign === 'unknown' || spec.sign.length > 0 ? ', signed' : '');

/** Everything that the contract says of one endpoint. */
export function endpointSection(spec: Spec): string {
  const success = successOf(spec.answers);
  return blocks([
    `### ${spec.endpoint}`,
    `**${spec.title}.** ${spec.description}`,
    `\`${spec.method} ${spec.path}\` · ${authWords(spec)} · ${BODY[spec.body]}${xmlWords(spec)}`,
    parameters(spec),
    spec.body === 'none' ? '' : side(spec, 'request', `**Request**, ${BASIS[spec.basis.request]}.`),
    signature(spec),
    side(spec, 'answer', `**Answer** ${success?.status ?? ''}, ${answerWords(success, spec.basis.answers)}.`),
    titled(
      'It promises',
      spec.requirements.map(
        each =>
          `\`${each.id}\` (${each.level}) ${each.text}${each.untestable === undefined ? '' : ` Not tested: ${each.untestable}`}`,
      ),
    ),
    titled(
      'Where sources disagree',
      Object.entries(spec.readings).map(([question, readings]) => `\`${question}\`: ${readingWords(readings)}`),
    ),
    titled('How the published notation was normalised', spec.normalised),
    titled('Sources', spec.sources),
  ]);
}

function xmlWords(spec: Spec): string {
  const names = [spec.xml.request, spec.xml.answer].filter(name => name !== null);
  return names.length === 0 ? '' : ` · XML ${names.map(name => `\`${name}\``).join(' → ')}`;
}

function answerWords(success: AnswerSpec | undefined, basis: Basis): string {
  switch (success?.kind) {
    case 'json':
      return BASIS[basis];
    case 'bytes':
      return 'any content';
    case 'empty':
      return 'without content';
    case 'redirect':
      return 'a redirection, with a `Location` header';
    default:
      return BASIS.unknown;
  }
}

function parameters(spec: Spec): string {
  if (spec.parameters.length === 0) return '';
  const rows = spec.parameters.map(({ name, in: place, type, required, description, values }) => {
    const words = values === undefined ? type : values.map(value => `\`${value}\``).join(', ');
    return [`\`${name}\``, place, words, required ? 'yes' : '', description];
  });
  return table(['Parameter', 'In', 'Type', 'Required', 'Meaning'], rows);
}

function side(spec: Spec, name: Side, heading: string): string {
  const pattern = patternOf(spec, name);
  const rows = pattern === null ? [] : memberRows(pattern, spec.members[name], '');
  const [example] = spec.examples[name];
  const shown = example === undefined ? '' : code('json', JSON.stringify(example, null, 2));
  const members =
    rows.length > 0
      ? table(['Member', 'Type', 'Required', 'Meaning'], rows)
      : pattern === null
        ? ''
        : 'An object without members.';
  return blocks([heading, members, shown]);
}

function memberRows(
  pattern: Pattern,
  meanings: Readonly<Record<string, string>>,
  prefix: string,
): readonly (readonly string[])[] {
  return objectMembers(pattern).flatMap(member => {
    const name = prefix + member.name;
    const row = [
      `\`${name}\``,
      typeWords(member.pattern),
      isOptional(member.pattern) ? '' : 'yes',
      meanings[name] ?? '',
    ];
    return [row, ...memberRows(member.pattern, meanings, `${name}.`)];
  });
}

function signature(spec: Spec): string {
  const words = signWords(spec.sign);
  return words.length === 0 ? '' : blocks(['**Signature**', list(words)]);
}

const titled = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : blocks([`**${title}**`, list(items)]);

const readingWords = (readings: Spec['readings'][string]): string =>
  Object.entries(readings)
    .map(([reading, sources]) => `**${reading}** (${sources.join('; ')})`)
    .join(' or ');
