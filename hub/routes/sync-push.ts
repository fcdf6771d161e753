import type { FastifyInstance } from 'fastify'
import { PUSH } from '../../shared/sync/paths.ts'
import { PUSH_BYTES } from '../../shared/sync/protocol-version.ts'
import { pushRequest } from '../../shared/sync/push.ts'
import { CONNECTIONS } from '../database/database.ts'
import { readMessage } from '../http/body.ts'
import type { Hub } from '../hub.ts'
import { push } from '../push/push.ts'
import { turnstile } from '../push/turnstile.ts'
import { assertOwn, sessionOf } from '../session/session.ts'

// Pushes wait for each other and for an import; some connections are left to those who only read.
const INSIDE = CONNECTIONS - 4
const WAITING = 200

/** `POST /sync/push`: commands, in the order that they were made in. */
export function routeSyncPush(app: FastifyInstance, hub: Hub): void {
  const enter = turnstile(INSIDE, WAITING)
  app.post(PUSH, { bodyLimit: PUSH_BYTES }, async request => {
    const session = await sessionOf(hub, request)
    const message = readMessage(pushRequest, request.body)
    assertOwn(session, message)
    return enter(() => push(hub, session, message))
  })
}
