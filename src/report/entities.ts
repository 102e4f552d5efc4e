const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** The text with characters of a class written as entities, which HTML and XML read alike. */
export const withEntities = (text: string, characters: RegExp): string =>
  text.replace(characters, character => ENTITIES[character] ?? character);
