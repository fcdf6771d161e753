import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { oppositeOf, undoName } from '../../../shared/queries/opposite.ts'
import { aCaseGroup, aLetter, aLock, aRequest } from '../../make/a-case-group.ts'
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

function nameOf(group: CaseGroup): string {
  const found = opposite(group)
  return found.kind === 'none' ? found.why : undoName(found.entry)
}

/** The group once what was done last is undone. */
function undone(group: CaseGroup): CaseGroup | string {
  const found = opposite(group)
  if (found.kind === 'none') return found.why
  return outcomeOf(decide(anEnvelope(found.name, found.args, found.saw, found.reason), LEADER, group))
}

const workedOn = (group: CaseGroup, name: CommandName, args: object) => after(group, name, args, {})
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

  it('LOCK-12: a lock that was reviewed is not set again, as if it had never been renewed', () => {
    const group = locked(free)
    const kept = after(
      { ...group, lock: group.lock && { ...group.lock, by: staff('N1-1') } },
      'keep-lock',
      { keepUntil: addDays(TODAY, 14), category: null },
      { since: group.lock?.since, renewals: 0 },
      'The hearing was put off.',
    )
    expect(undone(unlocked(kept))).toContain('Its reviews are not set again')
  })

  it('says that a lock set again is a new one, and whose', () => {
    expect(opposite(unlocked(locked(free)))).toMatchObject({
      words: 'Set the lock again, from now on, to be reviewed on 28 November 2026',
    })
    const group = locked(free)
    const others = unlocked({ ...group, lock: group.lock && { ...group.lock, by: staff('N1-1') } })
    expect(opposite(others)).toMatchObject({ words: expect.stringContaining('from now on and as yours') })
  })

  it('RTS-4: says that a lock cleared with a return stays off', () => {
    expect(opposite(returned(locked(free), true))).toMatchObject({
      words: 'Allocate back to Person N1-1; the lock that was cleared with its return stays off',
    })
    expect(opposite(returned(free))).toMatchObject({ words: 'Allocate back to Person N1-1' })
  })

  it('is not of something older once work was done', () => {
    const group = allocated(
      aCaseGroup({
        post: [aLetter('L1')],
        serviceRequests: [aRequest('1'), aRequest('2', { status: 'Not Started' })],
      }),
      'N1-2',
    )
    const works = [
      ['complete-post', { post: 'L1' }, 'Post done: Employer reply.'],
      ['start-service-request', { request: '2' }, 'Change of address started.'],
      ['complete-activity', { request: '1', sequence: 2 }, 'Activity completed: Follow up.'],
      ['reopen-activity', { request: '1', sequence: 1 }, 'Activity reopened: Issue letter.'],
    ] as const
    for (const [name, args, words] of works) {
      expect(opposite(workedOn(group, name, args))).toMatchObject({
        kind: 'none',
        why: expect.stringContaining(words),
      })
    }
  })

  it('is named by what was done and when', () => {
    expect(nameOf(allocated(free, 'N1-2'))).toBe('Undo: allocated on 21 November 2026')
    expect(nameOf(returned(free))).toBe('Undo: returned on 21 November 2026')
    expect(nameOf(locked(free))).toBe('Undo: locked on 21 November 2026')
    expect(nameOf(unlocked(locked(free)))).toBe('Undo: lock cleared on 21 November 2026')
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
