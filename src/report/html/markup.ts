import { withEntities } from '../entities.ts';
import { hasUnsafe, pictured, unsafeSplit, visible } from '../visible.ts';

/** Text that is HTML already. Only `html` and `raw` make it, so that a plain string can never be mistaken for it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, null and false are nothing. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

const inText = (text: string): string => withEntities(text, /[&<>]/g);
const inAttribute = (text: string): string => withEntities(text, /[&<>"']/g);

/** Text as HTML. Characters that would act or hide instead of being seen stand as marked names. */
export function escaped(text: string): string {
  if (!hasUnsafe(text)) return inText(text);
  return unsafeSplit(text)
    .map((part, index) => (index % 2 === 0 ? inText(part) : `<i class="ctl">${pictured(part)}</i>`))
    .join('');
}

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  if (part instanceof Markup) return part.text;
  let text = '';
  for (const one of part) text += rendered(one);
  return text;
}

/** True where what has been written so far ends inside a quoted attribute. */
const ATTRIBUTE = /="[^"<>]*$/;

/** A template whose values are escaped for the place where they stand, a text or an attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    text += typeof part === 'string' && ATTRIBUTE.test(strings[i] ?? '') ? attr(part).text : rendered(part);
    text += strings[i + 1] ?? '';
  }
  return new Markup(text);
}

/** HTML that this project wrote itself. */
export const raw = (text: string): Markup => new Markup(text);

/** Text for a quoted attribute. */
export const attr = (text: string): Markup => new Markup(inAttribute(visible(text)));

const nameOf = (kind: string, id: string): string => visible(`${kind}-${id}`).replace(/\s/g, '_');

/** The `id` of a place in the report: no blanks, nothing that acts. */
export const anchor = (kind: string, id: string): Markup => attr(nameOf(kind, id));

/** The fragment that leads to an `anchor`. */
export const link = (kind: string, id: string): Markup =>
  attr(`#${encodeURIComponent(nameOf(kind, id)).replaceAll('%2F', '/')}`);

/** The address when it is one of the web's, and nothing else: no other scheme may become a link. */
export const webAddress = (text: string): string | null => (/^https?:\/\/[^\s"'<>]+$/i.test(text) ? text : null);
