import { XmlElement } from './xml/element.ts';

/** What a resource answers, before it is known whether it goes out as JSON or as XML. A Date is a point in time. */
export type Value = null | boolean | number | string | Date | XmlElement | readonly Value[] | ValueObject;

export interface ValueObject {
  readonly [member: string]: Value | undefined;
}

export const isMembers = (value: Value | undefined): value is ValueObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof XmlElement);
