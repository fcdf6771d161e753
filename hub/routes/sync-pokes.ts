import type { FastifyInstance } from 'fastify'
import { POKES } from '../../shared/sync/paths.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { activeStaff } from '../session/active-staff.ts'
import { sessionOf } from '../session/session.ts'

/** `GET /sync/pokes`: a stream of server-sent events without content, one whenever a pull is worth while. */
export function routeSyncPokes(app: FastifyInstance, hub: Hub): void {
  app.get(POKES, async (request, reply) => {
    const { staffNumber, tokenHash, expiresAt } = await sessionOf(hub, request)
    if (!(await activeStaff(hub, staffNumber))) throw new Refusal('not-signed-in')
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write(':\n\n')
    const remove = hub.pokes.add({
      staffNumber,
      tokenHash,
      expiresAt,
      poke: () => raw.write('data:\n\n'),
      beat: () => raw.write(':\n\n'),
      end: () => raw.end(),
    })
    raw.on('close', remove)
    raw.on('error', remove)
  })
}
