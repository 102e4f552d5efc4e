import type { Json } from '../model/json.ts';

/** The value of a recorded JSON body; undefined where it is no JSON. A secret number is the text `«#name»`. */
export function readableBody(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
