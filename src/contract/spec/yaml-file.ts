import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place, Problem } from './problem.ts';
import { suggest } from './suggest.ts';

/** A member of a YAML map: its name, and the nodes of name and value for their places. */
export interface Entry {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/**
 * Reads one YAML file and collects what is wrong with it instead of stopping at the first problem. After a problem a
 * reading function gives a harmless value of its type, so that the rest of the file is still read.
 */
export class YamlFile {
  readonly file: string;
  readonly root: Node | null;
  readonly problems: Problem[] = [];
  readonly #lines = new LineCounter();
  readonly #text: string;
  readonly #document: Document;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    const document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, merge: false });
    this.#document = document;
    this.root = document.contents;
    // The first error is the cause; what the parser stumbles over afterwards is mostly its consequence.
    const [error] = document.errors;
    if (error !== undefined)
      this.problems.push({ place: this.#placeAt(error.pos[0]), message: `this is not YAML: ${error.message}.` });
  }

  place(node: Node | null): Place {
    return this.#placeAt(node?.range?.[0] ?? 0);
  }

  refuse(node: Node | null, message: string): void {
    this.problems.push({ place: this.place(node), message });
  }

  /** The members of a map, after refusing unknown and missing ones. */
  members(
    node: Node | null,
    what: string,
    known: readonly string[],
    required: readonly string[] = [],
  ): ReadonlyMap<string, Node> {
    const found = new Map<string, Node>();
    const entries = this.entries(node, what);
    for (const { name, key, value } of entries ?? []) {
      if (known.includes(name)) found.set(name, value);
      else
        this.refuse(
          key,
          `${what} has the unknown member "${name}": expected one of ${known.join(', ')}.${suggest(name, known)}`,
        );
    }
    const missing = entries === undefined ? [] : required.filter(name => !found.has(name));
    for (const name of missing) this.refuse(node, `${what} lacks its member "${name}": add it.`);
    return found;
  }

  /** All members of a map whose names are free; undefined after a problem. */
  entries(node: Node | null, what: string): readonly Entry[] | undefined {
    if (!isMap(node)) {
      this.#unexpected(node, what, 'a map of names and values');
      return undefined;
    }
    return node.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !isNode(value)) return [];
      return [{ name: String(key.value), key, value }];
    });
  }

  items(node: Node | null, what: string): readonly Node[] {
    if (isSeq(node)) return node.items.filter(isNode);
    this.#unexpected(node, what, 'a list');
    return [];
  }

  text(node: Node | null, what: string): string {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value.trim();
    this.#unexpected(node, what, 'text');
    return '';
  }

  textOrNull(node: Node | null, what: string): string | null {
    return isScalar(node) && node.value === null ? null : this.text(node, what);
  }

  word<Word extends string>(node: Node | null, what: string, words: readonly [Word, ...Word[]]): Word {
    const typed = isScalar(node) ? String(node.value) : undefined;
    const word = words.find(candidate => candidate === typed);
    if (word !== undefined) return word;
    this.#unexpected(node, what, `one of ${words.join(', ')}`, typed === undefined ? '' : suggest(typed, words));
    return words[0];
  }

  truth(node: Node | null, what: string): boolean {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.#unexpected(node, what, 'true or false');
    return false;
  }

  count(node: Node | null, what: string): number {
    if (isScalar(node) && Number.isSafeInteger(node.value) && Number(node.value) >= 0) return Number(node.value);
    this.#unexpected(node, what, 'a whole number from 0');
    return 0;
  }

  /** The plain value of a node, whatever it is. */
  value(node: Node): unknown {
    return node.toJS(this.#document);
  }

  /** Where line and column of a text (from 1) stand in the file, the text being the node's value. */
  placeIn(node: Node, line: number, column: number): Place {
    const start = this.place(node);
    const block = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    if (!block) {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      return line === 1
        ? { ...start, column: start.column + column - 1 + (quoted ? 1 : 0) }
        : { ...start, line: start.line + line - 1, column };
    }
    const lines = String(node.value).split('\n');
    const first = lines.findIndex(content => content.trim() !== '');
    const written = this.#text.split('\n')[start.line + first] ?? '';
    const indent = Math.max(0, written.trimEnd().length - (lines[first] ?? '').trimEnd().length);
    return { ...start, line: start.line + line, column: indent + column };
  }

  #placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #unexpected(node: Node | null, what: string, expected: string, hint = ''): void {
    this.refuse(node, `${what}: expected ${expected}, got ${shown(node)}.${hint}`);
  }
}

function shown(node: Node | null): string {
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node) || node.value === null) return 'nothing';
  return typeof node.value === 'string'
    ? `"${node.value}"`
    : `the ${typeof node.value} ${String(node.value)} (quote it if it is text)`;
}
