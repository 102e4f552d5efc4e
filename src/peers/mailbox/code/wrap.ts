/** Longer lines are broken, later ones left out: the cost of reading a line stays bounded. */
export const MAX_LINE = 1_000;
export const MAX_LINES = 3_000;

/** Breaks a long line between words, where that is not possible between letters; a longer number is cut off. */
export function wrapped(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > MAX_LINE) {
    const { to, next } = breakAt(rest, MAX_LINE);
    pieces.push(rest.slice(0, to).trimEnd());
    rest = rest.slice(next);
  }
  return [...pieces, rest];
}

/** Where a text is to be broken so that `limit` characters or fewer stay, and where it goes on. Never inside a number. */
export function breakAt(text: string, limit: number): { readonly to: number; readonly next: number } {
  for (let at = limit; at > 0; at -= 1) {
    if (/[^\d\s-]\s$/.test(text.slice(Math.max(0, at - 2), at))) return { to: at, next: at };
    if (limit - at > limit / 2) break;
  }
  for (let at = limit; at > 0; at -= 1) {
    if (!/[\d\s]/.test(text.charAt(at)) && !/[\d\s]/.test(text.charAt(at - 1))) return { to: at, next: at };
  }
  const end = text.slice(limit).search(/[^\d\s]/);
  return { to: 0, next: end === -1 ? text.length : limit + end };
}
