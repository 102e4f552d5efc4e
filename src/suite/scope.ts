import { didYouMean } from '../model/guess.ts';
import { RESERVED_ROOTS, type Vocabulary } from './vocabulary.ts';
import type { Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

/** What may be referred to at one place of a suite: its actors, the steps before it, and the reserved roots. */
export class Scope {
  readonly #source: YamlSource;
  readonly #actors: readonly string[];
  readonly #later: ReadonlySet<string>;
  readonly #earlier = new Set<string>();
  readonly vocabulary: Vocabulary;

  constructor(source: YamlSource, actors: readonly string[], stepIds: readonly string[], vocabulary: Vocabulary) {
    this.#source = source;
    this.#actors = actors;
    this.#later = new Set(stepIds);
    this.vocabulary = vocabulary;
  }

  /** Makes a step's values known to those after it. */
  add(id: string): void {
    this.#earlier.add(id);
  }

  readonly seen = (root: string, node: Node): void => {
    if (this.#actors.includes(root) || this.#earlier.has(root) || RESERVED_ROOTS.some(name => name === root)) return;
    if (this.#later.has(root))
      this.#source.fail(
        node,
        `the reference "$${root}" is to a later step.`,
        `Move the step "${root}" before this one.`,
      );
    const known = [...this.#actors, ...this.#earlier, ...RESERVED_ROOTS];
    this.#source.fail(
      node,
      `the reference "$${root}" names no actor and no earlier step.${didYouMean(root, known)}`,
      `Known here: ${known.join(', ')}.`,
    );
  };

  actor(node: Node, what: string): string {
    return this.#source.oneOf(node, what, this.#actors);
  }
}
