import type { CallStep, Reading, SignOverride, Template, WithOverride } from '../suite/index.ts';
import type { PlannedStep } from './planned.ts';

/** What a step, its variant and the reading that is tried set, merged. */
export interface Overrides {
  readonly send: Readonly<Record<string, Template>>;
  readonly sign: SignOverride;
  readonly with: WithOverride;
}

export function overridesOf(step: CallStep, variant: PlannedStep['variant'], reading: Reading | null): Overrides {
  const start: Overrides = {
    send: { ...step.send, ...reading?.send },
    sign: { ...step.sign, ...reading?.sign },
    with: { ...step.with, ...reading?.with },
  };
  return variant.reduce(set, start);
}

function set(overrides: Overrides, { path, value }: PlannedStep['variant'][number]): Overrides {
  if (path === 'with.method' && value.kind === 'literal')
    return { ...overrides, with: { ...overrides.with, method: String(value.value) } };
  if (path.startsWith('with.'))
    return { ...overrides, with: { ...overrides.with, [path.slice('with.'.length)]: value } };
  if (path === 'sign.order') return { ...overrides, sign: { ...overrides.sign, order: orderOf(value) } };
  if (path.startsWith('sign.'))
    return { ...overrides, sign: { ...overrides.sign, [path.slice('sign.'.length)]: value } };
  return { ...overrides, send: { ...overrides.send, [path]: value } };
}

/** `reversed`, or a list of the parts to sign. */
const orderOf = (value: Template): 'reversed' | readonly string[] =>
  value.kind === 'list'
    ? value.items.flatMap(item => (item.kind === 'literal' ? [String(item.value)] : []))
    : 'reversed';
