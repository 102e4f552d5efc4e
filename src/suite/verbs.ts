/** What a step does; each has one. */
export const VERBS = ['call', 'refuse', 'receive', 'wait', 'together'] as const;
/** How it is done. */
export const MODIFIERS = [
  'id',
  'title',
  'as',
  'send',
  'sign',
  'with',
  'each',
  'over',
  'times',
  'within',
  'expect',
  'answers',
  'checks',
  'dialect',
  'proves',
  'spends',
  'for',
  'until',
  'language',
] as const;

/** The modifiers that go with each verb alone. */
export const BELONGS: Readonly<Record<(typeof VERBS)[number], readonly string[]>> = {
  call: ['as', 'send', 'sign', 'with', 'each', 'over', 'times', 'within', 'expect', 'answers', 'dialect', 'spends'],
  refuse: ['as', 'send', 'sign', 'with', 'each', 'over', 'times', 'within', 'expect', 'answers', 'dialect', 'spends'],
  receive: ['for', 'within', 'language'],
  wait: ['until'],
  together: [],
};

/** What every step may say, whatever its verb. */
const ANY_VERB = ['id', 'title', 'checks', 'proves'];

/** All that goes with a verb. */
export const modifiersOf = (verb: (typeof VERBS)[number]): readonly string[] => [...ANY_VERB, ...BELONGS[verb]];
