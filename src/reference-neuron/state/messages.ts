import type { XmlElement } from '../xml/element.ts';

/** A message on its way to an account of this host, or waiting for it. */
export interface Message {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Empty when the sender named none. */
  readonly lang: string;
  readonly type: 'chat' | 'normal' | 'headline' | 'error';
  /** When the host got it, milliseconds since the epoch. */
  readonly timestamp: number;
  readonly content: readonly XmlElement[];
}

/** The messages waiting for each account, oldest first. */
export interface Queues {
  waiting(userName: string): readonly Message[];
  add(userName: string, message: Message): void;
  replace(userName: string, messages: readonly Message[]): void;
}

const LONGEST = 10_000;

export function queuesInMemory(fold: (userName: string) => string): Queues {
  const queues = new Map<string, readonly Message[]>();
  const waiting = (userName: string) => queues.get(fold(userName)) ?? [];
  return {
    waiting,
    add: (userName, message) => {
      queues.set(fold(userName), [...waiting(userName), message].slice(-LONGEST));
    },
    replace: (userName, messages) => {
      queues.set(fold(userName), messages);
    },
  };
}
