import { cut } from '../model/cut.ts';
import type { Judgement } from '../model/finding.ts';
import { isObject, type Json, type JsonObject, pointerToken } from '../model/json.ts';
import type { Matcher } from '../suite/index.ts';
import { resolve, type Values } from './resolve.ts';

/** Where a value differs from an expectation. `null` and a member that is absent are the same: hosts write either. */
export function match(matcher: Matcher, value: Json | undefined, values: Values, pointer = ''): readonly Judgement[] {
  const differs = (expected: Json, words: string): readonly Judgement[] => [
    {
      message: `${pointer === '' ? 'The answer' : `"${pointer}"`} is ${show(value)}; expected ${words}.`,
      expected,
      actual: value ?? null,
      pointer,
    },
  ];
  const given = value ?? null;
  switch (matcher.kind) {
    case 'any':
      return [];
    case 'present':
      return given === null ? differs('a value', 'a value') : [];
    case 'missing':
      return given === null ? [] : differs(null, 'nothing');
    case 'empty':
      return given === null || given === '' || (typeof given === 'object' && Object.keys(given).length === 0)
        ? []
        : differs(null, 'nothing in it');
    case 'equals': {
      const wanted = resolve(matcher.template, values, undefined) ?? null;
      return same(given, wanted) ? [] : differs(wanted, show(wanted));
    }
    case 'not': {
      const unwanted = resolve(matcher.template, values, undefined) ?? null;
      return same(given, unwanted) ? differs(`not ${show(unwanted)}`, 'another value') : [];
    }
    case 'like':
      return typeof given === 'string' && new RegExp(matcher.regex, 'u').test(given)
        ? []
        : differs(`text like ${matcher.regex}`, `text like ${matcher.regex}`);
    case 'one-of': {
      const wanted = matcher.templates.map(template => resolve(template, values, undefined) ?? null);
      return wanted.some(item => same(given, item)) ? [] : differs(wanted, `one of ${wanted.map(show).join(', ')}`);
    }
    case 'between':
      return typeof given === 'number' && given >= matcher.low && given <= matcher.high
        ? []
        : differs(`${matcher.low} to ${matcher.high}`, `a number from ${matcher.low} to ${matcher.high}`);
    case 'list':
      if (!Array.isArray(given) || given.length !== matcher.items.length)
        return differs(`a list of ${matcher.items.length}`, `a list of ${matcher.items.length}`);
      return matcher.items.flatMap((item, index) => match(item, given[index], values, `${pointer}/${index}`));
    case 'object':
      if (!isObject(given)) return differs('an object', 'an object');
      return Object.entries(matcher.members).flatMap(([name, member]) =>
        match(member, Object.hasOwn(given, name) ? given[name] : undefined, values, `${pointer}/${pointerToken(name)}`),
      );
  }
}

const show = (value: Json | undefined): string => (value === undefined ? 'absent' : cut(JSON.stringify(value), 120));

function same(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index] ?? null));
  if (!isObject(a) || !isObject(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every(name => same(own(a, name), own(b, name)));
}

/** A member, and null for none: what an object inherits is no member. */
const own = (value: JsonObject, name: string): Json => (Object.hasOwn(value, name) ? (value[name] ?? null) : null);
