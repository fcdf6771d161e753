import type { StaffMember } from '../../shared/domain/organisation.ts'
import type { SessionReply } from '../../shared/sync/session.ts'
import type { Hub } from '../hub.ts'
import { deviceKeyOf } from './device-key.ts'

/** What a person is told about himself when he is signed in. */
export async function replyFor(
  hub: Hub,
  { number, name }: StaffMember,
  device: string,
): Promise<SessionReply> {
  const key = await deviceKeyOf(hub, number, device)
  return { staffNumber: number, name, demo: hub.demo, deviceKey: key.toString('base64') }
}
