import { createHash } from 'node:crypto';
import { type Markup, raw, html as template } from './markup.ts';
import { STYLE } from './style/index.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only our own style and script, by their hashes; no address of any kind; no text ever turned into markup by script. */
const policy = (script: string | null): string =>
  [
    "default-src 'none'",
    `style-src ${hash(STYLE)}`,
    `script-src ${script === null ? "'none'" : hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "trusted-types 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** A value as data in the page; nothing in it can end the script element. */
export const dataElement = (id: string, text: string): Markup =>
  raw(`<script type="application/json" id="${id}">${text.replaceAll('<', '\\u003c')}</script>`);

export interface PageParts {
  readonly title: string;
  readonly body: Markup;
  readonly data: Markup;
  /** Our own script; null where the page needs none. */
  readonly script: string | null;
}

/** One file that opens from disk and needs no network. */
export const page = ({ title, body, data, script }: PageParts): string =>
  template`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy(script))}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${raw(STYLE)}</style></head>
<body>${body}
${data}
${script === null ? null : template`<script>${raw(script)}</script>`}</body></html>
`.text;
