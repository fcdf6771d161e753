import type { z } from 'zod'
import type { StaffNumber } from '../shared/domain/ids.ts'
import { DEMO_SIGN_IN, HEALTH, SESSION, TOKEN_SIGN_IN } from '../shared/sync/paths.ts'
import { type SessionReply, sessionReply, signInOffer } from '../shared/sync/session.ts'
import { signInRefusal } from '../shared/sync/sign-in-refusal.ts'
import type { Reply } from './contract.ts'
import type { HubTransport } from './hub-transport.ts'
import { done, failed } from './reply.ts'

export type SignInOffer = z.output<typeof signInOffer>

/** Signs in for demonstration, at a hub that offers it. The session's cookie stays with the transport. */
export function signInForDemonstration(
  hub: HubTransport,
  person: StaffNumber,
  device: string,
): Promise<Reply<SessionReply>> {
  return signIn(hub, DEMO_SIGN_IN, { staffNumber: person, device })
}

/** Signs in with what the identity provider gave. */
export function signInWithToken(
  hub: HubTransport,
  accessToken: string,
  device: string,
): Promise<Reply<SessionReply>> {
  return signIn(hub, TOKEN_SIGN_IN, { accessToken, device })
}

async function signIn(hub: HubTransport, path: string, message: object): Promise<Reply<SessionReply>> {
  const reply = await hub.request('POST', path, JSON.stringify(message))
  if (reply.kind === 'failed') return reply
  const { status, body } = reply.value
  if (status !== 200) return failed(signInRefusal(status, new TextDecoder().decode(body)))
  const session = sessionReply.safeParse(readJson(body))
  return session.success ? done(session.data) : failed('sign-in-refused')
}

/** Ends the session at the hub; without the hub it ends there by itself. */
export async function signOutAtHub(hub: HubTransport): Promise<void> {
  await hub.request('DELETE', SESSION, null)
}

/** How one can sign in at the hub; of what cannot be understood nothing. */
export async function offerOf(hub: HubTransport): Promise<Reply<SignInOffer>> {
  const reply = await hub.request('GET', HEALTH, null)
  if (reply.kind === 'failed') return reply
  return done(signInOffer.safeParse(readJson(reply.value.body)).data ?? nothing)
}

const nothing: SignInOffer = { demo: false, provider: null }

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
