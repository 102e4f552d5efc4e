/** A table whose cells are already Markdown; bars and line breaks in them are made harmless. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const list = (items: readonly string[]): string =>
  items.map(item => `- ${item.replaceAll(/\s*\n\s*/g, ' ')}`).join('\n');

export const code = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** The anchor that readers of Markdown give a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\- _]/gu, '')
    .replaceAll(' ', '-');

/** Blocks with an empty line between them; empty blocks vanish. */
export const blocks = (parts: readonly string[]): string => parts.filter(part => part !== '').join('\n\n');
