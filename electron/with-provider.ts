import type { SessionReply } from '../shared/sync/session.ts'
import { type FailureCode, failureCodes, type Reply } from './contract.ts'
import type { Device } from './device.ts'
import { offerOf, signInWithToken } from './hub-sign-in.ts'
import type { HubTransport } from './hub-transport.ts'
import { type OpenInBrowser, tokenFromProvider } from './provider-sign-in.ts'
import { failed } from './reply.ts'

interface Way {
  readonly transport: HubTransport
  readonly device: Pick<Device, 'id'>
  readonly openInBrowser: OpenInBrowser
}

/** Through the system's browser to the provider, and with its token to the hub. */
export async function signInWithProvider(
  { transport, device, openInBrowser }: Way,
  givenUp: AbortSignal,
): Promise<Reply<SessionReply>> {
  const offer = await offerOf(transport)
  if (offer.kind === 'failed') return offer
  const forDesks = offer.value.provider?.forDesks
  if (!forDesks) return failed('sign-in-refused')
  try {
    const token = await tokenFromProvider(forDesks, openInBrowser, { givenUp })
    return await signInWithToken(transport, token, device.id)
  } catch (problem) {
    const code = codeOf(problem)
    console.error(`Signing in with the identity provider failed: ${code}.`)
    return failed(code)
  }
}

const codeOf = (problem: unknown): FailureCode =>
  failureCodes.find(code => problem instanceof Error && problem.cause === code) ?? 'sign-in-refused'
