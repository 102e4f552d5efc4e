/**
 * The beginning of a text, at most so many characters. It ends between words: half a password would be one that no
 * redaction knows. Characters of tokens and of base64 count as parts of a word.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[^\s"'<>{}()[\],;:|]*$/, '')}…`;
}
