import { JsonSyntaxError } from '../json/reader.ts';

/** The members that are numbers, at the endpoints that suites touch. */
export const NUMBERS: ReadonlySet<string> = new Set(['seconds', 'maxCount', 'offset']);

export const isNumberText = (value: unknown): boolean => typeof value === 'string' && /^\d+$/.test(value);

/** The member names of the journey's endpoints, as the notation writes them. */
const NAMES = ['userName', 'eMail', 'phoneNr', 'apiKey', 'maxCount', 'bareJid', 'legalId', 'keyId', 'tabId'];

/** Gives the members of an object the letters that the notation has. */
export function inNotationCase(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const known = (name: string) =>
    NAMES.find(candidate => candidate.toLowerCase() === name.toLowerCase()) ??
    name.charAt(0).toLowerCase() + name.slice(1);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [known(name), member]));
}

/** Refuses an object with a member of some kind, as if it were no JSON. */
export function refusing(value: unknown, test: (member: unknown, name: string) => boolean): unknown {
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (members.some(([name, member]) => test(member, name))) throw new JsonSyntaxError('Invalid JSON.');
  return value;
}

/** What can be read of a text that ends too early. */
export function completed(readJson: (text: string) => unknown, text: string): unknown {
  if (!text.trimStart().startsWith('{')) return readJson(text);
  const comma = text.lastIndexOf(',');
  const attempts = [text, `${text}}`, `${text}"}`, ...(comma < 0 ? [] : [`${text.slice(0, comma)}}`]), '{}'];
  for (const attempt of attempts) {
    try {
      return readJson(attempt);
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
    }
  }
  return readJson(text);
}
