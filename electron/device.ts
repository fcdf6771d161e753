import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { StaffNumber } from '../shared/domain/ids.ts'
import { readIfThere, renameIfThere, replaceFile } from './durable-file.ts'
import { hubScope } from './hub-scope.ts'

/** This device, and where it keeps what belongs to a person. */
export interface Device {
  /** Told to the hub; made at random, once. */
  readonly id: string
  /** A file of the device itself. */
  file(name: string): string
  /** A file of one person at one hub. Its name tells nobody whose it is: hashes of both, salted for this device. */
  fileOf(person: StaffNumber, kind: 'key' | 'lease' | 'outbox'): string
  /** Of somebody of this hub, known by the name: his key and lease of before hubs were in the names get its mark. */
  takeOver(person: StaffNumber): Promise<void>
  /** The files of everybody who has a key here. */
  people(): Promise<readonly PersonFiles[]>
  /** Those in which something waits for this hub, whosever it is. */
  outboxes(): Promise<readonly string[]>
}

interface PersonFiles {
  readonly key: string
  readonly lease: string
  /** Of this hub, or nobody knows of which: written before that was in the name, and its person has not come since. */
  readonly ofThisHub: boolean
}

const form = z.object({ id: z.uuid(), salt: z.base64() })

export async function openDevice(userData: string, hub: URL): Promise<Device> {
  const folder = join(userData, 'desk')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { id, salt } = await readOrMake(join(folder, 'device.json'))
  const hash = (text: string) => createHmac('sha256', Buffer.from(salt, 'base64')).update(text).digest('hex')
  const hubMark = `${hash(hubScope(hub)).slice(0, 8)}-`
  const isOfThisHub = (name: string) => isUnmarked(name) || name.startsWith(hubMark)
  const nameOf = (person: StaffNumber) => hash(`${hubScope(hub)}\n${person}`).slice(0, 32)
  return {
    id,
    file: name => join(folder, name),
    fileOf(person, kind) {
      const name = nameOf(person)
      // Asked each time: once it is destroyed, what comes after it has the mark. A lease is looked for beside its key.
      const [old, marked] = [join(folder, name), join(folder, `${hubMark}${name}`)]
      const isOld = kind === 'outbox' ? isOldOutbox(old, marked) : existsSync(`${old}.key`)
      return `${isOld ? old : marked}.${kind}`
    },
    async takeOver(person) {
      // The key first: a lease is looked for beside it.
      for (const kind of ['key', 'lease']) {
        const name = `${nameOf(person)}.${kind}`
        await renameIfThere(join(folder, name), join(folder, `${hubMark}${name}`))
      }
    },
    async people() {
      const names = (await readdir(folder)).filter(name => name.endsWith('.key'))
      return names.map(name => ({
        key: join(folder, name),
        lease: join(folder, name.replace(/key$/, 'lease')),
        ofThisHub: isOfThisHub(name),
      }))
    },
    async outboxes() {
      const names = (await readdir(folder)).filter(name => name.endsWith('.outbox') && isOfThisHub(name))
      return names.map(name => join(folder, name))
    },
  }
}

// One that is gone is known by the mark beside it, which tells what is lost; what waits in a later one comes first.
const isOldOutbox = (old: string, marked: string) =>
  existsSync(`${old}.outbox`) || (existsSync(`${old}.outbox.waits`) && !existsSync(`${marked}.outbox`))

// Files were named after the person only, before the hub was in the name too.
const isUnmarked = (name: string) => /^[0-9a-f]{32}\./.test(name)

async function readOrMake(path: string): Promise<z.output<typeof form>> {
  const written = await readIfThere(path)
  if (written !== null) return read(path, written)
  const made = { id: randomUUID(), salt: randomBytes(32).toString('base64') }
  await replaceFile(path, JSON.stringify(made))
  return made
}

// Not made anew: under another salt nobody's files would be found again, and with them what waits to be sent.
function read(path: string, written: Buffer): z.output<typeof form> {
  try {
    return form.parse(JSON.parse(written.toString()))
  } catch {
    throw new Error(
      `The file ${path} is damaged. Restore it; without it the desk does not find what it kept.`,
    )
  }
}
