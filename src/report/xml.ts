import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text for an XML or HTML attribute; what XML cannot carry is shown by name. */
export const attribute = (text: string): string => visible(text).replace(/[&<>"'\n\t]/g, c => ENTITIES[c] ?? c);

/** Text for the content of an XML element. */
export const content = (text: string): string => visible(text).replace(/[&<>]/g, c => ENTITIES[c] ?? c);
