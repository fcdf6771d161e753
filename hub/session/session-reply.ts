import type { FastifyReply } from 'fastify'
import type { StaffMember } from '../../shared/domain/organisation.ts'
import type { SessionReply } from '../../shared/sync/session.ts'
import type { Hub } from '../hub.ts'
import { type DeviceKeys, deviceKeysOf } from './device-keys.ts'
import { type Keeper, type Session, startSession } from './session.ts'

/** What a person is told about himself when he is signed in. */
export async function replyFor(
  hub: Hub,
  member: StaffMember,
  session: Pick<Session, 'device' | 'expiresAt' | 'hand'>,
): Promise<SessionReply> {
  return told(hub, member, session, await deviceKeysOf(hub, member.number, session.device))
}

/** Signs a person in and tells him so; on a device that is to be wiped there is no session. */
export async function signIn(
  hub: Hub,
  member: StaffMember,
  device: string,
  keeper: Keeper,
  reply: FastifyReply,
): Promise<SessionReply> {
  const keys = await deviceKeysOf(hub, member.number, device)
  return told(hub, member, await startSession(hub, member.number, device, keeper, reply), keys)
}

function told(
  hub: Hub,
  { number, name }: StaffMember,
  { expiresAt, hand }: Pick<Session, 'expiresAt' | 'hand'>,
  { key, cacheKey }: DeviceKeys,
): SessionReply {
  return {
    staffNumber: number,
    name,
    demo: hub.demo,
    deviceKey: key.toString('base64'),
    cacheKey: cacheKey.toString('base64'),
    handKey: hand?.key.toString('base64url') ?? null,
    idleSeconds: hub.session.idleMinutes * 60,
    secondsLeft: Math.max(0, Math.floor((Date.parse(expiresAt) - Date.parse(hub.clock())) / 1000)),
  }
}
