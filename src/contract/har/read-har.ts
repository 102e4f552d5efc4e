/** One exchange of a HAR file, as far as it is judged. */
export interface HarExchange {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly status: number;
  readonly request: HarBody;
  readonly answer: HarBody;
}

/** A body and its media type in lower case; null where there is none. */
export type HarBody = { readonly type: string; readonly text: string } | null;

type Node = Readonly<Record<string, unknown>>;

/** Whether a JSON value looks like a HAR file. */
export const isHar = (value: unknown): boolean => Array.isArray(node(node(value).log).entries);

/** The exchanges of a HAR file whose path stands below `/Agent/`. */
export function readHar(har: unknown): readonly HarExchange[] {
  const { entries } = node(node(har).log);
  return (Array.isArray(entries) ? entries : []).map(readEntry).filter(({ path }) => path.startsWith('/Agent/'));
}

function readEntry(entry: unknown): HarExchange {
  const request = node(node(entry).request);
  const response = node(node(entry).response);
  const content = node(response.content);
  const text =
    content.encoding === 'base64' ? Buffer.from(String(content.text ?? ''), 'base64').toString() : content.text;
  const url = String(request.url ?? '');
  return {
    method: String(request.method ?? ''),
    url,
    path: URL.canParse(url) ? decoded(new URL(url).pathname) : '',
    status: Number(response.status ?? 0),
    request: body(node(request.postData).mimeType, node(request.postData).text),
    answer: body(content.mimeType, text),
  };
}

/** A path that is not well encoded stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function body(type: unknown, text: unknown): HarBody {
  if (typeof text !== 'string' || text === '') return null;
  return { type: (String(type ?? '').split(';')[0] ?? '').trim().toLowerCase(), text };
}

const node = (value: unknown): Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
