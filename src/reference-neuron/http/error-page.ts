import { STATUS_CODES } from 'node:http';
import { escapeXml } from '../xml/text.ts';

/** The page that a browser gets in place of an error text. */
export function errorPage(status: number, text: string): string {
  const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
  const message = text === '' ? '' : `<p>${escapeXml(text)}</p>`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${message}</body></html>`;
}
