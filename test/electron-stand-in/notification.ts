import type { Notification as ElectronNotification } from 'electron'
import { type KnownEvents, knownEvents } from './known-events.ts'
import { strict } from './strict.ts'

interface Shown {
  readonly text: string
  readonly events: KnownEvents<'click' | 'close'>
}

const shown: Shown[] = []

export const shownNotices = (): readonly Shown[] => shown

type Part = Pick<ElectronNotification, 'on' | 'show'>

function Notice({ title = '', body = '' }: { readonly title?: string; readonly body?: string }): Part {
  const events = knownEvents('a notification', ['click', 'close'])
  const part = strict<Part>('notification', {
    on: ((name: string, listener: (...args: never[]) => unknown) => {
      events.on(name, listener)
      return part
    }) as unknown as Part['on'],
    show: () => void shown.push({ text: `${title}: ${body}`, events }),
  })
  return part
}

/** `new Notification(…)`: what is told is kept, and nothing is shown. */
export const Notification = Notice as unknown as new (
  options: ConstructorParameters<typeof ElectronNotification>[0],
) => Part
