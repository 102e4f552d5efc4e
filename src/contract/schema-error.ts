/** How a value breaks a schema; ajv's words, trimmed to what a finding needs. */
export interface SchemaError {
  /** RFC 6901 pointer to the offending value; for a missing or undocumented member, to where it is or should be. */
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
  readonly expected: unknown;
}

/** The part of ajv's error object that the build keeps. */
export interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Turns ajv's errors into ours: one for each thing that is wrong, with a message in plain words. */
export function schemaErrors(errors: readonly AjvError[]): readonly SchemaError[] {
  return foldAlternatives(errors).map(error => ({
    pointer: pointerOf(error),
    keyword: error.keyword,
    ...describe(error),
  }));
}

/** What is wrong with an alternative that was not meant. */
const UNMEANT = new Set(['anyOf', 'type', 'const', 'not']);

/**
 * Where alternatives were tried, ajv lists what is wrong with each of them. A reader needs what is wrong with the one
 * whose type fits; and when none fits, one error that names all types.
 */
function foldAlternatives(errors: readonly AjvError[]): readonly AjvError[] {
  const tried = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath));
  if (tried.size === 0) return errors;
  const meant = errors.filter(error => !tried.has(error.instancePath) || !UNMEANT.has(error.keyword));
  const unfit = [...tried].filter(path => !meant.some(({ instancePath }) => `${instancePath}/`.startsWith(`${path}/`)));
  return [...meant, ...unfit.map(path => typeError(path, errors))];
}

function typeError(path: string, errors: readonly AjvError[]): AjvError {
  const types = errors
    .filter(error => error.instancePath === path && error.keyword === 'type')
    .flatMap(({ params }) => typesOf(params));
  return { instancePath: path, keyword: 'type', params: { type: [...new Set(types)].join(' or ') } };
}

function pointerOf({ instancePath, params }: AjvError): string {
  const member = params.missingProperty ?? params.additionalProperty;
  return member === undefined
    ? instancePath
    : `${instancePath}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function describe({ keyword, params }: AjvError): Pick<SchemaError, 'message' | 'expected'> {
  switch (keyword) {
    case 'type': {
      const types = typesOf(params).join(' or ');
      return { message: `must be ${types}`, expected: types };
    }
    case 'required':
      return { message: `must have the member ${String(params.missingProperty)}`, expected: 'present' };
    case 'additionalProperties':
      return {
        message: `must not have the undocumented member ${String(params.additionalProperty)}`,
        expected: 'absent',
      };
    case 'enum':
      return { message: `must be one of ${JSON.stringify(params.allowedValues)}`, expected: params.allowedValues };
    case 'const':
      return { message: `must be ${JSON.stringify(params.allowedValue)}`, expected: params.allowedValue };
    case 'format':
      return { message: `must be written as ${String(params.format)}`, expected: params.format };
    case 'pattern':
      return { message: `must match ${String(params.pattern)}`, expected: params.pattern };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return {
        message: `must be ${String(params.comparison)} ${String(params.limit)}`,
        expected: `${params.comparison} ${params.limit}`,
      };
    default:
      return { message: `breaks ${keyword}`, expected: params };
  }
}

const typesOf = ({ type }: AjvError['params']): readonly string[] =>
  Array.isArray(type) ? type.map(String) : [String(type)];
