import { isScalar, type Node } from 'yaml';
import type { Pattern, XmlPattern } from '../notation/ast.ts';
import { NotationError, parsePattern, parseXmlPattern } from '../notation/index.ts';
import type { YamlFile } from './yaml-file.ts';

/** A notation text and what it parses to; no pattern where there is no text, or where it cannot be read. */
export interface Notated<Tree> {
  readonly text: string | null;
  readonly pattern: Tree | null;
}

export const readPattern = (file: YamlFile, node: Node | undefined, what: string): Notated<Pattern> =>
  read(file, node, what, parsePattern);

export const readXmlPattern = (file: YamlFile, node: Node | undefined, what: string): Notated<XmlPattern> =>
  read(file, node, what, parseXmlPattern);

/** Parses a notation text; a syntax error is reported where it stands in the YAML file. */
function read<Tree>(
  file: YamlFile,
  node: Node | undefined,
  what: string,
  parse: (text: string) => Tree,
): Notated<Tree> {
  if (node === undefined) return { text: null, pattern: null };
  const text = isScalar(node) && typeof node.value === 'string' ? node.value : file.text(node, what);
  if (text === '') return { text: null, pattern: null };
  try {
    return { text: text.trim(), pattern: parse(text) };
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    file.problems.push({
      place: file.placeIn(node, error.line, error.column),
      message: `${what}: expected ${error.expected}, got ${error.got}.`,
    });
    return { text: text.trim(), pattern: null };
  }
}

/** Whether a text could not be read, so that what depends on its members cannot be judged. */
export const isBroken = ({ text, pattern }: Notated<unknown>): boolean => text !== null && pattern === null;
