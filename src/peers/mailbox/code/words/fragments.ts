/**
 * The fragments of regular expressions in a list of words by language ("de nl: alte[rn]?=, oude="): parted by a comma
 * and a space.
 */
export const fragments = (list: string): string[] =>
  list
    .trim()
    .split('\n')
    .flatMap(line => line.slice(line.indexOf(': ') + 2).split(', '));
