import { readMediaType } from './media-type.ts';

/** Reads the parts of a multipart/form-data body as text by name; undefined when it does not follow the boundary. */
export function readMultipart(
  body: Buffer,
  boundary: string,
  decode: (bytes: Buffer) => string,
): Record<string, string> | undefined {
  const fields: Record<string, string> = Object.create(null);
  const delimiter = Buffer.from(`--${boundary}`);
  let at = body.indexOf(delimiter);
  if (boundary === '' || at < 0) return undefined;
  for (;;) {
    at += delimiter.length;
    if (body.subarray(at, at + 2).toString('latin1') === '--') return fields;
    const start = body.indexOf('\r\n', at) + 2;
    const end = body.indexOf(delimiter, start);
    const split = body.indexOf('\r\n\r\n', start);
    if (start < 2 || end < 0 || split < 0 || split > end) return undefined;
    const name = partName(body.subarray(start, split).toString('utf8'));
    if (name !== undefined) fields[name] = decode(body.subarray(split + 4, end - 2));
    at = end;
  }
}

function partName(headers: string): string | undefined {
  const line = headers.split('\r\n').find(header => /^content-disposition:/i.test(header));
  return line === undefined ? undefined : readMediaType(line.slice(line.indexOf(':') + 1)).parameters.get('name');
}
