import type { Spec } from '../contract/spec.ts';
import type { Selection } from './types.ts';

/** The endpoints that a selection names, in the contract's order. */
export const select = (selection: Selection, endpoints: readonly Spec[]): readonly Spec[] =>
  endpoints.filter(
    spec =>
      (selection.auth === undefined || spec.auth === selection.auth) &&
      (selection.method === undefined || spec.method === selection.method) &&
      (selection.body === undefined || spec.body === selection.body) &&
      (selection.group === undefined || selection.group.includes(spec.group)) &&
      (selection.signed === undefined || selection.signed === (spec.sign === 'unknown' || spec.sign.length > 0)) &&
      (selection.settled === undefined || spec.readings[selection.settled] === undefined) &&
      (selection.only === undefined || selection.only.includes(spec.endpoint)) &&
      !selection.except.includes(spec.endpoint),
  );
