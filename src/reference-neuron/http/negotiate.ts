interface Range {
  readonly type: string;
  readonly quality: number;
}

/** How far an Accept header takes a media type, 0 (not at all) to 1. No header takes everything. */
export function quality(accept: string | undefined, type: string): number {
  if (accept === undefined || accept.trim() === '') return 1;
  const ranges = accept.split(',').map(parsed);
  const [main] = type.split('/');
  // The most specific range decides, as RFC 9110 has it.
  const found = [type, `${main}/*`, '*/*']
    .map(wanted => ranges.find(range => range.type === wanted))
    .find(range => range !== undefined);
  return found?.quality ?? 0;
}

function parsed(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map(part => part.trim());
  const q = parameters.find(parameter => /^q=/i.test(parameter));
  const value = q === undefined ? 1 : Number(q.slice(2));
  return { type, quality: Number.isFinite(value) ? value : 0 };
}

/** The best of some types under an Accept header, the first of equals; undefined when none is acceptable. */
export function best(accept: string | undefined, types: readonly string[]): string | undefined {
  let chosen: string | undefined;
  let chosenQuality = 0;
  for (const type of types) {
    const q = quality(accept, type);
    if (q > chosenQuality) [chosen, chosenQuality] = [type, q];
  }
  return chosen;
}

/** Which of the languages a caller of Accept-Language prefers; the first where it names none of them. */
export function preferredLanguage<Language extends string>(
  header: string | undefined,
  languages: readonly [Language, ...Language[]],
): Language {
  const wanted = (header ?? '')
    .split(',')
    .map(parsed)
    .sort((a, b) => b.quality - a.quality)
    .map(range => range.type.toLowerCase().split('-')[0]);
  return (
    wanted.map(code => languages.find(language => language === code)).find(language => language !== undefined) ??
    languages[0]
  );
}
