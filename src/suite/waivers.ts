import { didYouMean } from '../model/guess.ts';
import type { Position } from './error.ts';
import type { Vocabulary } from './vocabulary.ts';
import { YamlSource } from './yaml-source.ts';

/** An accepted known failure. */
export interface Waiver {
  readonly at: Position;
  readonly check: string;
  readonly requirement: string;
  /** Of the finding, as the report prints it. */
  readonly fingerprint: string;
  readonly owner: string;
  readonly issue: string;
  /** The last day on which it holds, `2026-12-31`. */
  readonly expires: string;
  /** The beginning of that day, milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly reason: string;
}

const MEMBERS = ['check', 'requirement', 'fingerprint', 'owner', 'issue', 'expires', 'reason'] as const;

/** Reads `waivers.yaml`: a list. Every member is needed; unknown checks and requirements are mistakes, with a guess. */
export function parseWaivers(text: string, file: string, vocabulary: Vocabulary): readonly Waiver[] {
  const source = new YamlSource(file, text);
  return source.list(source.root, 'the waivers').map(node => {
    const members = source.members(node, 'a waiver', MEMBERS);
    const read = (name: (typeof MEMBERS)[number]): string => {
      const entry = members.get(name);
      if (entry === undefined)
        return source.fail(node, `the waiver has no "${name}".`, `A waiver has ${MEMBERS.join(', ')}.`);
      return String(source.scalar(entry.value, name).value);
    };
    const known = (name: 'check' | 'requirement', all: readonly string[]): string => {
      const said = read(name);
      if (!all.includes(said))
        source.fail(
          members.get(name)?.value ?? node,
          `there is no ${name} "${said}".${didYouMean(said, all)}`,
          `Copy it from the report.`,
        );
      return said;
    };
    const expires = read('expires');
    const expiresAt = Date.parse(`${expires}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(expiresAt))
      source.fail(members.get('expires')?.value ?? node, `the date "${expires}" is none.`, 'Write it like 2026-12-31.');
    const fingerprint = read('fingerprint');
    if (!/^[0-9a-f]{16}$/.test(fingerprint))
      source.fail(
        members.get('fingerprint')?.value ?? node,
        `"${fingerprint}" is no fingerprint.`,
        'Copy the sixteen hex digits of the finding from the report; put them in quotes.',
      );
    return {
      at: source.at(node),
      check: known('check', vocabulary.checks),
      requirement: known('requirement', vocabulary.requirements),
      fingerprint,
      owner: read('owner'),
      issue: read('issue'),
      expires,
      expiresAt,
      reason: read('reason'),
    };
  });
}
