/** A text to look for, and what it is. */
export interface Needle {
  /** At least four characters. */
  readonly text: string;
  /** The stable name of the secret: `«password:alice»`. */
  readonly name: string;
  /** How the secret is written here: `plain`, `base64`, `url` … */
  readonly form: string;
  /** Counts only where no letter, digit, `_` or `-` stands on either side. */
  readonly whole: boolean;
}

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly needle: Needle;
}

const WORD = /[\p{L}\p{N}_-]/u;

/**
 * Finds any of thousands of texts in one pass: a table over the last four characters says where a needle may begin.
 * Leftmost, longest, without overlaps.
 */
export class Finder {
  readonly #needles: readonly Needle[];
  readonly #shift: number;
  /** First needle of each slot plus one, and for each needle the next of its slot plus one; 0 ends a chain. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  constructor(needles: readonly Needle[]) {
    // Chains are built from the front, so the shortest goes in first and the longest is met first.
    this.#needles = [...needles].sort((a, b) => a.text.length - b.text.length);
    const bits = Math.min(20, Math.max(12, Math.ceil(Math.log2(needles.length + 1)) + 5));
    this.#shift = 32 - bits;
    this.#heads = new Int32Array(2 ** bits);
    this.#next = new Int32Array(needles.length);
    for (const [index, needle] of this.#needles.entries()) {
      let window = 0;
      for (let i = 0; i < 4; i++) window = (window << 8) ^ needle.text.charCodeAt(i);
      const slot = this.#slot(window);
      this.#next[index] = this.#heads[slot] ?? 0;
      this.#heads[slot] = index + 1;
    }
  }

  find(text: string): Hit[] {
    const hits: Hit[] = [];
    if (this.#needles.length === 0) return hits;
    let window = 0;
    let fresh = 0;
    for (let i = 0; i < text.length; i++) {
      window = (window << 8) ^ text.charCodeAt(i);
      if (++fresh < 4) continue;
      const head = this.#heads[this.#slot(window)] ?? 0;
      if (head === 0) continue;
      const start = i - 3;
      const needle = this.#at(text, start, head);
      if (needle === undefined) continue;
      const end = start + needle.text.length;
      hits.push({ start, end, needle });
      i = end - 1;
      fresh = 0;
    }
    return hits;
  }

  #slot(window: number): number {
    return Math.imul(window, 0x9e3779b1) >>> this.#shift;
  }

  #at(text: string, start: number, head: number): Needle | undefined {
    for (let index = head; index !== 0; index = this.#next[index - 1] ?? 0) {
      const needle = this.#needles[index - 1];
      if (needle === undefined || !text.startsWith(needle.text, start)) continue;
      if (!needle.whole || standsAlone(text, start, start + needle.text.length)) return needle;
    }
    return undefined;
  }
}

const standsAlone = (text: string, start: number, end: number): boolean =>
  !WORD.test(text[start - 1] ?? ' ') && !WORD.test(text[end] ?? ' ');
