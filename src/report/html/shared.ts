/*
 * Functions that run in two places: here when the report is written, and in the report's own script when evidence is
 * opened that was not written out. The script gets their source text under names of its own, so each may use only its
 * arguments.
 */
import type { Answer, SentRequest } from '../../model/exchange.ts';

/** JSON text with line breaks and indents; numbers, names and their order stay as they were sent. Other text stays as it is. */
export function prettyJson(text: string): string {
  if (text.length > 300_000 || !/^\s*[[{]/.test(text)) return text;
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const parts: string[] = [];
  let depth = 0;
  let opened = false;
  const breakLine = (): void => void parts.push(`\n${'  '.repeat(Math.min(depth, 30))}`);
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g)) {
    const closes = token === '}' || token === ']';
    if (closes) depth -= 1;
    if (opened !== closes) breakLine();
    opened = token === '{' || token === '[';
    if (opened) depth += 1;
    parts.push(token === ':' ? ': ' : token);
    if (token === ',') breakLine();
  }
  return parts.join('').trimStart();
}

/** A request as it went over the wire, its body indented. */
export function requestText(request: SentRequest, pretty: (text: string) => string): string {
  const path = request.url.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/';
  const headers = request.headers.map(([name, value]) => `${name}: ${value}`);
  const body = request.body === null || request.body.text === '' ? [] : ['', pretty(request.body.text)];
  return [`${request.method} ${path} HTTP/1.1`, ...headers, ...body].join('\n');
}

/** An answer as it came over the wire, its body indented. */
export function answerText(answer: Answer, pretty: (text: string) => string): string {
  const headers = answer.headers.map(([name, value]) => `${name}: ${value}`);
  const body = answer.body.text === '' ? [] : ['', pretty(answer.body.text)];
  return [`HTTP/1.1 ${answer.status}`, ...headers, ...body].join('\n');
}

/**
 * The request as a curl command for a shell; what was secret is a variable, numbers without quotes. A signature in it
 * works only once.
 */
export function curlCommand(request: SentRequest): string {
  const quoted = (text: string): string => {
    const safe = text.replaceAll("'", "'\\''");
    const named = safe.replace(
      /"«#([^»]*)»"|«([^»]*)»/g,
      (_all, number: string | undefined, text = '') =>
        `'"$${(number ?? text)
          .replace(/^api-/, 'neuron-api-')
          .replace(/[^A-Za-z0-9]+/g, '_')
          .toUpperCase()}"'`,
    );
    return `'${named}'`.replace(/^''(?=")|(?<=")''$/g, '');
  };
  const skipped = /^(host|content-length|connection)$/i;
  return [
    `curl -i -X ${request.method} ${quoted(request.url)}`,
    ...request.headers
      .filter(([name]) => !skipped.test(name))
      .map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`),
    ...(request.body === null || request.body.text === '' ? [] : [`  --data-binary ${quoted(request.body.text)}`]),
  ].join(' \\\n');
}

/** What of a body is missing or cannot be shown as text, in words; empty when nothing is. */
export function bodyRemark(body: {
  readonly truncated: boolean;
  readonly base64?: string;
  readonly bytes: number;
}): string {
  return [
    ...(body.truncated ? [`Reading stopped at the size limit, after ${body.bytes} bytes.`] : []),
    ...(body.base64 === undefined
      ? []
      : [`Not valid UTF-8. The bytes in base64: ${body.base64.slice(0, 400)}${body.base64.length > 400 ? '…' : ''}`]),
  ].join(' ');
}
