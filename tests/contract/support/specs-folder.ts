import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes a folder called `specs` with the given files; it is removed when the test ends. */
export function specsFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'specs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const specs = join(folder, 'specs');
  mkdirSync(specs);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(specs, name)), { recursive: true });
    writeFileSync(join(specs, name), text);
  }
  return specs;
}

/** A small spec that is in order, to be broken in one place. */
export const GOOD = `endpoint: Account/Knock
title: Knock at the door
description: Says that somebody is there.
method: POST
path: /Agent/Account/Knock
auth: none
body: json
request: |
  {
    "userName": Required(Str(PUserName)),
    "times": Required(Int(0 < PTimes <= 3)),
    "nonce": Required(Str(PNonce)),
    "Guests": { "name": Required(Str(PName)) }[],
    "signature": Required(Str(PSignature))
  }
answers:
  200: |
    { "opened": Required(Bool(POpened)) }
basis: { request: published, answers: derived }
members:
  request:
    userName: Who knocks.
    times: How often.
    nonce: Random text.
    Guests: Who comes along.
    Guests.name: Name of a guest.
    signature: Proof.
  answer:
    opened: Whether the door opened.
xml:
  request: Knock
  answer: Knocked
sign:
  signature: { key: accountPassword, text: [userName, host, nonce, { each: Guests, text: [name] }] }
requirements:
  - id: KNOCK-OPENS
    level: must
    text: The door opens.
    source: a page
examples:
  request:
    - { userName: alice, times: 2, nonce: n, Guests: [{ name: bob }], signature: s }
  answer:
    - { opened: true }
sources: [a page]
`;
