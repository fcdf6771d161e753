import type { Reply } from '../../electron/contract.ts'

const refusals: Readonly<Record<Extract<Reply<never>, { kind: 'failed' }>['code'], string>> = {
  'no-hub': 'The hub does not answer.',
  'sign-in-refused': 'The hub did not let this person sign in.',
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
  if (reply.kind === 'failed') throw new Error(refusals[reply.code], { cause: reply.code })
  return reply.value
}
