/**
 * The order of mails on a server that keeps none: by the server's own clock, as first seen. Some servers answer with
 * the time of asking instead of the time of arrival, so what was seen once keeps its place.
 */
export class Positions {
  readonly #seen = new Map<string, number>();
  #highest = 0;

  get highest(): number {
    return this.#highest;
  }

  of(id: string, created: number): number {
    const known = this.#seen.get(id);
    if (known !== undefined) return known;
    this.#seen.set(id, created);
    this.#highest = Math.max(this.#highest, created);
    return created;
  }
}

/** An RFC 3339 time with up to nine decimals as milliseconds; Date alone would cut them at three. 0 when it is none. */
export function preciseTime(text: string): number {
  const [, seconds = text, fraction = '0', zone = ''] = /^(.*?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const whole = Date.parse(`${seconds}${zone}`);
  return Number.isNaN(whole) ? 0 : whole + Number(`0.${fraction}`) * 1000;
}
