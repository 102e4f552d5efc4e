import type { Check } from '../checks/index.ts';
import type { Contract } from '../contract/catalogue.ts';
import type { Spec } from '../contract/spec.ts';
import { type CallStep, type Step, TEXT_ALTERATIONS, type Template, TOKEN_ALTERATIONS } from '../suite/index.ts';
import { checksOfCalls, checksOfReceive } from './emission.ts';
import type { PlannedStep } from './planned.ts';
import { targets } from './targets.ts';

interface Rules {
  readonly contract: Contract;
  readonly checks: readonly Check[];
  readonly checksOfCall: ReturnType<typeof checksOfCalls>;
}

/** Expands `over`, `each` and `times` into the steps that are run. */
export function expand(steps: readonly Step[], contract: Contract, checks: readonly Check[]): readonly PlannedStep[] {
  const rules = { contract, checks, checksOfCall: checksOfCalls(checks) };
  return steps.flatMap(step => expandStep(step, rules));
}

function expandStep(step: Step, rules: Rules): readonly PlannedStep[] {
  switch (step.verb) {
    case 'together':
      return [
        plain(
          step,
          [],
          step.steps.flatMap(child => expandStep(child, rules)),
        ),
      ];
    case 'receive':
      return [plain(step, checksOfReceive(step, rules.checks), [])];
    case 'wait':
      return [plain(step, [], [])];
    case 'call':
    case 'refuse':
      return targets(step, rules.contract).flatMap(({ spec, label }) =>
        variants(step).flatMap(({ variant, label: value }) =>
          Array.from({ length: step.times }, (_, index) => {
            const labels = [label, value, step.times > 1 ? String(index + 1) : ''].filter(text => text !== '');
            return request(step, spec, variant, labels.join(' '), rules);
          }),
        ),
      );
  }
}

const plain = (step: Step, checks: readonly string[], children: readonly PlannedStep[]): PlannedStep => ({
  id: step.id,
  title: step.title,
  step,
  spec: null,
  variant: [],
  checks,
  failedCredentials: 0,
  spends: NOTHING,
  children,
});

/** One request of a step. */
const request = (
  step: CallStep,
  spec: Spec,
  variant: PlannedStep['variant'],
  label: string,
  rules: Rules,
): PlannedStep => ({
  id: label === '' ? step.id : `${step.id}[${label}]`,
  title: label === '' ? step.title : `${step.title} [${label}]`,
  step,
  spec,
  variant,
  checks: rules.checksOfCall(step, spec),
  failedCredentials: step.spends.failedCredentials ?? failedCredentials(step, spec, variant),
  spends: spendsOf(step, spec),
  children: [],
});

const NOTHING: Spec['spends'] = { accounts: 0, mails: 0, messages: 0 };

/** What the contract says that a call leaves behind, it says of the call's own method. */
function spendsOf({ spends, with: { method } }: CallStep, spec: Spec): Spec['spends'] {
  const { accounts, mails, messages } = method === undefined ? spec.spends : NOTHING;
  return {
    accounts: spends.accounts ?? accounts,
    mails: spends.mails ?? mails,
    messages: spends.messages ?? messages,
  };
}

function variants(step: CallStep): readonly { variant: PlannedStep['variant']; label: string }[] {
  if (step.each.length === 0) return [{ variant: [], label: '' }];
  const seen = new Map<string, number>();
  return step.each.flatMap(({ path, values }) =>
    values.map(value => {
      const label = `${path}=${labelOf(value)}`;
      const nth = (seen.get(label) ?? 0) + 1;
      seen.set(label, nth);
      return { variant: [{ path, value }], label: nth === 1 ? label : `${label} #${nth}` };
    }),
  );
}

const LONGEST_LABEL = 24;

/** A text in the name of a step: short, on one line. */
const shown = (text: string): string =>
  text === '' ? '""' : text.slice(0, LONGEST_LABEL).replace(/\p{C}/gu, control => `\\u${hex(control)}`);

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');

function labelOf(value: Template): string {
  switch (value.kind) {
    case 'literal':
      return shown(String(value.value));
    case 'reference':
      return value.text;
    case 'text':
      return `text ${labelOf(value.of)}`;
    case 'altered':
      return `${value.way} ${labelOf(value.of)}`;
    case 'missing':
    case 'example':
      return value.kind;
    case 'list':
      return `list of ${value.items.length}`;
    case 'map':
      return `{${Object.keys(value.members).join(',')}}`;
  }
}

/** Failed credentials that a host counts for one such request: wrong signatures and well-formed wrong tokens. */
function failedCredentials(step: CallStep, spec: Spec, variant: PlannedStep['variant']): number {
  if (step.verb === 'call') return 0;
  const wrongSignature =
    spec.sign !== 'unknown' &&
    spec.sign.length > 0 &&
    (Object.keys(step.sign).length > 0 || variant.some(({ path }) => path.startsWith('sign.')));
  const token = variant.find(({ path }) => path === 'with.token')?.value ?? step.with.token;
  const sent = [...Object.values(step.send), ...variant.map(({ value }) => value)];
  return wrongSignature || wrongToken(token) || step.with.basic !== undefined || sent.some(isAltered) ? 1 : 0;
}

const counts = (way: unknown): boolean =>
  TEXT_ALTERATIONS.some(({ id }) => id === way) ||
  (TOKEN_ALTERATIONS.find(({ id }) => id === way)?.failedCredentials ?? 0) > 0;

const isAltered = (template: Template): boolean => template.kind === 'altered' && counts(template.way);

function wrongToken(token: Template | undefined): boolean {
  if (token?.kind === 'reference') return true;
  return token?.kind === 'literal' && counts(token.value);
}
