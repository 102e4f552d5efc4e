import { pictured, unsafeSplit, visible } from '../visible.ts';

/** Text that is HTML already. Only `html` and `raw` make it, so that a plain string can never be mistaken for it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, null and false are nothing. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

const SPECIAL = /[&<>"']|[^\n\t\u0020-\u007e]/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML. Characters that would act or hide instead of being seen stand as marked names. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return unsafeSplit(text)
    .map((part, index) =>
      index % 2 === 0 ? part.replace(/[&<>"']/g, c => ENTITIES[c] ?? c) : `<i class="ctl">${pictured(part)}</i>`,
    )
    .join('');
}

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  if (part instanceof Markup) return part.text;
  return part.map(rendered).join('');
}

/** A template whose values are escaped. Values in attributes must be made with `attr`, `id` or `href`. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += rendered(part) + (strings[index + 1] ?? '');
  return new Markup(text);
}

/** HTML that this project wrote itself. */
export const raw = (text: string): Markup => new Markup(text);

/** Text for a quoted attribute. */
export const attr = (text: string): Markup =>
  new Markup(
    unsafeSplit(text)
      .map((part, index) => (index % 2 === 0 ? part.replace(/[&<>"']/g, c => ENTITIES[c] ?? c) : pictured(part)))
      .join(''),
  );

const nameOf = (kind: string, id: string): string => visible(`${kind}-${id}`).replace(/\s/g, '_');

/** The `id` of a place in the report: no blanks, nothing that acts. */
export const anchor = (kind: string, id: string): Markup => attr(nameOf(kind, id));

/** The fragment that leads to an `anchor`. */
export const link = (kind: string, id: string): Markup =>
  attr(`#${encodeURIComponent(nameOf(kind, id)).replaceAll('%2F', '/')}`);

/** The address when it is one of the web's, and nothing else: no other scheme may become a link. */
export const webAddress = (text: string): string | null => (/^https?:\/\/[^\s"'<>]+$/i.test(text) ? text : null);
