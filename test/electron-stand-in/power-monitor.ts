import type { PowerMonitor } from 'electron'
import { knownEvents } from './known-events.ts'
import { strict } from './strict.ts'

const events = knownEvents('powerMonitor', ['lock-screen', 'suspend'])

type Part = Pick<PowerMonitor, 'on'>

export const powerMonitor: Part = strict<Part>('powerMonitor', {
  on: ((name: string, listener: () => void) => {
    events.on(name, listener)
    return powerMonitor
  }) as PowerMonitor['on'],
})

/** Nobody locks the machine that tests run on: whoever started the desk says so. */
export const lockScreen = () => events.emit('lock-screen')
