import { z } from 'zod'

// Outside of the databases: which places are taken in the outbox of whom, so that it is known what is gone when the
// browser has lost them. Places are times, and outside the seal there too; an alias names nobody.

const NAME = 'desk.waits'
// What a browser gives a page outside of its databases is little.
const NAMED = 500

const form = z.array(
  z.object({
    device: z.string(),
    alias: z.string(),
    places: z.array(z.number()),
    /** What did not come back with the rest, until its person has looked. */
    gone: z.array(z.number()).default([]),
  }),
)
type Mark = z.output<typeof form>[number]

type Place = Pick<Storage, 'getItem' | 'setItem'>
export type Whose = Pick<Mark, 'device' | 'alias'>

export function writeWaiting(storage: Place, whose: Whose, places: Iterable<number>): void {
  const all = [...places].sort((a, b) => a - b).slice(0, NAMED)
  const marks = read(storage)
  const others = marks.filter(mark => !isOf(mark, whose))
  const { gone = [] } = marks.find(mark => isOf(mark, whose)) ?? {}
  write(storage, [...others, { ...whose, places: all, gone }])
}

export const readWaiting = (storage: Place, whose: Whose): readonly number[] =>
  read(storage).find(mark => isOf(mark, whose))?.places ?? []

/** What a device lost of what waited in it though it has its number: it did not come back with the rest. */
export const readGone = (storage: Place, whose: Whose): readonly number[] =>
  read(storage).find(mark => isOf(mark, whose))?.gone ?? []

/** After something came back: what is marked and is not there is gone, whatever is written over the marks. */
export function noteGone(
  storage: Place,
  device: string,
  isThere: (alias: string, place: number) => boolean,
): void {
  const marks = read(storage).map(mark => {
    if (mark.device !== device) return mark
    const missing = mark.places.filter(place => !isThere(mark.alias, place))
    return { ...mark, gone: [...new Set([...mark.gone, ...missing])] }
  })
  write(storage, marks)
}

export function forgetGone(storage: Place, whose: Whose, places: readonly number[]): void {
  const marks = read(storage).map(mark =>
    isOf(mark, whose) ? { ...mark, gone: mark.gone.filter(place => !places.includes(place)) } : mark,
  )
  write(storage, marks)
}

/** The other numbers that this browser has had: under them something waited. */
export const formerDevices = (storage: Place, device: string): readonly string[] => [
  ...new Set(
    read(storage)
      .map(mark => mark.device)
      .filter(former => former !== device),
  ),
]

const isOf = (mark: Mark, { device, alias }: Whose) => mark.device === device && mark.alias === alias

function write(storage: Place, marks: readonly Mark[]): void {
  const telling = marks.filter(({ places, gone }) => places.length > 0 || gone.length > 0)
  try {
    storage.setItem(NAME, JSON.stringify(telling))
  } catch {
    // What cannot be noted now is noted with the next change.
  }
}

function read(storage: Place): readonly Mark[] {
  try {
    return form.parse(JSON.parse(storage.getItem(NAME) ?? '[]'))
  } catch {
    return []
  }
}
