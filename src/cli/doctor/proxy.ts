import { type Header, header } from '../../model/exchange.ts';

const MARKS = [
  'via',
  'x-cache',
  'x-served-by',
  'cf-ray',
  'x-envoy-upstream-service-time',
  'x-amz-cf-id',
  'x-azure-ref',
];
const SERVERS =
  /\b(nginx|openresty|envoy|caddy|haproxy|traefik|varnish|cloudflare|apache|iis|awselb|cloudfront|gws)\b/i;

/** What in the headers of an answer speaks of a proxy between here and the host: `via: 1.1 edge`, `server: nginx`. */
export function proxySigns(headers: readonly Header[]): readonly string[] {
  const server = header(headers, 'server');
  const marks = MARKS.flatMap(name => {
    const value = header(headers, name);
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  return server !== undefined && SERVERS.test(server) ? [`server: ${server}`, ...marks] : marks;
}
