/** Who has to act on a result that is not a pass. */
export const BLAMES = ['host', 'contract', 'configuration', 'mailbox', 'network', 'suite'] as const;

export type Blame = (typeof BLAMES)[number];
