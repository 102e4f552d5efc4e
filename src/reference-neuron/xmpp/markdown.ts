import { XmlElement } from '../xml/element.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const SPAN = /\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|_([^_\n]+)_|`([^`\n]+)`/g;
const HEADING = /^(#{1,6})\s+(.*)$/s;

/** The text that is left when emphasis and headings are taken away. */
export const textOfMarkdown = (markdown: string): string =>
  markdown
    .replaceAll(/^#{1,6}\s+/gm, '')
    .replaceAll(SPAN, (_, ...groups: (string | undefined)[]) => groups.slice(0, 4).join(''));

/** A body of paragraphs and headings, with strong, emphasised and code text. */
export const htmlOfMarkdown = (markdown: string): XmlElement =>
  new XmlElement(
    'body',
    XHTML,
    [],
    markdown
      .split(/\n{2,}/)
      .filter(block => block.trim() !== '')
      .map(blockOf),
  );

function blockOf(text: string): XmlElement {
  const heading = HEADING.exec(text);
  return heading === null
    ? new XmlElement('p', XHTML, [], spansOf(text))
    : new XmlElement(`h${heading[1]?.length ?? 1}`, XHTML, [], spansOf(heading[2] ?? ''));
}

function spansOf(text: string): (XmlElement | string)[] {
  const spans: (XmlElement | string)[] = [];
  let at = 0;
  for (const found of text.matchAll(SPAN)) {
    if (found.index > at) spans.push(text.slice(at, found.index));
    const [whole, strong, star, underline, code] = found;
    const name = strong !== undefined ? 'strong' : code !== undefined ? 'code' : 'em';
    spans.push(new XmlElement(name, XHTML, [], [strong ?? star ?? underline ?? code ?? '']));
    at = found.index + whole.length;
  }
  if (at < text.length) spans.push(text.slice(at));
  return spans;
}
