import { sameMac } from '../security/mac.ts';

export interface NonceUse {
  readonly nonce: string;
  readonly endpoint: string;
  readonly userName: string;
}

export interface NoncePolicies {
  readonly shortest: number;
  /** Under which key a used nonce is kept: by default the nonce alone, so over all accounts and endpoints. */
  key(use: NonceUse): string;
  /** Whether a nonce that was used is kept at all. */
  remembers(use: NonceUse): boolean;
  /** Used nonces are still known after a restart. */
  readonly lasting: boolean;
}

export const noncePolicies: NoncePolicies = {
  shortest: 32,
  key: ({ nonce }) => nonce,
  remembers: () => true,
  lasting: true,
};

export interface CreateParts {
  readonly userName: string;
  readonly host: string;
  readonly eMail: string;
  readonly phoneNr: string;
  readonly password: string;
  readonly apiKey: string;
  readonly nonce: string;
}

export interface LoginParts {
  readonly userName: string;
  readonly host: string;
  readonly nonce: string;
}

export interface SignaturePolicies {
  /** The texts under which Create takes a signature. `phoneNr` is empty where the dialect leaves it out. */
  create(parts: CreateParts): readonly string[];
  login(parts: LoginParts): readonly string[];
  agree(expected: string, given: string, endpoint: string): boolean;
  /** How a signature is refused; `known` says whether the host has the key at all. */
  refusal(known: boolean, usual: string): { readonly status: number; readonly text: string };
  /** Whether a password in clear is the account's. */
  password(expected: string, given: string): boolean;
}

export const signaturePolicies: SignaturePolicies = {
  create: ({ userName, host, eMail, phoneNr, password, apiKey, nonce }) => [
    [userName, host, eMail, ...(phoneNr === '' ? [] : [phoneNr]), password, apiKey, nonce].join(':'),
  ],
  login: ({ userName, host, nonce }) => [[userName, host, nonce].join(':')],
  agree: (expected, given) => sameMac(expected, given),
  // What is unknown is refused as what is wrong.
  refusal: (_, usual) => ({ status: 403, text: usual }),
  password: sameMac,
};
