/** Counts events of a subject over a sliding time. */
export interface Rate {
  /** Counts one more; false when there are too many by now. */
  admits(subject: string, now: number): boolean;
}

export function rateInMemory(most: number, milliseconds: number): Rate {
  const events = new Map<string, readonly number[]>();
  return {
    admits: (subject, now) => {
      const recent = [...(events.get(subject) ?? []).filter(at => at > now - milliseconds), now].slice(-most - 1);
      events.set(subject, recent);
      return recent.length <= most;
    },
  };
}
