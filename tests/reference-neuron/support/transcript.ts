/** Ends a tour at the first line that is not the expected one. */
export class Deviation extends Error {}

/** Replaces what is random by numbered names, so that two runs of the same host read alike. */
export class Transcript {
  readonly lines: string[] = [];
  readonly #expected: readonly string[] | null;
  readonly #names = new Map<string, string>();

  constructor(expected: readonly string[] | null) {
    this.#expected = expected;
  }

  add(step: string, text: string): void {
    const line = `${step}: ${this.#settled(text)}`;
    if (this.#expected !== null && this.#expected[this.lines.length] !== line) throw new Deviation(line);
    this.lines.push(line);
  }

  /** Gives a random value a name of its own before it shows up. */
  name(kind: string, value: string): void {
    if (value !== '' && !this.#names.has(value)) this.#names.set(value, `<${kind}>`);
  }

  #numbered(kind: string, value: string): string {
    const known = this.#names.get(value) ?? `<${kind}#${this.#names.size}>`;
    this.#names.set(value, known);
    return known;
  }

  #settled(text: string): string {
    const settled = text
      .replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, token => this.#token(token))
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, id => this.#numbered('uuid', id))
      .replaceAll(/[A-Za-z0-9+/]{43}=/g, id => this.#numbered('id', id))
      .replaceAll(/HttpSessionID=[^;"\s]+/g, id => this.#numbered('session', id))
      .replaceAll(/[\w-]{40,}/g, segment => this.#numbered('segment', segment))
      .replaceAll(/obinfo:[^"]+|obinfo%3A[^"]+/g, '<onboarding>');
    // Last, because a longer random value may happen to hold the digits of a code.
    return [...this.#names]
      .filter(([, name]) => name.startsWith('<code'))
      .reduce((line, [value, name]) => line.replaceAll(value, name), settled);
  }

  #token(token: string): string {
    const [header = '', payload = '', signature = ''] = token
      .split('.')
      .map(part => Buffer.from(part, 'base64url').toString());
    const claims: Record<string, unknown> = JSON.parse(payload);
    if (typeof claims.jti === 'string') claims.jti = this.#numbered('id', claims.jti);
    return `<jwt ${header} ${JSON.stringify(claims)} ${signature.length > 0}>`;
  }
}
