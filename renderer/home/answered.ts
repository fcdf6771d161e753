import type { FailureCode, Reply } from '../../electron/contract.ts'

const refusals: Readonly<Record<FailureCode, string>> = {
  'no-hub': 'The hub does not answer.',
  'hub-busy': 'The hub is busy.',
  'sign-in-refused': 'The hub did not let this person sign in.',
  'unknown-person': 'The hub does not know this person.',
  'provider-unreachable': 'The identity provider does not answer.',
  'sign-in-late': 'Nobody came back from the identity provider in time.',
  'given-up': 'The sign-in was given up.',
  'signing-in': 'Another sign-in is under way.',
  wiped: 'This device is to keep nothing any more.',
  'not-signed-in': 'Nobody is signed in, or somebody else.',
  'not-stored': 'The change could not be saved on this device.',
  'key-given': 'The key was given to this page before.',
  'foreign-sender': 'The desk refused to answer this page.',
  'bad-arguments': 'The desk did not understand its own question.',
  'bad-answer': 'The desk did not understand its own answer.',
  internal: 'Something went wrong in the desk.',
}

/** What was answered; where there was no answer, the reason is thrown as a sentence. */
export function answered<Value>(reply: Reply<Value>): Value {
  if (reply.kind === 'failed') throw refused(reply.code)
  return reply.value
}

/** The reason as something to throw, with its code. */
export const refused = (code: FailureCode): Error => new Error(refusals[code], { cause: code })

/** Which of the known reasons was thrown; undefined: none of them. */
export const refusalIn = (problem: unknown): FailureCode | undefined =>
  (Object.keys(refusals) as FailureCode[]).find(code => problem instanceof Error && problem.cause === code)
