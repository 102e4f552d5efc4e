import type { RunEvent } from '../../model/event.ts';
import { Redactor } from '../../model/redaction.ts';
import { Secrets } from '../../model/secrets.ts';
import type { WriteResult } from '../write.ts';
import { endingLines } from './ending.ts';
import { eventJson, writtenJson } from './events.ts';
import { LiveTree } from './live.ts';
import { plainLines } from './plain.ts';
import { styleOf } from './style.ts';
import { writtenLines } from './written.ts';

/**
 * `live` redraws a tree in place (a terminal), `plain` adds lines (a log), `quiet` prints only the end, `json` prints one
 * JSON object per line and event.
 */
export type TerminalMode = 'live' | 'plain' | 'quiet' | 'json';

export interface TerminalOptions {
  readonly stream: { write(text: string): unknown; readonly columns?: number | undefined };
  readonly mode: TerminalMode;
  readonly colour: boolean;
  /** Nothing tainted is ever printed; the values may grow while the run goes on. */
  readonly secrets?: Secrets;
  /** The redactor of the run, where there is one. */
  readonly redactor?: Redactor;
  /** Milliseconds since the epoch; the system clock when absent. */
  readonly now?: () => number;
}

export interface TerminalReporter {
  /** Prints what an event of the run means. */
  onEvent(event: RunEvent): void;
  /** Prints the files that were written and what the scan for secrets found. */
  printWritten(result: WriteResult): void;
  /** Leaves the terminal as it was found; needed only where the run ended without `run-ended`. */
  close(): void;
}

const WIDTH = 100;
const NARROWEST = 60;
const FRAME_MS = 100;

export function terminalReporter({
  stream,
  mode,
  colour,
  secrets = new Secrets(),
  redactor = new Redactor(secrets),
  now = Date.now,
}: TerminalOptions): TerminalReporter {
  const style = styleOf(colour, text => redactor.text(text));
  const width = (): number => Math.max(NARROWEST, stream.columns ?? WIDTH);
  const say = (lines: readonly string[]): void => {
    if (lines.length > 0) stream.write(`${lines.map(line => redactor.text(line)).join('\n')}\n`);
  };

  const sayJson = (value: unknown): void => {
    stream.write(`${JSON.stringify(redactor.value(value))}\n`);
  };

  const tree = new LiveTree();
  let drawn = 0;
  let ticking: NodeJS.Timeout | undefined;
  let last = 0;
  const draw = (above: readonly string[]): void => {
    // Steps that take no time need not be seen one by one.
    if (above.length === 0 && now() - last < FRAME_MS / 2) return;
    last = now();
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[J`);
    say(above);
    const lines = tree.lines(now(), width(), style);
    say(lines);
    drawn = lines.length;
  };
  const close = (): void => {
    clearInterval(ticking);
    ticking = undefined;
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  };

  const ending = (event: RunEvent): void => {
    if (event.type === 'run-ended') say(endingLines(redactor.record(event.record), width(), style));
  };
  const modes: Readonly<Record<TerminalMode, (event: RunEvent) => void>> = {
    quiet: ending,
    plain(event) {
      say(plainLines(event, style));
      ending(event);
    },
    live(event) {
      ticking ??= setInterval(() => draw([]), FRAME_MS).unref();
      draw([...(event.type === 'run-started' ? plainLines(event, style) : []), ...tree.take(event, style)]);
      if (event.type === 'run-ended') close();
      ending(event);
    },
    json: event => sayJson(eventJson(event)),
  };
  return {
    onEvent: modes[mode],
    printWritten: result => (mode === 'json' ? sayJson(writtenJson(result)) : say(writtenLines(result, style))),
    close,
  };
}
