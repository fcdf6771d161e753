import type { FastifyInstance, FastifyReply } from 'fastify'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { StaffMember } from '../../shared/domain/organisation.ts'
import { SIGN_IN, TOKEN_SIGN_IN } from '../../shared/sync/paths.ts'
import { type SessionReply, type SignInProblem, signInQuery, tokenSignIn } from '../../shared/sync/session.ts'
import { readBody } from '../http/body.ts'
import { traceOf } from '../http/errors.ts'
import { Refusal } from '../http/refusal.ts'
import type { Hub } from '../hub.ts'
import { logPerson } from '../operations/person-mark.ts'
import { activeStaff } from '../session/active-staff.ts'
import { CALLBACK, type Provider } from '../session/provider.ts'
import { keeperOf, startSession } from '../session/session.ts'
import { signIn } from '../session/session-reply.ts'
import { openUnderWay, sealUnderWay } from '../session/sign-in-under-way.ts'

const COOKIE = 'desk-sign-in'

// Lax: the browser comes back from the provider, which is another site, and must bring it along.
const attributes = { path: CALLBACK, httpOnly: true, sameSite: 'lax', secure: 'auto' } as const

/**
 * Signing in with the service's identity provider. `GET /session/sign-in` sends a browser there, `GET
 * /session/callback` takes it back; `POST /session/token` takes the access token of a desktop application.
 */
export function routeSessionProvider(app: FastifyInstance, hub: Hub, provider: Provider): void {
  app.get(SIGN_IN, async (request, reply) => {
    const { device } = readBody(signInQuery, request.query)
    const begun = await provider
      .begin(device)
      .catch(problem => void hub.log.warn(traceOf(problem), 'No provider.'))
    if (!begun) return back(reply, 'unreachable')
    const { url, underWay } = begun
    const sealed = sealUnderWay(underWay, await secretOf(hub), hub.clock(), hub.random)
    return reply.setCookie(COOKIE, sealed, attributes).redirect(url)
  })

  app.get(CALLBACK, async (request, reply) => {
    const kept = request.cookies[COOKIE]
    reply.clearCookie(COOKIE, attributes)
    const underWay = kept === undefined ? undefined : openUnderWay(kept, await secretOf(hub), hub.clock())
    if (!underWay) return back(reply, 'again')
    const query = request.url.slice(CALLBACK.length)
    const number = await whoever(hub, () => provider.end(query, underWay))
    if (number === undefined) return back(reply, 'again')
    if (!(await memberOf(hub, number))) return back(reply, 'unknown')
    // On a device that is to be wiped too: the page, which asks next, is told so in place of being given anything.
    await startSession(hub, number, underWay.device, 'page', reply)
    return back(reply, null)
  })

  app.post(TOKEN_SIGN_IN, async (request, reply): Promise<SessionReply> => {
    const { accessToken, device } = readBody(tokenSignIn, request.body)
    const number = await whoever(hub, () => provider.ofToken(accessToken))
    if (number === undefined) throw new Refusal('not-signed-in')
    const member = await memberOf(hub, number)
    // Who it is, is proved: that this hub does not know him is his to hear.
    if (!member) throw new Refusal('not-found')
    return signIn(hub, member, device, keeperOf(request), reply)
  })
}

/** Whom the provider knows; the log says who it was where the staff table does not know him, or any more. */
async function memberOf(hub: Hub, number: StaffNumber): Promise<StaffMember | undefined> {
  const member = await activeStaff(hub, number)
  if (!member) await logPerson(hub, 'warn', number, 'A sign-in was refused.')
  return member
}

// Why a sign-in failed is for the log: it helps whoever tries to forge one.
async function whoever({ log }: Hub, find: () => Promise<StaffNumber>): Promise<StaffNumber | undefined> {
  try {
    return await find()
  } catch (problem) {
    log.warn(traceOf(problem), 'A sign-in was refused.')
    return undefined
  }
}

/** Back to the desk, which says what to do now. */
function back(reply: FastifyReply, problem: SignInProblem | null) {
  return reply.redirect(problem === null ? '/' : `/?sign-in=${problem}`)
}

async function secretOf({ database: { db } }: Hub): Promise<Buffer> {
  const row = await db.selectFrom('hub_version').select('cookie_secret').executeTakeFirstOrThrow()
  return row.cookie_secret
}
