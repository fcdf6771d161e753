import { z } from 'zod'
import { deviceId } from '../../shared/sync/session.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { Refusal } from '../import/refusal.ts'
import { type DeviceSeen, devicesSeen, markDevice } from './devices.ts'

const verb = z.union([
  z.tuple([z.literal('list'), z.undefined()]),
  z.tuple([z.enum(['wipe', 'allow']), deviceId]),
])
export type DevicesVerb = z.output<typeof verb>

/** What of the devices is asked; null where it is not understood. */
export function verbOf(name: string | undefined, id: string | undefined): DevicesVerb | null {
  return verb.safeParse([name, id]).data ?? null
}

/** The command `devices`: which there are, and that one is to be wiped at its next contact, or may be used again. */
export async function runDevices([name, id]: DevicesVerb, databaseUrl: string, json: boolean): Promise<void> {
  await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  try {
    if (name === 'list') return print(await devicesSeen(database), json)
    const people = await markDevice(database, id, name, new Date().toISOString())
    if (people === 0) throw new Refusal(`There is no device ${id}.`)
    console.log(
      name === 'wipe'
        ? `Device ${id} is wiped at its next contact. What waits on it unsent stays sealed there; devices allow ${id} lets it be sent.`
        : `Device ${id} may be used again: whoever signs in there sends what waits.`,
    )
  } finally {
    await database.close()
  }
}

function print(devices: readonly DeviceSeen[], json: boolean): void {
  for (const each of devices) console.log(json ? JSON.stringify(each) : lineOf(each))
}

function lineOf({ device, staffNumber, lastSeen, wipedAt }: DeviceSeen): string {
  return [device, staffNumber, `last seen ${lastSeen}`, ...(wipedAt ? [`wiped ${wipedAt}`] : [])].join('  ')
}
