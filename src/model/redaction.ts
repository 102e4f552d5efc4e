import { Buffer } from 'node:buffer';
import { Finder } from './finder.ts';
import { inflate } from './inflate.ts';
import { replaced, replacedInBody, type SecretRange } from './replaced.ts';
import type { RunRecord } from './run-record.ts';
import { needles } from './secret-forms.ts';
import type { Secrets } from './secrets.ts';
import { unescaped } from './unescaped.ts';

export { type Leak, scanForSecrets, secretScanner } from './secret-scan.ts';

/** How deep a value may nest before the rest is named instead of kept: deeper ones cannot be written as JSON. */
const MAX_DEPTH = 200;
const TOO_DEEP = `… nested deeper than ${MAX_DEPTH} levels; the body's text holds the rest`;
const MAX_LAYERS = 3;

/** Texts up to this length are remembered when they are clean, and so many of them. */
const SHORT = 1024;
const MOST_CLEAN = 10_000;

/** Members that hold a host's own JSON, in which even a number can be a secret. */
const EVIDENCE = new Set(['value', 'expected', 'actual', 'host']);

/** Replaces tainted values by their names. Keeps what it compiled until another value is tainted. */
export class Redactor {
  readonly #secrets: Secrets;
  #known = -1;
  #finder = new Finder([]);
  #names = new Map<string, string>();
  /** Short texts that were found clean: names of members, headers and checks come again and again. */
  readonly #clean = new Set<string>();
  #last: { readonly known: number; readonly record: RunRecord; readonly clean: RunRecord } | null = null;

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** The text with every tainted value, in any form and up to three layers of escapes, replaced by its name. */
  text(text: string): string {
    const ranges = this.#ranges(text);
    return ranges.length === 0 ? text : replaced(text, ranges);
  }

  /** `text` for the text of a body: JSON stays JSON. */
  #body(text: string): string {
    const ranges = this.#ranges(text);
    return ranges.length === 0 ? text : replacedInBody(text, ranges);
  }

  #ranges(text: string): readonly SecretRange[] {
    if (text.length < 4) return [];
    const finder = this.#current();
    if (this.#clean.has(text)) return [];
    const ranges: SecretRange[] = [];
    let layer = text;
    let origin = (index: number): number => index;
    for (let depth = 0; depth <= MAX_LAYERS; depth++) {
      for (const { start, end, needle } of finder.find(layer)) {
        ranges.push({ start: origin(start), end: origin(end), name: needle.name });
      }
      const next = unescaped(layer);
      if (next === undefined) break;
      const outer = origin;
      origin = index => outer(next.at[index] ?? 0);
      layer = next.text;
    }
    if (ranges.length === 0 && text.length <= SHORT && this.#clean.size < MOST_CLEAN) this.#clean.add(text);
    return ranges;
  }

  /** A copy in which no string, member name or evidence number is tainted; shares every part that was clean. */
  value(value: unknown): unknown {
    this.#current();
    return this.#value(value, 0, false);
  }

  /**
   * A run record, redacted in depth and stamped with the number of secrets; without any it keeps the stamp it has. Who
   * asks for the same record again waits no second time.
   */
  record(record: RunRecord): RunRecord {
    const known = this.#secrets.size;
    if (this.#last?.record === record && this.#last.known === known) return this.#last.clean;
    const redaction = known === 0 ? record.redaction : { secrets: known };
    const clean = this.value({ ...record, redaction }) as RunRecord; // the walk keeps the shape
    this.#last = { known, record, clean };
    return clean;
  }

  #current(): Finder {
    if (this.#known !== this.#secrets.size) {
      const entries = this.#secrets.entries();
      // Text that was percent-encoded or inflated comes back as bytes, which differ only beyond ASCII.
      const foreign = entries.filter(([value]) => /[^\u0020-\u007e]/.test(value));
      this.#finder = new Finder([...needles(entries, false), ...needles(foreign, true)]);
      this.#names = new Map(entries);
      this.#clean.clear();
      this.#known = this.#secrets.size;
    }
    return this.#finder;
  }

  #value(value: unknown, depth: number, evidence: boolean): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return evidence ? (this.#names.get(String(value)) ?? value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return TOO_DEEP;
    if (Array.isArray(value)) return this.#list(value, depth, evidence);
    return this.#members(value, depth, evidence);
  }

  /** Most members are clean, so nothing is made anew until one is not. */
  #members(holder: object, depth: number, evidence: boolean): object {
    let changed: Map<string, readonly [string, unknown]> | null = null;
    for (const name of Object.keys(holder)) {
      const member: unknown = Reflect.get(holder, name);
      const clean =
        typeof member === 'string'
          ? this.#string(member, name, holder)
          : this.#value(member, depth + 1, evidence || EVIDENCE.has(name));
      const cleanName = this.text(name);
      if (clean === member && cleanName === name) continue;
      changed ??= new Map();
      changed.set(name, [cleanName, clean]);
    }
    if (changed === null) return holder;
    const now = changed;
    // fromEntries, because assigning a member called __proto__ would set the prototype instead.
    return Object.fromEntries(Object.entries(holder).map(([name, member]) => now.get(name) ?? [name, member]));
  }

  /** A string by the name that it has in its holder: only bodies have a text that can be cut. */
  #string(text: string, name: string, holder: object): string {
    if (name === 'base64') return this.#bytes(text);
    return name === 'text' && 'truncated' in holder ? this.#body(text) : this.text(text);
  }

  #list(list: readonly unknown[], depth: number, evidence: boolean): unknown {
    let copy: unknown[] | null = null;
    for (let index = 0; index < list.length; index++) {
      const clean = this.#value(list[index], depth + 1, evidence);
      if (clean === list[index]) continue;
      copy ??= [...list];
      copy[index] = clean;
    }
    return copy ?? list;
  }

  /** Bytes that are no text: looked at as they are, and inflated where they are compressed. */
  #bytes(base64: string): string {
    const bytes = Buffer.from(base64, 'base64');
    const inflated = inflate(bytes)?.toString('latin1');
    if (inflated !== undefined && this.text(inflated) !== inflated) {
      return Buffer.from('«compressed bytes that held a secret»', 'utf8').toString('base64');
    }
    const text = bytes.toString('latin1');
    const clean = this.text(text);
    return clean === text ? base64 : Buffer.from(clean, 'latin1').toString('base64');
  }
}

/** One text, redacted. Who redacts many keeps a `Redactor`. */
export const redactText = (text: string, secrets: Secrets): string => new Redactor(secrets).text(text);

/** A run record, redacted in depth. */
export const redactRecord = (record: RunRecord, secrets: Secrets): RunRecord => new Redactor(secrets).record(record);
