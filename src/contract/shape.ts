/** Members that a contract names, at all depths; null where any value may stand, so that nothing in it is undocumented. */
export type Shape = null | { readonly [member: string]: Shape };

/** RFC 6901 pointers of the members of a value that its shape does not name; list elements share one shape. */
export function undocumentedMembers(shape: Shape | undefined, value: unknown): readonly string[] {
  const found: string[] = [];
  collect(shape, value, '', found);
  return found;
}

function collect(shape: Shape | undefined, value: unknown, pointer: string, found: string[]): void {
  if (shape === undefined || shape === null || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(shape, item, `${pointer}/${index}`, found);
    });
    return;
  }
  for (const [name, held] of Object.entries(value)) {
    const here = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (Object.hasOwn(shape, name)) collect(shape[name], held, here, found);
    else found.push(here);
  }
}

export const isShapes = (value: unknown): value is Readonly<Record<string, Shape>> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isShape);

const isShape = (value: unknown): value is Shape => value === null || isShapes(value);
