import type { HubErrorCode } from '../../shared/sync/hub-error.ts'

const answers: Readonly<Record<HubErrorCode, readonly [status: number, message: string]>> = {
  'bad-request': [400, 'The request is not one that the hub understands.'],
  'not-signed-in': [401, 'Sign in first.'],
  wiped: [403, 'This device is to keep nothing any more; ask whoever runs the hub.'],
  'not-allowed': [403, 'That is not allowed from here.'],
  'not-found': [404, 'There is nothing here.'],
  'method-not-allowed': [405, 'That cannot be done here.'],
  'other-protocol': [409, 'The desk and the hub are of different versions; update the older one.'],
  'out-of-order': [409, 'Commands before these have not arrived; pull, then send from there.'],
  'foreign-client': [403, 'That client belongs to somebody else; start a new one.'],
  'too-large': [413, 'That is more than the hub takes at once.'],
  'wrong-media-type': [415, 'The hub reads application/json only.'],
  'too-many-requests': [429, 'That was too often; wait a little.'],
  busy: [503, 'The hub is busy; try again in a moment.'],
  internal: [500, 'The hub made a mistake; nothing of this request was kept.'],
}

/** Thrown to end a request with one of the closed list of answers: never a stack, never anybody's data. */
export class Refusal extends Error {
  readonly code: HubErrorCode
  constructor(code: HubErrorCode) {
    super(code)
    this.code = code
  }
}

export function answerOf(code: HubErrorCode) {
  const [status, message] = answers[code]
  return { status, body: { error: { code, message } } }
}
