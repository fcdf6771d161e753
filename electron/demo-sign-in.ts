import { z } from 'zod'
import type { StaffNumber } from '../shared/domain/ids.ts'
import { DEMO_SIGN_IN, HEALTH, SESSION } from '../shared/sync/paths.ts'
import { type SessionReply, sessionReply } from '../shared/sync/session.ts'
import type { Reply } from './contract.ts'
import type { HubTransport } from './hub-transport.ts'
import { done, failed } from './reply.ts'

/** Signs in for demonstration, at a hub that offers it. The session's cookie stays with the transport. */
export async function signInForDemonstration(
  hub: HubTransport,
  person: StaffNumber,
  device: string,
): Promise<Reply<SessionReply>> {
  const reply = await hub.request('POST', DEMO_SIGN_IN, JSON.stringify({ staffNumber: person, device }))
  if (reply.kind === 'failed') return reply
  if (reply.value.status !== 200) return failed('sign-in-refused')
  const session = sessionReply.safeParse(readJson(reply.value.body))
  return session.success ? done(session.data) : failed('sign-in-refused')
}

/** Ends the session at the hub; without the hub it ends there by itself. */
export async function signOutAtHub(hub: HubTransport): Promise<void> {
  await hub.request('DELETE', SESSION, null)
}

/** Whether the hub offers signing in for demonstration. */
export async function offersDemonstration(hub: HubTransport): Promise<Reply<boolean>> {
  const reply = await hub.request('GET', HEALTH, null)
  if (reply.kind === 'failed') return reply
  return done(health.safeParse(readJson(reply.value.body)).data?.demo === true)
}

const health = z.object({ demo: z.boolean() })

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
