import { isMembers, type Value, type ValueObject } from './value.ts';

type Edit = (members: ValueObject, name: string) => ValueObject;

/** Edits the object that holds the member at a dotted path; lists on the way are edited item by item. */
export function edit(value: ValueObject, path: string, change: Edit): ValueObject {
  const dot = path.indexOf('.');
  if (dot < 0) return change(value, path);
  const name = path.slice(0, dot);
  const inner = (item: Value): Value => (isMembers(item) ? edit(item, path.slice(dot + 1), change) : item);
  const held = value[name];
  if (held === undefined) return value;
  return { ...value, [name]: Array.isArray(held) ? held.map(inner) : inner(held) };
}

/** Replaces the member at a path, where it is. */
export const replacing =
  (path: string, to: (value: Value) => Value | undefined) =>
  (value: ValueObject): ValueObject =>
    edit(value, path, (members, name) => {
      const held = members[name];
      return held === undefined ? members : { ...members, [name]: to(held) };
    });

/** Gives the member at a path another name, where it is. */
export const renaming =
  (path: string, to: string) =>
  (value: ValueObject): ValueObject =>
    edit(value, path, (members, name) => {
      const { [name]: held, ...others } = members;
      return held === undefined ? members : { ...others, [to]: held };
    });
