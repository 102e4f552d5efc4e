/** Members that a contract names, at all depths; null where any value may stand, so that nothing in it is undocumented. */
export type Shape = null | { readonly [member: string]: Shape };

/** RFC 6901 pointers of the members of a value that its shape does not name; list elements share one shape. */
export function undocumentedMembers(shape: Shape | undefined, value: unknown, pointer = ''): readonly string[] {
  if (shape === undefined || shape === null || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => undocumentedMembers(shape, item, `${pointer}/${index}`));
  return Object.entries(value).flatMap(([name, held]) => {
    const here = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return Object.hasOwn(shape, name) ? undocumentedMembers(shape[name], held, here) : [here];
  });
}

export const isShapes = (value: unknown): value is Readonly<Record<string, Shape>> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isShape);

const isShape = (value: unknown): value is Shape => value === null || isShapes(value);
