import type { Contact } from '../state/rosters.ts';

export interface RosterPolicies {
  page(contacts: readonly Contact[], offset: number, max: number): readonly Contact[];
  /** What is kept of a contact that was set. */
  stored(contact: Contact): Contact;
  readonly removes: boolean;
  /** A change of a subscription reaches the roster of the other side. */
  readonly bothSides: boolean;
  /** A request that is not answered is shown as pending. */
  readonly marksPending: boolean;
  /** What a refused request does to the roster of the one who asked. */
  readonly afterDecline: Partial<Contact>;
  readonly afterUnsubscription: Partial<Contact>;
  mayProbe(approved: boolean): boolean;
}

export const rosterPolicies: RosterPolicies = {
  page: (contacts, offset, max) => contacts.slice(offset, offset + max),
  stored: contact => contact,
  removes: true,
  bothSides: true,
  marksPending: true,
  afterDecline: { to: false, asked: false },
  afterUnsubscription: { to: false, asked: false },
  mayProbe: approved => approved,
};
