import { type Entry, type Node, type ScalarNode, scalar } from './node.ts';
import { plainValue } from './plain.ts';

/** The file uses something that only a whole YAML reader knows. */
class Beyond extends Error {}

/** Tabs, returns, markers of documents and directives: none of them is read here. */
const BEYOND = /[\t\r\ufeff]|^(?:---|\.\.\.|%)/m;

const BLANK = /(?: *(?:(?<![^ \n])#[^\n]*)?\n)* */y;
const TAG = /![a-z][a-z-]*(?=[ \n,\]}]|$)/y;
const DOUBLE = /"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
const SINGLE = /'(?:[^'\n]|'')*'/y;
const BLOCK_PLAIN = /(?:[^ \n,[\]{}#&*!|>'"%@`?:-]|[-?:](?=[^ \n]))(?:[^\n:#]|:(?=[^ \n])|(?<=[^ \n])#)*/y;
const FLOW_PLAIN =
  /(?:[^ \n,[\]{}#&*!|>'"%@`?:-]|[-?:](?=[^ \n,[\]{}]))(?:[^\n:#,[\]{}]|:(?=[^ \n,[\]{}])|(?<=[^ \n])#)*/y;
const KEY_END = / *:(?=[ \n]|$)/y;
const DASH = /-(?=[ \n]|$)/y;
const LINE_END = / *(?:(?<![^ \n])#[^\n]*)?(?=\n|$)/y;

/**
 * Reads what suites are written in: block maps and lists, flow collections, scalars on one line, tags, comments.
 * Null for anything beyond that, mistakes included: then a whole YAML reader has the word. It takes a tenth of the time
 * of one, which is felt in suites of a hundred steps.
 */
export function quickNode(text: string): Node | null {
  if (BEYOND.test(text)) return null;
  try {
    return new QuickReader(text).document();
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

class QuickReader {
  readonly #text: string;
  #at = 0;
  /** The column of the block that flow collections stand in: they are indented more. */
  #outer = -1;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Node {
    this.#toContent();
    const node = this.#block(-1);
    this.#toContent();
    if (this.#at < this.#text.length) throw new Beyond();
    return node;
  }

  /** The node that begins here, inside a block at column `outer`. */
  #block(outer: number): Node {
    const column = this.#column();
    if (this.#sees(DASH)) return this.#list(column);
    if (this.#seesKey()) return this.#map(column);
    return this.#inline(outer);
  }

  #map(column: number): Node {
    const start = this.#at;
    const entries: Entry[] = [];
    const names = new Set<string>();
    do {
      const key = this.#scalar(BLOCK_PLAIN);
      const name = String(key.value);
      if (!this.#take(KEY_END) || names.has(name) || typeof key.value !== 'string') throw new Beyond();
      names.add(name);
      entries.push({ name, key, value: this.#value(column, key.start) });
    } while (this.#continues(column) && !this.#sees(DASH));
    return { kind: 'map', tag: null, start, entries };
  }

  #list(column: number): Node {
    const start = this.#at;
    const items: Node[] = [];
    do {
      if (!this.#take(DASH)) throw new Beyond();
      items.push(this.#value(column, null));
    } while (this.#continues(column) && this.#sees(DASH));
    return { kind: 'list', tag: null, start, items };
  }

  /** What stands after the key that starts at `key`, or after `-`: on the line, or deeper on the next ones. */
  #value(column: number, key: number | null): Node {
    this.#skipSpaces();
    const start = this.#at;
    const tag = this.#takeTag();
    if (!this.#sees(LINE_END))
      return tagged(key !== null || tag !== null ? this.#inline(column) : this.#block(column), tag, start);
    this.#toContent();
    const deeper = this.#at < this.#text.length && this.#column() > column;
    // A list may stand at the column of the key that it belongs to.
    const beside = key !== null && this.#column() === column && this.#sees(DASH);
    if (deeper || beside) return tagged(this.#block(column), tag, tag === null ? this.#at : start);
    if (tag !== null) return scalar(null, start, tag);
    if (key === null) throw new Beyond();
    return scalar(null, key);
  }

  /** A scalar or a flow collection to the end of the line; what goes on deeper on the next line is not read here. */
  #inline(outer: number): Node {
    this.#outer = outer;
    const node = this.#flow(BLOCK_PLAIN);
    if (!this.#take(LINE_END)) throw new Beyond();
    this.#toContent();
    if (this.#at < this.#text.length && this.#column() > outer) throw new Beyond();
    return node;
  }

  #flow(plain: RegExp): Node {
    const opening = this.#text[this.#at];
    if (opening === '[') return this.#flowList();
    return opening === '{' ? this.#flowMap() : this.#scalar(plain);
  }

  #flowList(): Node {
    const start = this.#at++;
    const items: Node[] = [];
    while (!this.#closes(']', items.length)) items.push(this.#flowItem());
    return { kind: 'list', tag: null, start, items };
  }

  #flowMap(): Node {
    const start = this.#at++;
    const entries: Entry[] = [];
    const names = new Set<string>();
    while (!this.#closes('}', entries.length)) {
      const key = this.#scalar(FLOW_PLAIN);
      const name = String(key.value);
      if (!this.#take(KEY_END) || names.has(name) || typeof key.value !== 'string') throw new Beyond();
      names.add(name);
      this.#toFlowContent();
      entries.push({ name, key, value: this.#flowItem() });
    }
    return { kind: 'map', tag: null, start, entries };
  }

  #flowItem(): Node {
    const start = this.#at;
    const tag = this.#takeTag();
    if (tag !== null) this.#toFlowContent();
    if (/[,\]}]/.test(this.#text[this.#at] ?? '')) {
      if (tag === null) throw new Beyond();
      return scalar(null, start, tag);
    }
    return tagged(this.#flow(FLOW_PLAIN), tag, start);
  }

  /** Whether the collection ends here; else stands before its next item. */
  #closes(bracket: string, items: number): boolean {
    this.#toFlowContent();
    if (items > 0 && this.#text[this.#at] === ',') {
      this.#at++;
      this.#toFlowContent();
    } else if (items > 0 && this.#text[this.#at] !== bracket) throw new Beyond();
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }

  #scalar(plain: RegExp): ScalarNode {
    const start = this.#at;
    const first = this.#text[start];
    if (first === '"') return scalar(JSON.parse(this.#taken(DOUBLE)), start);
    if (first === "'") return scalar(this.#taken(SINGLE).slice(1, -1).replaceAll("''", "'"), start);
    return scalar(plainValue(this.#taken(plain).replace(/ +$/, '')), start);
  }

  #seesKey(): boolean {
    const before = this.#at;
    const found = (this.#take(DOUBLE) || this.#take(SINGLE) || this.#take(BLOCK_PLAIN)) && this.#sees(KEY_END);
    this.#at = before;
    return found;
  }

  /** Goes to the next content; whether it belongs to the block at `column`. */
  #continues(column: number): boolean {
    this.#toContent();
    return this.#at < this.#text.length && this.#column() === column;
  }

  #takeTag(): string | null {
    if (this.#text[this.#at] !== '!') return null;
    const tag = this.#taken(TAG);
    this.#skipSpaces();
    return tag;
  }

  #column(): number {
    return this.#at - this.#text.lastIndexOf('\n', this.#at - 1) - 1;
  }

  #toContent(): void {
    this.#take(BLANK);
    this.#take(LINE_END);
  }

  #toFlowContent(): void {
    this.#toContent();
    if (this.#column() <= this.#outer) throw new Beyond();
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }

  #sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): boolean {
    const found = this.#sees(pattern);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #taken(pattern: RegExp): string {
    const start = this.#at;
    if (!this.#take(pattern)) throw new Beyond();
    return this.#text.slice(start, this.#at);
  }
}

const tagged = (node: Node, tag: string | null, start: number): Node => (tag === null ? node : { ...node, tag, start });
