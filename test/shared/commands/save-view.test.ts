import { describe, expect, it } from 'vitest'
import type { Decision, Snapshot } from '../../../shared/commands/command.ts'
import { run } from '../../../shared/commands/run.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import type { SavedView, SavedViewId } from '../../../shared/domain/saved-view.ts'
import { bucketsOfAggregate } from '../../../shared/sync/buckets.ts'
import { anEnvelope, NOW } from '../../make/a-command.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const id = '00000000-0000-7000-8000-00000000abcd' as SavedViewId
const settings = { only: ['due.overdue'], sort: null, hidden: ['holder'] }
const view: SavedView = {
  kind: 'saved-view',
  id,
  owner: staff('N1-lead'),
  team: null,
  name: 'Overdue',
  list: 'requests',
  settings,
  removed: false,
}
const given = { view: id, name: 'Overdue', list: 'requests', settings, team: null }

function asked(name: 'save-view' | 'remove-view', args: object, actor: string, kept?: SavedView): Decision {
  const before: Snapshot = {
    organisation: () => index,
    caseGroup: () => undefined,
    aggregate: () => kept as never,
  }
  return run(anEnvelope(name, args, {}, null), staff(actor), NOW, before)
}
const reasonOf = (decision: Decision) => (decision.ok ? 'done' : decision.refusal.reason)
const leftBy = (decision: Decision) => (decision.ok ? decision.puts[0] : undefined)

describe('saving a view', () => {
  it('keeps its name, list and settings for whoever saves it', () => {
    expect(leftBy(asked('save-view', given, 'N1-lead'))).toEqual(view)
  })

  it('changes it when it is saved again, by its owner only', () => {
    expect(leftBy(asked('save-view', { ...given, name: 'Late' }, 'N1-lead', view))).toMatchObject({
      name: 'Late',
    })
    const shared = { ...view, team: team('N1') }
    expect(reasonOf(asked('save-view', given, 'N1-1', shared))).toContain(
      'Only whoever saved a view changes it',
    )
  })

  it('is shared with a team by its leader only', () => {
    const shared = { ...given, team: 'N1' }
    expect(leftBy(asked('save-view', shared, 'N1-lead'))).toMatchObject({ team: 'N1' })
    expect(reasonOf(asked('save-view', shared, 'N1-1'))).toBe('Only its leader shares a view with a team.')
    expect(reasonOf(asked('save-view', { ...given, team: 'N2' }, 'N1-lead'))).toContain('Only its leader')
  })

  it('takes no number of a case or a person, neither as a filter nor in its name', () => {
    const filters = { ...settings, only: ['number.10000001'] }
    expect(asked('save-view', { ...given, settings: filters }, 'N1-lead').ok).toBe(false)
    for (const name of ['About 10000001', 'QQ123456C', 'qq 12 34 56 c'])
      expect(reasonOf(asked('save-view', { ...given, name }, 'N1-lead'))).toContain('Leave numbers')
    expect(asked('save-view', { ...given, name: 'Due in 2027' }, 'N1-lead').ok).toBe(true)
  })

  it('takes a name of at most 60 characters', () => {
    expect(asked('save-view', { ...given, name: 'x'.repeat(60) }, 'N1-lead').ok).toBe(true)
    expect(asked('save-view', { ...given, name: 'x'.repeat(61) }, 'N1-lead').ok).toBe(false)
    expect(asked('save-view', { ...given, name: '  ' }, 'N1-lead').ok).toBe(false)
  })
})

describe('removing a view', () => {
  it('takes it from everybody; a second time it is gone already', () => {
    const left = leftBy(asked('remove-view', { view: id }, 'N1-lead', { ...view, team: team('N1') }))
    expect(left).toMatchObject({ removed: true, team: null })
    expect(bucketsOfAggregate(left as SavedView, index)).toEqual([])
    expect(reasonOf(asked('remove-view', { view: id }, 'N1-lead'))).toBe('The view is gone already.')
    expect(reasonOf(asked('remove-view', { view: id }, 'N1-lead', left as SavedView))).toBe(
      'The view is gone already.',
    )
  })

  it('elsewhere: whoever changes it there is told that it was removed meanwhile', () => {
    const removed = { ...view, removed: true }
    expect(reasonOf(asked('save-view', given, 'N1-lead', removed))).toBe('The view was removed meanwhile.')
    expect(reasonOf(asked('save-view', given, 'N1-1', removed))).toBe('There is no such record.')
  })

  it('is its owner’s', () => {
    const shared = { ...view, team: team('N1') }
    expect(reasonOf(asked('remove-view', { view: id }, 'N1-1', shared))).toContain('Only whoever saved')
  })
})

describe('ACC-2 who is sent a view', () => {
  it('its owner; everybody in the team that it is shared with', () => {
    expect(bucketsOfAggregate(view, index)).toEqual(['person:N1-lead'])
    expect(bucketsOfAggregate({ ...view, team: team('N1') }, index)).toEqual([
      'person:N1-1',
      'person:N1-2',
      'person:N1-lead',
      'person:N1-mgr',
    ])
  })
})
