import { z } from 'zod'

// Outside of the databases: which places are taken in the outbox of whom, so that it is known what is gone when the
// browser has lost them. Places are times, and outside the seal there too; an alias names nobody.

const NAME = 'desk.waits'
// What a browser gives a page outside of its databases is little.
const NAMED = 500

const form = z.array(z.object({ device: z.string(), alias: z.string(), places: z.array(z.number()) }))
type Mark = z.output<typeof form>[number]

type Place = Pick<Storage, 'getItem' | 'setItem'>
export type Whose = Pick<Mark, 'device' | 'alias'>

export function writeWaiting(storage: Place, whose: Whose, places: Iterable<number>): void {
  const all = [...places].sort((a, b) => a - b).slice(0, NAMED)
  const others = read(storage).filter(mark => !isOf(mark, whose))
  const marks = all.length > 0 ? [...others, { ...whose, places: all }] : others
  try {
    storage.setItem(NAME, JSON.stringify(marks))
  } catch {
    // What cannot be noted now is noted with the next change.
  }
}

export const readWaiting = (storage: Place, whose: Whose): readonly number[] =>
  read(storage).find(mark => isOf(mark, whose))?.places ?? []

/** The other numbers that this browser has had: under them something waited. */
export const formerDevices = (storage: Place, device: string): readonly string[] => [
  ...new Set(
    read(storage)
      .map(mark => mark.device)
      .filter(former => former !== device),
  ),
]

const isOf = (mark: Mark, { device, alias }: Whose) => mark.device === device && mark.alias === alias

function read(storage: Place): readonly Mark[] {
  try {
    return form.parse(JSON.parse(storage.getItem(NAME) ?? '[]'))
  } catch {
    return []
  }
}
