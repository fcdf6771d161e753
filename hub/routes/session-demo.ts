import type { FastifyInstance } from 'fastify'
import { DEMO_SIGN_IN } from '../../shared/sync/paths.ts'
import { demoSignIn, type SessionReply } from '../../shared/sync/session.ts'
import { readBody } from '../http/body.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { logPerson } from '../operations/person-mark.ts'
import { activeStaff } from '../session/active-staff.ts'
import { keeperOf } from '../session/session.ts'
import { signIn } from '../session/session-reply.ts'

/** `POST /session/demo`: signs in as anybody who has access, without proof. */
export function routeSessionDemo(app: FastifyInstance, hub: Hub): void {
  app.post(DEMO_SIGN_IN, async (request, reply): Promise<SessionReply> => {
    const { staffNumber, device } = readBody(demoSignIn, request.body)
    const member = await activeStaff(hub, staffNumber)
    if (!member) {
      await logPerson(hub, 'warn', staffNumber, 'A sign-in was refused.')
      throw new Refusal('not-found')
    }
    return signIn(hub, member, device, keeperOf(request), reply)
  })
}
