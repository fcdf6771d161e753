import { describe, expect, it } from 'vitest'
import { lockWithMachine } from '../../electron/machine-lock.ts'
import { done } from '../../electron/reply.ts'

describe('the machine', () => {
  it.each(['lock-screen', 'suspend'])('signs out and tells the page at %s', name => {
    const told: string[] = []
    const listeners = new Map<string, () => void>()
    const power = { on: (event: string, listener: () => void) => listeners.set(event, listener) }
    const identities = {
      signOut: async () => {
        told.push('signed out')
        return done(undefined)
      },
    }
    lockWithMachine(power as never, identities, () => told.push('told'))
    expect([...listeners.keys()]).toEqual(['lock-screen', 'suspend'])
    listeners.get(name)?.()
    expect(told).toEqual(['signed out', 'told'])
  })
})
