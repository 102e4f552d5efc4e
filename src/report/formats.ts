/** What a run can be written as, in the order in which it is. */
export const FORMATS = ['html', 'json', 'junit', 'har', 'ctrf', 'markdown'] as const;

/** What a run is written as unless it is told otherwise. */
export const DEFAULT_FORMATS: readonly (typeof FORMATS)[number][] = ['html', 'json', 'junit', 'har'];
