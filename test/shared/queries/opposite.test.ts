import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { oppositeOf } from '../../../shared/queries/opposite.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, aReturn, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'

const TODAY = NOW.slice(0, 10)
const LEADER = 'N1-lead'
const index = indexOrganisation(anOrganisation())
const free = aCaseGroup()
const opposite = (group: CaseGroup, actor = LEADER) => oppositeOf(group, staff(actor), index, TODAY)

/** The group after a command, which must happen. */
function after(group: CaseGroup, name: CommandName, args: object, saw: unknown, reason?: string): CaseGroup {
  const envelope = anEnvelope(name, { masterCaseNumber: group.id, ...args }, saw, reason)
  return happened(outcomeOf(decide(envelope, LEADER, group)))
}

function happened(outcome: CaseGroup | string): CaseGroup {
  if (typeof outcome === 'string') throw new Error(outcome)
  return outcome
}

/** The group once what was done last is undone. */
function undone(group: CaseGroup): CaseGroup | string {
  const found = opposite(group)
  if (found.kind === 'none') return found.why
  return outcomeOf(decide(anEnvelope(found.name, found.args, found.saw, found.reason), LEADER, group))
}

const returned = (group: CaseGroup, clearLock = false) =>
  happened(outcomeOf(decide(aReturn(group, clearLock), LEADER, group)))
const allocated = (group: CaseGroup, holder: string) =>
  after(group, 'allocate-case-group', { team: 'N1', holder }, { team: group.team, holder: group.holder })
const locked = (group: CaseGroup) =>
  after(
    group,
    'set-lock',
    { category: 'enforcement-action', reviewOn: addDays(TODAY, 7) },
    { segment: group.segment },
    'The order for sale is heard on 9 December.',
  )
const unlocked = (group: CaseGroup, destination = group.segment) =>
  after(group, 'clear-lock', {}, { since: group.lock?.since, destination })

describe('the opposite of what was done last', () => {
  it('allocates a returned group back to its former holder', () => {
    expect(undone(returned(free))).toMatchObject({ holder: 'N1-1', team: 'N1', segment: free.segment })
  })

  it('says by the command itself why a group that moved with its return does not come back', () => {
    const gone = returned({ ...free, compliant: false })
    expect(opposite(gone)).toMatchObject({ words: 'Allocate back to Person N1-1' })
    expect(undone({ ...gone, holder: null })).toMatch(/not-(found|allowed|possible)/)
  })

  it('allocates an allocated group back to a colleague, or returns it to the queue it came from', () => {
    expect(undone(allocated(free, 'N1-2'))).toMatchObject({ holder: 'N1-1' })
    const queued = aCaseGroup({ holder: null, team: null })
    expect(undone(allocated(queued, 'N1-2'))).toMatchObject({ holder: null, team: null })
  })

  it('clears a lock that was set, and sets one that was cleared again with its former terms and reason', () => {
    expect(undone(locked(free))).toMatchObject({ lock: null })
    expect(undone(unlocked(locked(free)))).toMatchObject({
      lock: {
        category: 'enforcement-action',
        reviewOn: addDays(TODAY, 7),
        reason: 'The order for sale is heard on 9 December.',
      },
    })
  })

  it('does not lock a group where it went when its lock was cleared', () => {
    const moved = unlocked(locked({ ...free, compliant: false }), segment('FS_GB_ENFMT_NO_ELC'))
    expect(undone(moved)).toContain('a lock now would keep it where it went')
  })

  it('sets no lock whose reason is not on record, or whose review date has passed', () => {
    expect(undone(unlocked({ ...free, lock: aLock() }))).toContain('not on record')
    const late = oppositeOf(unlocked(locked(free)), staff(LEADER), index, addDays(TODAY, 8))
    expect(late).toMatchObject({ kind: 'none', why: expect.stringContaining('28 November 2026 has passed') })
  })

  it('assigns a specialist request back to whoever had it', () => {
    const request = aRequest('1', { kind: 'functionally-unique', holder: staff('DNA-2') })
    const group = aCaseGroup({
      serviceRequests: [request],
      history: [
        entryOf({ kind: 'request-assigned', type: request.type, from: staff('DNA-1'), to: staff('DNA-2') }),
      ],
    })
    expect(opposite(group)).toMatchObject({
      name: 'assign-service-request',
      args: { request: '1', holder: 'DNA-1' },
    })
    const twice = {
      ...group,
      serviceRequests: [request, { ...request, number: '2' as typeof request.number }],
    }
    expect(opposite(twice)).toMatchObject({ kind: 'none' })
  })

  it.each<HistoryEvent>([
    { kind: 'lock-kept', setBy: null, since: NOW, until: TODAY },
    { kind: 'request-raised', type: 'Change of address', work: 'case-owning' },
    { kind: 'request-closed', type: 'Change of address', changed: null },
    { kind: 'returned', from: null, segment: free.segment, lockCleared: null },
    { kind: 'allocated', from: staff('gone'), to: staff('N1-1'), team: team('N1') },
  ])('is none for $kind where there is none, with a sentence that says why', event => {
    const found = opposite(aCaseGroup({ history: [entryOf(event)] }))
    expect(found).toMatchObject({ kind: 'none', why: expect.stringMatching(/^[A-Z].{20,}\.$/) })
  })

  it('is offered only to whoever did it, and only for the last thing done', () => {
    expect(opposite(returned(free), 'N1-mgr')).toMatchObject({ kind: 'none' })
    expect(opposite(free)).toMatchObject({ kind: 'none' })
    expect(opposite(locked(allocated(free, 'N1-2')))).toMatchObject({ name: 'clear-lock' })
  })
})

function entryOf(event: HistoryEvent): HistoryEntry {
  return { at: NOW, actor: { kind: 'person', staff: staff(LEADER) }, event, reason: null, batch: null }
}
