/** A stream that a reporter writes to. */
export interface Batched {
  write(text: string): void;
  readonly columns?: number;
  /** Writes what has gathered. */
  flush(): void;
}

/**
 * Gathers what is written within some milliseconds into one write: into a pipe, each one is a system call and wakes a
 * reader, which a run of many short steps feels.
 */
export function batched(stream: { write(text: string): unknown }, milliseconds = 50): Batched {
  let gathered = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (gathered !== '') stream.write(gathered);
    gathered = '';
  };
  return {
    write: text => {
      gathered += text;
      timer ??= setTimeout(flush, milliseconds);
    },
    flush,
  };
}
