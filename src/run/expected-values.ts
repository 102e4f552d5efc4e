import type { CallStep, Matcher, Template } from '../suite/index.ts';
import { resolve, type Values } from './resolve.ts';

/** Throws Unresolved when what a step expects names a value that is not there: then nothing is sent for it. */
export function requireExpected({ expect, answers, dialect }: CallStep, values: Values): void {
  const readings = Object.values(dialect).flatMap(reading => Object.values(reading).map(each => each.expect));
  const matchers = [expect, ...Object.values(answers?.headers ?? {}), ...readings];
  const templates = matchers.flatMap(matcher => (matcher === null ? [] : templatesOf(matcher)));
  for (const template of templates) resolve(template, values, undefined);
}

function templatesOf(matcher: Matcher): readonly Template[] {
  switch (matcher.kind) {
    case 'equals':
    case 'not':
      return [matcher.template];
    case 'one-of':
      return matcher.templates;
    case 'list':
      return matcher.items.flatMap(templatesOf);
    case 'object':
      return Object.values(matcher.members).flatMap(templatesOf);
    default:
      return [];
  }
}
