import type { Spec } from '../spec.ts';

/** The endpoint that a method and a path address; paths without parameters win over those with. */
export function endpointAt(endpoints: readonly Spec[], method: string, path: string): Spec | undefined {
  const fitting = endpoints.filter(spec => spec.method === method && matches(spec.path, path));
  return fitting.find(spec => !spec.path.includes('{')) ?? fitting[0];
}

/** A parameter at the end of a path takes all that follows, any other takes one segment. */
function matches(template: string, path: string): boolean {
  const parts = template.split(/\{[^}]*\}/);
  if (parts.length === 1) return template === path;
  const last = parts.length - 1;
  const between = (index: number): string => (index === last - 1 && parts[last] === '' ? '.+' : '[^/]+');
  const source = parts.map((part, index) => literally(part) + (index < last ? between(index) : '')).join('');
  return new RegExp(`^${source}$`).test(path);
}

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
