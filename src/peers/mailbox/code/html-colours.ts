/** The colours that an element gives to its text and to what is behind it, as `#rrggbb` where that can be told. */
export interface Colours {
  readonly text?: string;
  /** `null`: a picture or something else that cannot be compared. */
  readonly behind?: string | null;
}

/** What a mail is shown on when it does not say. */
export const PAGE: Colours = { behind: '#ffffff' };

/** Reads `style` (in lower case, without spaces) and the attributes of old. */
export function coloursOf(css: string, attributes: ReadonlyMap<string, string>): Colours {
  const text = lastOf(css, /(?:^|;)color:([^;!]+)/g) ?? attributes.get('color') ?? attributes.get('text');
  const behind = lastOf(css, /(?:^|;)background(?:-color)?:([^;!]+)/g) ?? attributes.get('bgcolor');
  const picture = attributes.has('background') || /(?:^|;)background[^;:]*:[^;]*(?:url|gradient)\(/.test(css);
  return {
    ...(text !== undefined && { text: plainColour(text) }),
    ...(picture
      ? { behind: null }
      : behind !== undefined && behind !== 'transparent' && { behind: plainColour(behind) }),
  };
}

/** Text in the colour of what it stands on. */
export const isUnseen = ({ text, behind }: Colours): boolean => text !== undefined && text === behind;

const lastOf = (css: string, declaration: RegExp): string | undefined => [...css.matchAll(declaration)].at(-1)?.[1];

function plainColour(written: string): string {
  const colour = written.trim().toLowerCase();
  const [, short] = /^#?([0-9a-f]{3})$/.exec(colour) ?? [];
  if (short !== undefined) return `#${[...short].map(digit => digit + digit).join('')}`;
  const [, ...parts] = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,1(?:\.0+)?)?\)$/.exec(colour) ?? [];
  if (parts.length === 3) return `#${parts.map(part => Number(part).toString(16).padStart(2, '0')).join('')}`;
  if (/^[0-9a-f]{6}$/.test(colour)) return `#${colour}`;
  return { white: '#ffffff', black: '#000000' }[colour] ?? colour;
}
