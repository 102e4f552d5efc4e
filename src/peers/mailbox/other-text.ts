import { isUtf8 } from 'node:buffer';
import type { AttachmentStream } from 'mailparser';

/** The text of a part that is neither `text/plain` nor `text/html`, and reads as one of them. */
export interface OtherText {
  readonly kind: 'text' | 'html';
  readonly text: string;
}

const TEXT = /^(?:text|text\/(?:plain|markdown|x-markdown|x-web-markdown))$/;
const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * Whether a part that the parser takes for an attachment is text to be read: Markdown, XHTML, or a type with a comment
 * or without its second half. Not when it has a file name or is called an attachment.
 */
export function kindOfOther(part: AttachmentStream): OtherText['kind'] | null {
  const type = part.contentType.replace(/\(.*$/s, '').trim().toLowerCase();
  if (part.filename !== undefined || part.headers.has('content-disposition')) return null;
  if (TEXT.test(type)) return 'text';
  return HTML.test(type) ? 'html' : null;
}

/** The parser leaves the charset of such parts alone. */
export const textOfOther = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
