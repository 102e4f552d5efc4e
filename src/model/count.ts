/** `1 change`, `2 changes`; the plural is given where an s does not make it. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
