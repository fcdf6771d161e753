import { hubError } from '../shared/sync/hub-error.ts'
import type { ResultOf } from './contract.ts'

/** Why the hub has nothing more to say to this desk. */
export type HubClosed = 'not-signed-in' | 'wiped'

/** Whether an answer says so; null of any other. */
export function closedBy({ status, body }: ResultOf<'request'>): HubClosed | null {
  if (status !== 401 && status !== 403) return null
  try {
    const { code } = hubError.parse(JSON.parse(new TextDecoder().decode(body))).error
    return code === 'not-signed-in' || code === 'wiped' ? code : null
  } catch {
    return null
  }
}
