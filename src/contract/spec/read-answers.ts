import { isScalar, type Node } from 'yaml';
import type { AnswerSpec } from '../spec.ts';
import { readPattern } from './read-notation.ts';
import type { YamlFile } from './yaml-file.ts';

const WORDS = ['bytes', 'empty', 'redirect', 'unknown'] as const;

export function readAnswers(file: YamlFile, node: Node | undefined): readonly AnswerSpec[] {
  if (node === undefined) return [];
  const entries = file.entries(node, 'answers') ?? [];
  if (entries.length === 0)
    file.refuse(
      node,
      'answers: expected the answer of at least one status, got none: write unknown where sources are silent.',
    );
  return entries.map(({ name, key, value }) => {
    const status = Number(name);
    if (!/^[1-5]\d\d$/.test(name)) file.refuse(key, `answers: expected an HTTP status from 100 to 599, got "${name}".`);
    const typed = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
    const word = WORDS.find(candidate => candidate === typed);
    if (word !== undefined) return { status, kind: word, text: null, pattern: null };
    return { status, kind: 'json', ...readPattern(file, value, `answer ${name}`) };
  });
}
