import { NotationError, positionAt } from './errors.ts';
import { describeToken, nextToken, type Token } from './lexer.ts';

/** Deeper patterns are refused: no published one comes near, and the parser recurses. */
const MAX_DEPTH = 200;

/** Where a parser stands in a notation text. */
export class Cursor {
  readonly text: string;
  /** Functions and operators without pattern support become `unknown` instead of an error. */
  readonly lenient: boolean;
  token: Token;
  /** Where the token before `token` ended. */
  lastEnd: number;
  #depth = 0;

  constructor(text: string, offset: number, lenient: boolean) {
    this.text = text;
    this.lenient = lenient;
    this.token = nextToken(text, offset);
    this.lastEnd = offset;
  }

  advance(): Token {
    const { token } = this;
    this.lastEnd = token.end;
    this.token = nextToken(this.text, token.end);
    return token;
  }

  isSymbol(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  isName(name: string): boolean {
    return this.token.kind === 'name' && this.token.text.toLowerCase() === name;
  }

  /** Steps over the symbol when it stands here. */
  takes(symbol: string): boolean {
    const here = this.isSymbol(symbol);
    if (here) this.advance();
    return here;
  }

  expect(symbol: string, expected = JSON.stringify(symbol)): void {
    if (!this.takes(symbol)) this.fail(expected);
  }

  fail(expected: string, got = describeToken(this.token), offset = this.token.start): never {
    throw new NotationError(positionAt(this.text, offset), expected, got);
  }

  nested<T>(read: () => T): T {
    if (this.#depth >= MAX_DEPTH) this.fail(`at most ${MAX_DEPTH} levels of nesting`, 'one more');
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }
}
