/** How an account is reached. */
export type Medium = 'eMail' | 'phoneNr';

/** The verification codes that wait to come back. */
export interface Codes {
  pending(userName: string, medium: Medium): string | undefined;
  all(medium: Medium): readonly string[];
  set(userName: string, medium: Medium, code: string): void;
  spend(userName: string, medium: Medium): void;
}

export function codesInMemory(): Codes {
  const codes = new Map<string, string>();
  const key = (userName: string, medium: Medium) => `${medium} ${userName}`;
  return {
    pending: (userName, medium) => codes.get(key(userName, medium)),
    all: medium => [...codes].filter(([known]) => known.startsWith(`${medium} `)).map(([, code]) => code),
    set: (userName, medium, code) => {
      codes.set(key(userName, medium), code);
    },
    spend: (userName, medium) => {
      codes.delete(key(userName, medium));
    },
  };
}
