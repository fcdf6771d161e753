import type { StaffNumber } from '../shared/domain/ids.ts'
import type { Device } from './device.ts'
import { type OutboxFile, outboxFile } from './outbox-file.ts'

export interface Outboxes {
  outboxOf(person: StaffNumber): OutboxFile
  /** How many changes wait here, whoever made them. */
  countAll(): Promise<number>
}

/** One outbox for each person on this device, and one only: two would write over each other. */
export function outboxesOf(device: Device): Outboxes {
  const open = new Map<string, OutboxFile>()
  const at = (path: string) => {
    const outbox = open.get(path) ?? outboxFile(path)
    open.set(path, outbox)
    return outbox
  }
  return {
    outboxOf: person => at(device.fileOf(person, 'outbox')),
    async countAll() {
      const counts = await Promise.all((await device.outboxes()).map(path => at(path).count()))
      return counts.reduce((sum, count) => sum + count, 0)
    },
  }
}
