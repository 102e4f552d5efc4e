import type { Json } from '../model/json.ts';

/** Names that stand where a number was, and so are no JSON as they are: `"code":«code:alice»`. */
const BARE = /(?<=[:[,]\s*)«([^»"]*)»(?=\s*[,\]}])/g;

/** JSON text in which bare names of secrets are marked texts: `"«#code:alice»"`. */
export const quotedNames = (text: string): string => (text.includes('«') ? text.replace(BARE, '"«#$1»"') : text);

/** The value of a recorded JSON body; undefined where it is no JSON. A secret number is the text `«#name»`. */
export function readableBody(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(quotedNames(text));
    return value;
  } catch {
    return undefined;
  }
}
