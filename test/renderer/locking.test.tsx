// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Locking } from '../../renderer/locking.ts'
import { anOrganisation } from '../make/an-organisation.ts'
import { aDesk } from './make/a-desk.ts'

afterEach(cleanup)

const lockedBy = (code: 'not-signed-in' | 'wiped' | 'other-protocol') => {
  const desk = aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() })
  const locked: string[] = []
  render(
    <Locking
      home={{ onLocked: () => () => {}, noteHand: () => {} }}
      desk={desk}
      onLock={why => locked.push(why)}
    />,
  )
  act(() => desk.become({ kind: 'stopped', code, reason: 'The hub said so.' }))
  act(() => desk.become({ kind: 'stopped', code, reason: 'And again.' }))
  return locked
}

describe('what the hub says to a desk', () => {
  it.each([
    ['not-signed-in', 'closed'],
    ['wiped', 'wiped'],
  ] as const)('closes it once: %s (ACC-2)', (code, why) => {
    expect(lockedBy(code)).toEqual([why])
  })

  it('leaves it open where signing in would not help', () => {
    expect(lockedBy('other-protocol')).toEqual([])
  })
})
