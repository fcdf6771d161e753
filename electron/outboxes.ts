import type { StaffNumber } from '../shared/domain/ids.ts'
import type { Device } from './device.ts'
import { type OutboxFile, outboxFile } from './outbox-file.ts'

/** One outbox for each person on this device, and one only: two would write over each other. */
export function outboxesOf(device: Device): (person: StaffNumber) => OutboxFile {
  const open = new Map<StaffNumber, OutboxFile>()
  return person => {
    const outbox = open.get(person) ?? outboxFile(device.fileOf(person, 'outbox'))
    open.set(person, outbox)
    return outbox
  }
}
