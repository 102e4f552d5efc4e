/** Digits that stand together: a number, or several side by side. */
const RUN = /\d+(?:(?:[ \t\u00a0]{1,8}|[ \t\u00a0]{0,3}[-–·•.][ \t\u00a0]{0,3})\d+)*/gu;
const LEAST = 4;
const MOST = 10;

/** A stretch of a line that is one number. */
export interface Group {
  readonly from: number;
  readonly to: number;
}

interface Piece extends Group {
  /** What parts it from the piece before it. */
  readonly gap: string;
}

/**
 * The numbers of 4 to 10 digits in a line. Codes are written in one run, digit by digit, or in groups of one size
 * (482 913, 48-29-13); seven and ten digits also as 3+4 and 3+3+4. A piece that fits no such pattern is left out.
 */
export function groupsIn(line: string): Group[] {
  return [...line.matchAll(RUN)].flatMap(run => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const { 0: digits, index } of run[0].matchAll(/\d+/g)) {
      pieces.push({ from: run.index + index, to: run.index + index + digits.length, gap: run[0].slice(end, index) });
      end = index + digits.length;
    }
    return numbersOf(withoutChains(pieces));
  });
}

/** From left to right the most pieces that make one number; what goes on in the same pattern for too long makes none. */
function numbersOf(pieces: readonly Piece[]): Group[] {
  const numbers: Group[] = [];
  for (let at = 0; at < pieces.length; ) {
    const same = sameFrom(pieces, at);
    const most = Math.min(same, MOST);
    let count = Math.max(most, Math.min(3, pieces.length - at));
    while (count > 1 && !isOne(pieces.slice(at, at + count))) count -= 1;
    const [first, last] = [pieces[at], pieces[at + count - 1]];
    if (first === undefined || last === undefined) break;
    const endless = same > count && size(first) < LEAST;
    const digits = pieces.slice(at, at + count).reduce((sum, piece) => sum + size(piece), 0);
    if (!endless && digits >= LEAST && digits <= MOST) numbers.push({ from: first.from, to: last.to });
    at += endless ? same : count;
  }
  return numbers;
}

/** Pieces tied by hyphens are one number or none: 8-800-555-35-35 holds no code. */
function withoutChains(pieces: readonly Piece[]): Piece[] {
  const chains: Piece[][] = [];
  for (const piece of pieces) {
    const chain = chains.at(-1);
    if (chain !== undefined && /^[-–·•.]$/.test(piece.gap)) chain.push(piece);
    else chains.push([piece]);
  }
  return chains.filter(chain => chain.length === 1 || isOne(chain)).flat();
}

const size = ({ from, to }: Group): number => to - from;

/** How many pieces from here on have one size and are parted in one way. */
function sameFrom(pieces: readonly Piece[], at: number): number {
  const [first, second] = [pieces[at], pieces[at + 1]];
  if (first === undefined || second === undefined) return 1;
  const other = pieces.findIndex(
    (piece, index) => index > at && (size(piece) !== size(first) || !alike(piece, second)),
  );
  return (other === -1 ? pieces.length : other) - at;
}

const kind = (gap: string): string => /[-–·•.]/.exec(gap)?.[0] ?? ' ';
const alike = (a: Piece, b: Piece): boolean => (size(a) === 1 && size(b) === 1) || kind(a.gap) === kind(b.gap);

function isOne(pieces: readonly Piece[]): boolean {
  const [first, second] = pieces;
  if (first === undefined || second === undefined) return true;
  const sizes = pieces.map(size);
  const gaps = pieces.slice(1).map(piece => piece.gap);
  const digits = sizes.reduce((sum, each) => sum + each, 0);
  if (digits < LEAST || digits > MOST || !pieces.slice(1).every(piece => alike(piece, second))) return false;
  const pattern = sizes.join('+');
  if (/^1(?:\+1)+$/.test(pattern)) return !gaps.some(gap => gap.includes('.'));
  if (gaps.every(gap => gap === '\u00a0') && Math.max(...sizes) <= 5) return true;
  if (gaps.some(gap => gap.length > 3 || (gap.includes('\t') && Math.max(...sizes) > 3))) return false;
  if (gaps.some(gap => gap.includes('.'))) return /^2\+2\+2$/.test(pattern) && gaps.every(gap => gap === '.');
  return new Set(sizes).size === 1 || /^(?:3\+4|4\+3|3\+3\+4)$/.test(pattern);
}
