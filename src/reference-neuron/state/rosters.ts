/** How far two accounts see each other: not at all, one the other, or both. */
export const SUBSCRIPTIONS = ['None', 'To', 'From', 'Both'] as const;
export type Subscription = (typeof SUBSCRIPTIONS)[number];

/** A contact of an account. */
export interface Contact {
  readonly bareJid: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** The account gets the contact's presence. */
  readonly to: boolean;
  /** The contact gets the account's presence. */
  readonly from: boolean;
  /** The account has asked for the contact's presence and has no answer yet. */
  readonly asked: boolean;
}

export interface Rosters {
  /** In the order in which the contacts were added. */
  list(userName: string): readonly Contact[];
  find(userName: string, bareJid: string): Contact | undefined;
  /** Adds a contact or replaces the one with its address. */
  save(userName: string, contact: Contact): void;
  remove(userName: string, bareJid: string): void;
}

export const subscriptionOf = ({ to, from }: Contact): Subscription =>
  to && from ? 'Both' : to ? 'To' : from ? 'From' : 'None';

export const newContact = (bareJid: string): Contact => ({
  bareJid,
  name: '',
  groups: [],
  to: false,
  from: false,
  asked: false,
});

export function rostersInMemory(fold: (userName: string) => string): Rosters {
  const rosters = new Map<string, Map<string, Contact>>();
  const rosterOf = (userName: string) => {
    const roster = rosters.get(fold(userName)) ?? new Map<string, Contact>();
    rosters.set(fold(userName), roster);
    return roster;
  };
  return {
    list: userName => [...rosterOf(userName).values()],
    find: (userName, bareJid) => rosterOf(userName).get(bareJid.toLowerCase()),
    save: (userName, contact) => {
      rosterOf(userName).set(contact.bareJid.toLowerCase(), contact);
    },
    remove: (userName, bareJid) => {
      rosterOf(userName).delete(bareJid.toLowerCase());
    },
  };
}
