import { describe, expect, it } from 'vitest'
import type { SyncState } from '../../../renderer/desk/desk.ts'
import { heldDrafts, noShelf } from '../../../renderer/drafts/held-drafts.ts'
import { sweepDrafts } from '../../../renderer/drafts/sweep-drafts.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { NOW } from '../support/databases.ts'

const group = aCaseGroup()

/** What the desk holds and how it stands with its hub, changed by hand. */
function aStand() {
  const told: (() => void)[] = []
  const subscribe = (listener: () => void) => {
    told.push(listener)
    return () => undefined
  }
  let [held, state]: [typeof group | undefined, SyncState] = [undefined, { kind: 'loading', documents: 0 }]
  let complete = true
  const drafts = heldDrafts(
    [{ place: 'raise', group: group.id, fields: { description: 'x' }, at: NOW }],
    noShelf,
  )
  const loop = { state: () => state, subscribe }
  sweepDrafts(drafts, { caseGroup: () => held, subscribe }, loop, { isComplete: () => complete })
  return {
    drafts,
    become(nextState: SyncState, nextHeld: typeof group | undefined) {
      ;[held, state] = [nextHeld, nextState]
      for (const tell of told) tell()
    },
    beginAnew() {
      complete = false
    },
  }
}

describe('ACC-3 a draft goes with its group', () => {
  it('not while the desk loads or is offline, when nobody knows yet', () => {
    const { drafts, become } = aStand()
    become({ kind: 'loading', documents: 3 }, undefined)
    become({ kind: 'offline', since: NOW }, undefined)
    expect(drafts.all()).toHaveLength(1)
  })

  it('not when all was taken from a page that is to close', () => {
    const { drafts, become, beginAnew } = aStand()
    become({ kind: 'connected' }, group)
    beginAnew()
    become({ kind: 'connected' }, undefined)
    expect(drafts.all()).toHaveLength(1)
  })

  it('at the next contact in which the hub does not send the group any more', () => {
    const { drafts, become } = aStand()
    become({ kind: 'connected' }, group)
    expect(drafts.all()).toHaveLength(1)
    become({ kind: 'connected' }, undefined)
    expect(drafts.all()).toEqual([])
  })
})
