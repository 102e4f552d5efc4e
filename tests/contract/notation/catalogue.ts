import { readFileSync } from 'node:fs';

interface Published {
  readonly request?: string;
  readonly answer?: string;
  readonly variants?: readonly string[];
  readonly xmlRequest?: string;
  readonly xmlAnswer?: string;
}

const catalogue: Readonly<Record<string, Published>> = JSON.parse(
  readFileSync(new URL('../../data/catalogue-patterns.json', import.meta.url), 'utf8'),
);

/** Every published pattern in JSON form, with the endpoint and the part that it describes. */
export const jsonPatterns: readonly (readonly [name: string, text: string])[] = Object.entries(catalogue).flatMap(
  ([id, { request, answer, variants = [] }]) => [
    ...(request === undefined ? [] : [[`${id} request`, request] as const]),
    ...(answer === undefined ? [] : [[`${id} answer`, answer] as const]),
    ...variants.map((text, index) => [`${id} variant ${index + 1}`, text] as const),
  ],
);

/** Every published pattern in XML form. */
export const xmlPatterns: readonly (readonly [name: string, text: string])[] = Object.entries(catalogue).flatMap(
  ([id, { xmlRequest, xmlAnswer }]) => [
    ...(xmlRequest === undefined ? [] : [[`${id} request`, xmlRequest] as const]),
    ...(xmlAnswer === undefined ? [] : [[`${id} answer`, xmlAnswer] as const]),
  ],
);
