export interface MediaType {
  /** As it was written: the framework compares types with regard to case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a Content-Type or Content-Disposition header; parameter names are folded to lower case. */
export function readMediaType(header: string): MediaType {
  const [type = '', ...rest] = header.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(part => part.trim());
  const parameters = rest.flatMap(part => {
    const equals = part.indexOf('=');
    if (equals < 0) return [];
    return [[part.slice(0, equals).trim().toLowerCase(), unquoted(part.slice(equals + 1).trim())] as const];
  });
  return { type, parameters: new Map(parameters) };
}

const unquoted = (text: string): string =>
  /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : text;
