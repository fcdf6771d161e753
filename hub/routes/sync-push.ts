import type { FastifyInstance } from 'fastify'
import { PUSH } from '../../shared/sync/paths.ts'
import { PUSH_BYTES } from '../../shared/sync/protocol-version.ts'
import { pushRequest } from '../../shared/sync/push.ts'
import { readMessage } from '../http/body.ts'
import { codeOf, traceOf } from '../http/errors.ts'
import type { Hub } from '../hub.ts'
import { gather } from '../push/gather.ts'
import { type Asked, asked, fitsBeside, push } from '../push/push.ts'
import { assertOwn, sessionOf } from '../session/session.ts'

// Few transactions that do much: those that write wait for each other, and each for the disk.
const INSIDE = 3
const WAITING = 200

/** `POST /sync/push`: commands, in the order that they were made in. */
export function routeSyncPush(app: FastifyInstance, hub: Hub): void {
  const take = gather({
    work: (all: readonly Asked[]) => push(hub, all),
    fits: fitsBeside,
    eachAlone(problem) {
      if (codeOf(problem) !== 'internal') return false
      hub.log.error(traceOf(problem), 'Pushes failed together.')
      return true
    },
    inside: INSIDE,
    waiting: WAITING,
  })
  app.post(PUSH, { bodyLimit: PUSH_BYTES }, async request => {
    const session = await sessionOf(hub, request)
    const message = readMessage(pushRequest, request.body)
    assertOwn(session, message)
    return take(asked(session, message))
  })
}
