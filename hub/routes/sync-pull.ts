import type { FastifyInstance } from 'fastify'
import { pullRequest } from '../../shared/sync/pull.ts'
import { readMessage } from '../http/body.ts'
import type { Hub } from '../hub.ts'
import { pull } from '../pull/pull.ts'
import { sessionOf } from '../session/session.ts'

/** `POST /sync/pull`: what changed since a cookie. */
export function routeSyncPull(app: FastifyInstance, hub: Hub): void {
  app.post('/sync/pull', async (request, reply) => {
    const { staffNumber } = await sessionOf(hub, request)
    const text = await pull(hub, staffNumber, readMessage(pullRequest, request.body))
    // As bytes: a text of 2 MB would be measured, copied and encoded once more on its way out.
    return reply.type('application/json; charset=utf-8').send(Buffer.from(text))
  })
}
