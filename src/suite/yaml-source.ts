import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { didYouMean } from '../model/guess.ts';
import { type Position, SuiteError } from './error.ts';

export interface Entry {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

const kindOf = (node: Node | null): string =>
  node === null
    ? 'nothing'
    : isMap(node)
      ? 'a map'
      : isSeq(node)
        ? 'a list'
        : isScalar(node)
          ? `"${String(node.value)}"`
          : 'an alias';

/** One YAML file, read with positions: every complaint names file, line and column. */
export class YamlSource {
  readonly file: string;
  readonly root: Node;
  readonly #lines = new LineCounter();

  constructor(file: string, text: string) {
    this.file = file;
    const document = parseDocument(text, { lineCounter: this.#lines, customTags: TAGS, keepSourceTokens: false });
    const problem = document.errors[0];
    if (problem !== undefined) {
      const { line, col } = this.#lines.linePos(problem.pos[0]);
      const [said = ''] = problem.message.split('\n');
      throw new SuiteError(
        { file, line, column: col },
        `the YAML does not parse: ${said.replace(/ at line \d+, column \d+:?$/, '')}.`,
        'Correct the indentation or the quotes there.',
      );
    }
    const root = document.contents;
    if (root === null)
      throw new SuiteError({ file, line: 1, column: 1 }, 'the file is empty.', 'Begin with "suite: <its name>".');
    this.root = root as Node;
  }

  at(node: Node): Position {
    const { line, col } = this.#lines.linePos(node.range?.[0] ?? 0);
    return { file: this.file, line: Math.max(1, line), column: Math.max(1, col) };
  }

  fail(node: Node, message: string, next: string): never {
    throw new SuiteError(this.at(node), message, next);
  }

  map(node: Node, what: string): readonly Entry[] {
    if (!isMap(node))
      return this.fail(node, `${what} is ${kindOf(node)}; expected a map.`, 'Write "name: value" lines.');
    return (node as YAMLMap<Node, Node | null>).items.map(pair => {
      const key = pair.key;
      if (!isScalar(key))
        return this.fail(key, `a name in ${what} is ${kindOf(key)}; expected a word.`, 'Write a plain name.');
      return { name: String(key.value), key, value: pair.value ?? key };
    });
  }

  /** A map whose names come from a closed vocabulary. */
  members(node: Node, what: string, known: readonly string[]): ReadonlyMap<string, Entry> {
    const found = new Map<string, Entry>();
    for (const entry of this.map(node, what)) {
      if (!known.includes(entry.name)) {
        this.fail(
          entry.key,
          `${what} has no member "${entry.name}".${didYouMean(entry.name, known)}`,
          `Known here: ${known.join(', ')}.`,
        );
      }
      found.set(entry.name, entry);
    }
    return found;
  }

  list(node: Node, what: string): readonly Node[] {
    if (!isSeq(node))
      return this.fail(node, `${what} is ${kindOf(node)}; expected a list.`, 'Write "- item" lines or [a, b].');
    return (node as YAMLSeq<Node>).items;
  }

  scalar(node: Node, what: string): Scalar {
    if (!isScalar(node))
      return this.fail(node, `${what} is ${kindOf(node)}; expected a single value.`, 'Write one word, number or text.');
    return node;
  }

  text(node: Node, what: string): string {
    const value = this.scalar(node, what).value;
    if (typeof value === 'string') return value;
    return this.fail(node, `${what} is ${kindOf(node)}; expected text.`, 'Put it in quotes if it is meant as text.');
  }

  integer(node: Node, what: string): number {
    const value = this.scalar(node, what).value;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    return this.fail(node, `${what} is ${kindOf(node)}; expected a whole number.`, 'Write a number of 0 or more.');
  }

  texts(node: Node, what: string): readonly string[] {
    return isScalar(node) ? [this.text(node, what)] : this.list(node, what).map(item => this.text(item, what));
  }

  oneOf<T extends string>(node: Node, what: string, known: readonly T[]): T {
    const said = this.text(node, what);
    const found = known.find(value => value === said);
    return found ?? this.fail(node, `${what} is "${said}".${didYouMean(said, known)}`, `Known: ${known.join(', ')}.`);
  }
}

/** The tags a suite may use; each stands on a scalar, a list or a map, and is read from `node.tag`. */
export const TAG_NAMES = [
  'missing',
  'example',
  'text',
  'any',
  'present',
  'empty',
  'not',
  'like',
  'one-of',
  'between',
] as const;

const TAGS = TAG_NAMES.flatMap(name => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' as const },
]);
