import type { StaffMember } from '../../shared/domain/organisation.ts'
import type { SessionReply } from '../../shared/sync/session.ts'
import type { Hub } from '../hub.ts'
import { deviceKeysOf } from './device-keys.ts'
import type { Session } from './session.ts'

/** What a person is told about himself when he is signed in. */
export async function replyFor(
  hub: Hub,
  { number, name }: StaffMember,
  { device, expiresAt }: Pick<Session, 'device' | 'expiresAt'>,
): Promise<SessionReply> {
  const { key, cacheKey } = await deviceKeysOf(hub, number, device)
  return {
    staffNumber: number,
    name,
    demo: hub.demo,
    deviceKey: key.toString('base64'),
    cacheKey: cacheKey.toString('base64'),
    idleSeconds: hub.session.idleMinutes * 60,
    secondsLeft: Math.max(0, Math.floor((Date.parse(expiresAt) - Date.parse(hub.clock())) / 1000)),
  }
}
