import { isMap, type Node } from 'yaml';
import { AUTHS, BASES, BODIES, type Spec } from '../spec.ts';
import { successOf } from '../success.ts';
import { objectMembers } from './member-names.ts';
import { readAnswers } from './read-answers.ts';
import { type PlacedExample, readExamples } from './read-examples.ts';
import { readMembers } from './read-members.ts';
import { isBroken, readPattern } from './read-notation.ts';
import { type PlacedRequirement, readRequirements } from './read-requirements.ts';
import { readSign } from './read-sign.ts';
import { checkPath, readParameters, readReadings, readSpends, readTexts } from './read-small.ts';
import { readXml } from './read-xml.ts';
import type { YamlFile } from './yaml-file.ts';

const NEEDED = [
  'endpoint',
  'title',
  'description',
  'method',
  'path',
  'auth',
  'body',
  'answers',
  'basis',
  'examples',
  'sources',
] as const;
const OPTIONAL = [
  'parameters',
  'request',
  'members',
  'xml',
  'sign',
  'spends',
  'readings',
  'requirements',
  'normalised',
] as const;

/** All members that the file of an endpoint may have. */
export const SPEC_MEMBERS: readonly string[] = [...NEEDED, ...OPTIONAL];

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** A spec with the nodes that checks across files report at. */
export interface PlacedSpec {
  readonly spec: Spec;
  readonly file: YamlFile;
  readonly endpointNode: Node | null;
  readonly requirements: readonly PlacedRequirement[];
  readonly examples: readonly PlacedExample[];
}

/** Reads the file of the endpoint `id`; what is wrong with it is collected in `file.problems`. */
export function readSpec(file: YamlFile, id: string): PlacedSpec {
  const members = file.members(file.root, 'spec', SPEC_MEMBERS, NEEDED);
  const node = (name: string): Node | undefined => members.get(name);
  const text = (name: string): string => readIf(node(name), '', value => file.text(value, name));

  const endpoint = text('endpoint');
  const body = readIf(node('body'), 'none', value => file.word(value, 'body', BODIES));
  const request = readPattern(file, node('request'), 'request');
  const basis = readBasis(file, node('basis'));
  checkBody(file, node('request') ?? node('body'), body, request.text !== null, basis.request !== 'unknown');
  if (endpoint !== id && endpoint !== '') {
    file.refuse(
      node('endpoint') ?? null,
      `endpoint: expected ${id}, as the file is named, got ${endpoint}: rename one of them.`,
    );
  }

  const parameters = readParameters(file, node('parameters'));
  const pathNode = node('path');
  if (pathNode !== undefined) checkPath(file, pathNode, text('path'), parameters);
  const answers = readAnswers(file, node('answers'));
  const success = successOf(answers);
  const requirements = readRequirements(file, node('requirements'));
  const examples = readExamples(file, node('examples'), request.pattern !== null, success);
  const valuesOf = (side: PlacedExample['side']) =>
    examples.filter(example => example.side === side).map(({ value }) => value);
  const [group = '', name = ''] = id.split('/');

  const spec: Spec = {
    endpoint,
    group,
    name,
    title: text('title'),
    description: text('description'),
    method: readIf(node('method'), 'POST', value => file.word(value, 'method', METHODS)),
    path: text('path'),
    auth: readIf(node('auth'), 'none', value => file.word(value, 'auth', AUTHS)),
    body,
    parameters,
    requestText: request.text,
    request: request.pattern,
    members: readMembers(file, node('members'), request, {
      text: success?.text ?? null,
      pattern: success?.pattern ?? null,
    }),
    answers,
    basis,
    xml: readXml(file, node('xml'), { request: request.pattern, answer: success?.pattern ?? null }),
    sign: isBroken(request) ? [] : readSign(file, node('sign'), objectMembers(request.pattern)),
    spends: readSpends(file, node('spends')),
    readings: readReadings(file, node('readings')),
    requirements: requirements.map(placed => placed.requirement),
    normalised: readTexts(file, node('normalised'), 'normalised'),
    examples: { request: valuesOf('request'), answer: valuesOf('answer') },
    sources: readTexts(file, node('sources'), 'sources'),
  };
  return { spec, file, endpointNode: node('endpoint') ?? file.root, requirements, examples };
}

const readIf = <Value>(node: Node | undefined, otherwise: Value, read: (node: Node) => Value): Value =>
  node === undefined ? otherwise : read(node);

function readBasis(file: YamlFile, node: Node | undefined): Spec['basis'] {
  const members =
    node === undefined
      ? new Map<string, Node>()
      : file.members(node, 'basis', ['request', 'answers', 'xml'], ['request', 'answers']);
  const basis = (name: string) =>
    readIf(members.get(name), 'unknown' as const, value => file.word(value, `basis.${name}`, BASES));
  return { request: basis('request'), answers: basis('answers'), ...(members.has('xml') && { xml: basis('xml') }) };
}

function checkBody(
  file: YamlFile,
  node: Node | undefined,
  body: Spec['body'],
  described: boolean,
  known: boolean,
): void {
  if (node === undefined || isMap(node)) return;
  if (body === 'none' && described)
    file.refuse(node, 'request: expected none, since body is none: leave it out or change body.');
  if (body === 'json' && known && !described) {
    file.refuse(node, 'body is json, but there is no request: write its notation, or set basis.request to unknown.');
  }
}
