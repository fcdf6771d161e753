import { allocateCaseGroup } from './allocate-case-group.ts'
import { clearLock } from './clear-lock.ts'
import { keepLock } from './keep-lock.ts'
import { returnToSegment } from './return-to-segment.ts'
import { setLock } from './set-lock.ts'

/** Every command there is; adding one is its file, a line here and its test. */
export const commands = [allocateCaseGroup, clearLock, keepLock, returnToSegment, setLock] as const

export type AnyCommand = (typeof commands)[number]
export type CommandName = AnyCommand['name']

const byName = new Map<string, AnyCommand>(commands.map(command => [command.name, command]))

export function commandNamed(name: string): AnyCommand | undefined {
  return byName.get(name)
}
