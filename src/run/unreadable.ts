import { MEDIA, type Medium } from '../model/mail.ts';
import { reasonOf } from '../model/reason.ts';

/** Thrown inside the engine when mailbox or SMS sink cannot be read at this moment. Becomes could-not-test. */
export class Unreadable extends Error {}

/** Asks mailbox or SMS sink for something; what it throws is its own failure, not the suite's. */
export async function reading<T>(medium: Medium, asked: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    signal.throwIfAborted();
    throw new Unreadable(`Not run, because the ${MEDIA[medium].catcher} cannot be read: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}
