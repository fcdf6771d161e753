import { describe, expect, it, vi } from 'vitest'
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

  it('tells the page, and goes on, where something of whoever left cannot be forgotten', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    let lock = () => {}
    const power = {
      on: (_name: string, listener: () => void) => Object.assign(power, { lock: listener }),
      lock,
    }
    const told: string[] = []
    const identities = { signOut: () => Promise.reject(new Error('The disk is full.')) }
    lockWithMachine(power as never, identities, () => told.push('told'))
    lock = power.lock
    lock()
    // A rejection that nobody hears of would fail this run.
    await vi.waitFor(() => expect(complaints).toHaveBeenCalledOnce())
    expect(told).toEqual(['told'])
    complaints.mockRestore()
  })
})
