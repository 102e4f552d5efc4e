/**
 * The secrets of a run, tainted at birth. In every artefact each stands under its stable name: `«password:alice»`.
 * The same value keeps its first name; a second value of the same kind and owner gets a number.
 */
export class Secrets {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** Taints a value and returns its stable name. Values shorter than 4 characters are not tainted: they are no secrets. */
  taint(kind: string, owner: string, value: string): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    const key = owner === '' ? kind : `${kind}:${owner}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    const name = count === 1 ? `«${key}»` : `«${key}#${count}»`;
    if (value.length >= 4) this.#names.set(value, name);
    return name;
  }

  get size(): number {
    return this.#names.size;
  }

  /** Every tainted value with its name, longest value first, so that a value inside another is replaced after it. */
  entries(): readonly (readonly [value: string, name: string])[] {
    return [...this.#names].sort(([a], [b]) => b.length - a.length);
  }
}
