/** What a browser tab wants to be told of; an empty part takes everything. */
export interface EventHandler {
  readonly tabId: string;
  readonly localName: string;
  readonly namespace: string;
  readonly type: string;
  readonly function: string;
}

export interface EventHandlers {
  of(userName: string): readonly EventHandler[];
  /** Registers a handler in place of one for the same tab and content; an empty function takes that one away. */
  register(userName: string, handler: EventHandler): void;
}

export function eventHandlersInMemory(): EventHandlers {
  const handlers = new Map<string, readonly EventHandler[]>();
  const sameFor = (a: EventHandler) => (b: EventHandler) =>
    a.tabId === b.tabId && a.localName === b.localName && a.namespace === b.namespace && a.type === b.type;
  return {
    of: userName => handlers.get(userName) ?? [],
    register: (userName, handler) => {
      const others = (handlers.get(userName) ?? []).filter(known => !sameFor(handler)(known));
      handlers.set(userName, handler.function === '' ? others : [...others, handler]);
    },
  };
}
