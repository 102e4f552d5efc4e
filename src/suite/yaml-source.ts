import { didYouMean } from '../model/guess.ts';
import { type Position, SuiteError } from './error.ts';
import { fullNode, YamlProblem } from './yaml/full.ts';
import { lineFinder } from './yaml/lines.ts';
import { type Entry, isMap, isScalar, isSeq, type Node, type ScalarNode } from './yaml/node.ts';
import { quickNode } from './yaml/quick.ts';

export type { Entry } from './yaml/node.ts';

function kindOf(node: Node): string {
  switch (node.kind) {
    case 'map':
      return 'a map';
    case 'list':
      return 'a list';
    case 'alias':
      return 'an alias';
    case 'scalar':
      return node.value === null ? 'nothing' : `"${String(node.value)}"`;
  }
}

/** One YAML file, read with positions: every complaint names file, line and column. */
export class YamlSource {
  readonly file: string;
  readonly root: Node;
  readonly #place: ReturnType<typeof lineFinder>;

  constructor(file: string, text: string) {
    this.file = file;
    this.#place = lineFinder(text);
    try {
      this.root = quickNode(text) ?? fullNode(text);
    } catch (error) {
      if (!(error instanceof YamlProblem)) throw error;
      throw new SuiteError(
        { file, ...this.#place(error.offset) },
        `the YAML does not parse: ${error.message}.`,
        'Correct the indentation or the quotes there.',
      );
    }
  }

  at(node: Node): Position {
    return { file: this.file, ...this.#place(node.start) };
  }

  fail(node: Node, message: string, next: string): never {
    throw new SuiteError(this.at(node), message, next);
  }

  map(node: Node, what: string): readonly Entry[] {
    if (!isMap(node))
      return this.fail(node, `${what} is ${kindOf(node)}; expected a map.`, 'Write "name: value" lines.');
    for (const { key } of node.entries) {
      if (!isScalar(key))
        this.fail(key, `a name in ${what} is ${kindOf(key)}; expected a word.`, 'Write a plain name.');
    }
    return node.entries;
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
    return node.items;
  }

  /** A list with something in it: an empty one would test nothing. */
  filled(node: Node, what: string): readonly Node[] {
    const items = this.list(node, what);
    return items.length > 0
      ? items
      : this.fail(node, `${what} is an empty list.`, 'List at least one, or leave it out.');
  }

  scalar(node: Node, what: string): ScalarNode {
    if (!isScalar(node))
      return this.fail(node, `${what} is ${kindOf(node)}; expected a single value.`, 'Write one word, number or text.');
    return node;
  }

  text(node: Node, what: string): string {
    const value = this.scalar(node, what).value;
    if (typeof value === 'string') return value;
    return this.fail(node, `${what} is ${kindOf(node)}; expected text.`, 'Put it in quotes if it is meant as text.');
  }

  integer(node: Node, what: string, least = 0): number {
    const value = this.scalar(node, what).value;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
    return this.fail(
      node,
      `${what} is ${kindOf(node)}; expected a whole number.`,
      `Write a number of ${least} or more.`,
    );
  }

  texts(node: Node, what: string): readonly string[] {
    return isScalar(node) ? [this.text(node, what)] : this.list(node, what).map(item => this.text(item, what));
  }

  oneOf<T extends string>(node: Node, what: string, known: readonly T[]): T {
    return this.named(node, what, this.text(node, what), known);
  }

  /** The one of some names that was said; complains with a guess when it is none of them. */
  named<T extends string>(node: Node, what: string, said: string, known: readonly T[]): T {
    const found = known.find(value => value === said);
    return found ?? this.fail(node, `${what} is "${said}".${didYouMean(said, known)}`, `Known: ${known.join(', ')}.`);
  }
}
