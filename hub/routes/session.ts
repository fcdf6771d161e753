import type { FastifyInstance } from 'fastify'
import { SESSION } from '../../shared/sync/paths.ts'
import type { SessionReply } from '../../shared/sync/session.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { activeStaff } from '../session/active-staff.ts'
import { endSession, sessionOf, sessionToEnd } from '../session/session.ts'
import { replyFor } from '../session/session-reply.ts'

/** `GET /session`: who is signed in. `DELETE /session`: signs out. */
export function routeSession(app: FastifyInstance, hub: Hub): void {
  app.get(SESSION, async (request): Promise<SessionReply> => {
    const session = await sessionOf(hub, request)
    const member = await activeStaff(hub, session.staffNumber)
    if (!member) throw new Refusal('not-signed-in')
    return replyFor(hub, member, session)
  })

  app.delete(SESSION, async (request, reply) => {
    const session = await sessionToEnd(hub, request)
    await endSession(hub, session, reply)
    hub.pokes.endSession(session.tokenHash)
    return reply.code(204).send()
  })
}
