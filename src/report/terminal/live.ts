import type { RunEvent } from '../../model/event.ts';
import type { SuiteRecord } from '../../model/run-record.ts';
import { count, duration } from '../words.ts';
import { stepLine } from './plain.ts';
import { fitted, type Style } from './style.ts';

interface Running {
  readonly title: string;
  readonly steps: number;
  done: number;
  step: string;
  since: number;
  wait: { readonly what: string; readonly since: number; readonly deadline: number } | null;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Suites with more steps than this show only the steps that did not pass. */
const SHORT_SUITE = 40;

/** What runs at this moment: fed with events, read as lines to draw. */
export class LiveTree {
  readonly #running = new Map<string, Running>();
  readonly #sizes = new Map<string, number>();

  /** Takes an event in; gives lines that stay, to be printed above the tree. */
  take(event: RunEvent, style: Style): string[] {
    switch (event.type) {
      case 'run-started':
        for (const { id, steps } of event.suites) this.#sizes.set(id, steps);
        return [];
      case 'suite-started':
        this.#running.set(event.suite, {
          title: event.title,
          steps: this.#sizes.get(event.suite) ?? 0,
          done: 0,
          step: '',
          since: event.at,
          wait: null,
        });
        return [];
      case 'step-started':
        this.#update(event.suite, suite => {
          suite.step = event.title;
          suite.since = event.at;
          suite.wait = null;
        });
        return [];
      case 'waiting':
        this.#update(event.suite, suite => {
          suite.wait = { what: event.what, since: event.at, deadline: event.deadline };
        });
        return [];
      case 'step-ended':
        this.#update(event.suite, suite => {
          suite.done += 1;
          suite.wait = null;
        });
        return [];
      case 'suite-ended':
        this.#running.delete(event.record.id);
        return suiteLines(event.record, style);
      case 'run-ended':
        this.#running.clear();
        return [];
    }
  }

  /** The tree now, one line per running suite and one for its step, none longer than `width`. */
  lines(now: number, width: number, style: Style): string[] {
    const spinner = SPINNER[Math.floor(now / 100) % SPINNER.length] ?? '';
    return [...this.#running.values()].flatMap(suite => {
      const done = suite.steps > 0 ? `${suite.done}/${suite.steps}` : `${suite.done}`;
      const step =
        suite.wait === null
          ? `${style.shown(suite.step)} (${duration(now - suite.since)})`
          : `${style.shown(suite.step)}: ${duration(Math.max(0, suite.wait.deadline - now))} left for ${style.shown(suite.wait.what)} (${duration(now - suite.wait.since)} so far)`;
      return [
        style.bold(fitted(`${spinner} ${style.shown(suite.title)} ${done}`, width - 1)),
        ...(suite.step === '' ? [] : [style.dim(fitted(`  └ ${step}`, width - 1))]),
      ];
    });
  }

  #update(id: string, change: (suite: Running) => void): void {
    const suite = this.#running.get(id);
    if (suite !== undefined) change(suite);
  }
}

function suiteLines(suite: SuiteRecord, style: Style): string[] {
  const shown =
    suite.steps.length <= SHORT_SUITE ? suite.steps : suite.steps.filter(({ outcome }) => outcome !== 'pass');
  const head = `${style.sign(suite.outcome)} ${style.bold(style.shown(suite.title))} ${style.dim(`${count(suite.steps.length, 'step')}, ${duration(suite.endedAt - suite.startedAt)}`)}`;
  return [head, ...shown.map(step => `  ${stepLine(suite.id, step, style)}`)];
}
