import type { FastifyInstance } from 'fastify'
import { PUSH_BYTES } from '../../shared/sync/protocol-version.ts'
import { pushRequest } from '../../shared/sync/push.ts'
import { readMessage } from '../http/body.ts'
import type { Hub } from '../hub.ts'
import { push } from '../push/push.ts'
import { sessionOf } from '../session/session.ts'

/** `POST /sync/push`: commands, in the order that they were made in. */
export function routeSyncPush(app: FastifyInstance, hub: Hub): void {
  app.post('/sync/push', { bodyLimit: PUSH_BYTES }, async request => {
    const session = await sessionOf(hub, request)
    return push(hub, session, readMessage(pushRequest, request.body))
  })
}
