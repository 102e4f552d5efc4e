const OUTCOMES = { 0: 'pass', 1: 'fail', 2: 'could-not-test', 3: 'could-not-test', 4: 'suite-error' } as const;

type ExitOutcome = (typeof OUTCOMES)[keyof typeof OUTCOMES];

const isExit = (code: number): code is keyof typeof OUTCOMES => code in OUTCOMES;

/** The outcome that the exit code of a run or a comparison tells; one that none has is a fault of the suite. */
export const outcomeOfExit = (code: number): ExitOutcome => (isExit(code) ? OUTCOMES[code] : 'suite-error');
