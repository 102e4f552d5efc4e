import { didYouMean } from '../model/guess.ts';
import { ACTOR_PROPERTIES, RESERVED_ROOTS, ROOT_MEMBERS, STEP_ROOTS, type Vocabulary } from './vocabulary.ts';
import type { Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

/** What may be referred to at one place of a suite: its actors, the steps before it, and the reserved roots. */
export class Scope {
  readonly #source: YamlSource;
  readonly #actors: readonly string[];
  readonly #all: ReadonlySet<string>;
  readonly #earlier = new Set<string>();
  readonly vocabulary: Vocabulary;

  constructor(source: YamlSource, actors: readonly string[], stepIds: readonly string[], vocabulary: Vocabulary) {
    this.#source = source;
    this.#actors = actors;
    this.#all = new Set(stepIds);
    this.vocabulary = vocabulary;
  }

  /** Makes a step's values known to those after it. */
  add(id: string): void {
    this.#earlier.add(id);
  }

  /** Complains of a reference that can have no value when its step is run. */
  readonly seen = (root: string, path: readonly string[], node: Node): void => {
    const [first = ''] = path;
    if (this.#actors.includes(root)) this.#member(root, first, ACTOR_PROPERTIES, node);
    else if (!this.#earlier.has(root)) this.#reserved(root, first, node);
  };

  actor(node: Node, what: string): string {
    if (this.#actors.length === 0)
      this.#source.fail(node, 'the suite has no actors.', 'List them at its head: "actors: [alice]".');
    return this.#source.oneOf(node, what, this.#actors);
  }

  #reserved(root: string, first: string, node: Node): void {
    const reserved = RESERVED_ROOTS.find(name => name === root);
    if (reserved === undefined) this.#unknown(root, node, `the reference "$${root}"`);
    else if (reserved === 'payload') this.#member(root, first, this.vocabulary.payloads, node);
    else if (STEP_ROOTS.has(reserved)) {
      if (!this.#earlier.has(first)) this.#unknown(first, node, `"${first}", of which "$${root}" is asked,`);
    } else this.#member(root, first, ROOT_MEMBERS[reserved] ?? [], node);
  }

  #member(root: string, name: string, known: readonly string[], node: Node): void {
    if (known.includes(name)) return;
    const said = name === '' ? `"$${root}" names no value by itself` : `"$${root}" has no "${name}"`;
    this.#source.fail(
      node,
      `${said}.${name === '' ? '' : didYouMean(name, known)}`,
      `Known: ${known.map(member => `$${root}.${member}`).join(', ')}.`,
    );
  }

  #unknown(name: string, node: Node, said: string): never {
    if (this.#all.has(name) && !this.#earlier.has(name))
      return this.#source.fail(
        node,
        `${said} is to a step that has no value yet.`,
        `Move the step "${name}" before this one; only "call", "refuse" and "receive" give values.`,
      );
    const known = [...this.#actors, ...this.#earlier, ...RESERVED_ROOTS];
    return this.#source.fail(
      node,
      `${said} names no actor and no earlier step.${didYouMean(name, known)}`,
      `Known here: ${known.join(', ')}.`,
    );
  }
}
