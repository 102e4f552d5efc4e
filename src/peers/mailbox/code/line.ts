/** Where a line stands in the mail, the likeliest place for a code first. */
export type Region = 'body' | 'forwarded' | 'footer' | 'hidden' | 'quoted';

/** What a run of characters in a line looks like. */
export type Style = 'strong' | 'struck' | 'phone';

export interface Styled {
  readonly style: Style;
  readonly from: number;
  readonly to: number;
}

/** One line as a reader sees it. Cells of a table row are parted by tabs. */
export interface Line {
  readonly text: string;
  readonly part: 'text' | 'html' | 'subject';
  readonly region: Region;
  readonly styled: readonly Styled[];
}
