import { type Colours, coloursOf } from './html-colours.ts';
import type { StyleSheet } from './html-styles.ts';
import type { Region, Style } from './line.ts';

/** What an element does to the text inside it. */
export interface Effect {
  readonly style?: Style;
  readonly region?: Region;
  /** Starts and ends a line. */
  readonly block: boolean;
  /** A table cell, parted from the one before it. */
  readonly cell: boolean;
  readonly colours: Colours;
  /** Shows its text backwards. */
  readonly reversed: boolean;
  /** Line ends in the source are line ends on the screen. */
  readonly preformatted: boolean;
}

type Attributes = ReadonlyMap<string, string>;

const BLOCKS =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/;
const STRONG = /^(?:b|strong|h[1-6]|code|kbd|samp|mark|tt|big|th)$/;
const STRUCK = /^(?:s|strike|del)$/;
const QUOTE_CLASS = /gmail_quote|yahoo_quoted|moz-cite|protonmail_quote|zmail_extra|OutlookMessageHeader/i;
const QUOTE_ID = /^(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|isForwardContent)$/i;

/** Reads what can be known of an element without laying it out: its name, its own and its classes' style, attributes. */
export function effectOf(name: string, attributes: Attributes, sheet: StyleSheet): Effect {
  const css = cssOf(name, attributes, sheet);
  const overridden = css.includes('direction:rtl') && css.includes('bidi-override');
  const style = styleOf(name, attributes, css);
  const region = regionOf(name, attributes, css);
  return {
    ...(style && { style }),
    ...(region && { region }),
    block: BLOCKS.test(name) && !/(?:^|;)(?:display:inline|float:)/.test(css),
    cell: name === 'td' || name === 'th',
    colours: coloursOf(css, attributes),
    reversed: overridden || (name === 'bdo' && attributes.get('dir') === 'rtl'),
    preformatted: name === 'pre' || css.includes('white-space:pre'),
  };
}

/** Lower case, without spaces, the element's own declarations last: name, classes, id, `style`. */
function cssOf(name: string, attributes: Attributes, sheet: StyleSheet): string {
  const classes = (attributes.get('class') ?? '').split(/\s+/).map(each => `.${each}`);
  const given = [name, ...classes, `#${attributes.get('id') ?? ''}`].map(key => sheet.get(key) ?? '');
  return `${given.join('')}${attributes.get('style') ?? ''}`.toLowerCase().replace(/\s+/g, '');
}

function styleOf(name: string, attributes: Attributes, css: string): Style | undefined {
  if (STRUCK.test(name) || css.includes('line-through')) return 'struck';
  if (name === 'a' && /^\s*(?:tel|sms|callto):/i.test(attributes.get('href') ?? '')) return 'phone';
  if (STRONG.test(name) || /font-weight:(?:bold|[6-9]00)|letter-spacing:(?!0|normal)/.test(css)) return 'strong';
  return largeType(css) || (name === 'font' && /^(?:\+[1-9]|[4-7])/.test(attributes.get('size') ?? ''))
    ? 'strong'
    : undefined;
}

/** 20 px and more stands out in a mail, whose text has 12 to 16. */
function largeType(css: string): boolean {
  const [, size = '0', unit] = /font-size:([\d.]+)(px|pt|em|rem|%)/.exec(css) ?? [];
  const least = { px: 20, pt: 15, em: 1.3, rem: 1.3, '%': 130 }[unit ?? ''];
  return least !== undefined && Number(size) >= least;
}

function regionOf(name: string, attributes: Attributes, css: string): Region | undefined {
  if (attributes.has('hidden') || HIDDEN.test(css)) return 'hidden';
  if (name === 'blockquote' && /^cite$/i.test(attributes.get('type') ?? '')) return 'quoted';
  if (QUOTE_CLASS.test(attributes.get('class') ?? '') || QUOTE_ID.test(attributes.get('id') ?? '')) return 'quoted';
  return name === 'footer' || /^(?:footer|signature|gmail_signature)$/i.test(attributes.get('class') ?? '')
    ? 'footer'
    : undefined;
}

const HIDDEN =
  /display:none|visibility:hidden|mso-hide:all|(?:^|;)opacity:0(?:\.0*)?(?:;|!|$)|font-size:(?:0(?:\.0+)?[a-z%]*|(?:0?\.\d+|[12](?:\.\d+)?)(?:px|pt)|[12]%)(?:;|!|$)|(?:^|;)clip:rect\(0(?:px)?,0|clip-path:(?:inset\((?:50|100)%|circle\(0)|scale\(0(?:,0)?\)|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;|!|$)|(?:^|;)color:(?:transparent|rgba\([^)]*,0(?:\.0+)?\))|(?:left|top|text-indent):-\d{3,}/;
