/**
 * Does work that Ctrl-C, or whoever ends the service, stops by `stop`; the second time the process ends at once. The
 * listeners stay while it works: without any, libraries that watch for signals would end the process sooner.
 */
export async function interruptible<T>(work: (stop: AbortController) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let asked = false;
  const onSignal = (): void => {
    if (asked) process.exit(130);
    asked = true;
    stop.abort(new Error('interrupted'));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    return await work(stop);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/** Ends when somebody wants the process to end. */
export const askedToStop = (): Promise<void> =>
  new Promise(resolve => process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve()));
