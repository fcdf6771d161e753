// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { aLock } from '../../make/a-case-group.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const [, second, third] = aCaseload(6)

const terms = { category: 'enforcement-action', reviewOn: '2026-12-01' } as const
const done = (event: HistoryEvent): HistoryEntry => ({
  at: '2026-11-20T10:00:00Z',
  actor: { kind: 'person', staff: staff('N1-lead') },
  event,
  reason: 'So that it is done.',
  batch: null,
})

/** The second and third case group are returned; the first is locked. */
async function returnTwo() {
  const desk = aDesk({ actor: 'N1-lead', groups: aCaseload(6), organisation: anOrganisation() })
  const user = await sitDownAt(desk, 'case-groups')
  screen.getByRole('grid').focus()
  await user.keyboard('jxjxr')
  await user.click(await within(pane()).findByRole('button', { name: 'Return 2 case groups' }))
  await within(pane()).findByText('2 waiting to be sent.')
  return { desk, user }
}

// By its text: a role is worked out for every one of a hundred lines, which takes a busy machine seconds.
const option = (name: RegExp) =>
  waitFor(() => {
    const found = [...document.querySelectorAll('[role=option]')].find(each => name.test(each.textContent))
    if (!found) throw new Error(`There is no option ${name}.`)
    return found
  })

describe('undo', () => {
  it('takes back what was asked last, by one key, while it waits', async () => {
    const { desk, user } = await returnTwo()
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    // One at a time: the desk in memory gives no batch.
    expect(desk.replica.outbox()).toHaveLength(1)
    await user.keyboard('z')
    expect(desk.replica.outbox()).toEqual([])
    expect(desk.replica.caseGroup(second?.id as never)).toEqual(second)
  })

  it('says on the receipt what was taken back by the key: the hub does not have it', async () => {
    const { desk, user } = await returnTwo()
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    expect(await within(pane()).findByText('1 waiting to be sent, 1 taken back.')).toBeTruthy()
    await user.keyboard('z')
    expect(await within(pane()).findByText('2 taken back.')).toBeTruthy()
    expect(within(pane()).getAllByText('Taken back.')).toHaveLength(2)
    expect(desk.replica.outbox()).toEqual([])
  })

  it('says that it is too late, by the button and by the key', async () => {
    const { desk, user } = await returnTwo()
    act(() => desk.handOver())
    await user.click(within(pane()).getByRole('button', { name: 'Take back 2 changes' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Too late to take it back')
    expect(pane().textContent).toContain('2 waiting to be sent.')
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Close' }))
    await user.keyboard('z')
    expect(screen.getByRole('alert').textContent).toContain('Too late to take it back')
    act(() => desk.accept())
    expect(await within(pane()).findByText('2 done.')).toBeTruthy()
  })

  it('says of what went only in part that the rest is taken back', async () => {
    const { desk, user } = await returnTwo()
    const [first] = desk.replica.outbox()
    act(() => desk.handOver(first?.envelope.id))
    await user.click(within(pane()).getByRole('button', { name: 'Take back 2 changes' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Too late to take all of it back')
    expect(pane().textContent).toContain('1 waiting to be sent, 1 taken back.')
  })

  it('undoes by the opposite what the hub has, with a preview of its own', async () => {
    const { desk, user } = await returnTwo()
    act(() => desk.accept())
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    expect(within(pane()).getByRole('heading', { name: 'Undo 2 changes' })).toBeTruthy()
    expect(within(pane()).getAllByText(/^Allocate back to/).length).toBeGreaterThan(0)
    expect(desk.replica.outbox()).toEqual([])
    await user.click(within(pane()).getByRole('button', { name: 'Undo 2 changes' }))
    expect(await within(pane()).findByText('2 waiting to be sent.')).toBeTruthy()
    expect(desk.replica.caseGroup(second?.id as never)?.holder).toBe(second?.holder)
  })

  it('leaves out what somebody changed meanwhile, and says why', async () => {
    const { desk, user } = await returnTwo()
    act(() => desk.accept())
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    const now = desk.replica.caseGroup(second?.id as never)
    if (!now) throw new Error('The group is gone.')
    act(() => desk.put({ ...now, team: 'N2' as typeof now.team, holder: 'N2-1' as typeof now.holder }))
    expect(within(pane()).getByRole('button', { name: 'Undo 1 change' })).toBeTruthy()
    expect(pane().textContent).toContain('Cannot be undone.')
  })

  it('of groups that have all left sight says that they are no longer with him', async () => {
    const { desk, user } = await returnTwo()
    act(() => desk.accept())
    act(() => desk.lose(second?.id as never))
    act(() => desk.lose(third?.id as never))
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    expect(screen.getByText(/They are no longer with you\./)).toBeTruthy()
    expect(document.body.textContent).not.toContain('Choose a case group first.')
  })

  it('RTS-8: of a receipt whose groups left sight in part lists those by number, with why', async () => {
    const { desk, user } = await returnTwo()
    act(() => desk.accept())
    act(() => desk.lose(second?.id as never))
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    expect(within(pane()).getByRole('heading', { name: 'Undo 1 change' })).toBeTruthy()
    const words = within(pane()).getByRole('heading', { name: /Cannot be undone. It is no longer with you/ })
    expect(words.parentElement?.textContent).toContain(second?.id)
    await user.click(within(pane()).getByRole('button', { name: 'Undo 1 change' }))
    expect(await within(pane()).findByText('1 waiting to be sent.')).toBeTruthy()
  })

  it('LOCK-3, RTS-3: says where the group goes, by the decision itself', async () => {
    const [first, next] = aCaseload(6)
    if (!first || !next) throw new Error('There is no group.')
    const elsewhere = { compliant: false, serviceRequests: [], post: [] }
    const groups = [
      { ...first, ...elsewhere, lock: aLock(), history: [done({ kind: 'lock-set', ...terms })] },
      {
        ...next,
        ...elsewhere,
        lock: null,
        history: [done({ kind: 'allocated', from: null, to: staff('N1-2'), team: team('N1') })],
      },
    ]
    const desk = aDesk({ actor: 'N1-lead', groups, organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'case-groups')
    screen.getByRole('grid').focus()
    await user.keyboard('xjxz')
    const said = within(pane())
      .getAllByRole('heading', { level: 4 })
      .map(({ textContent }) => textContent)
    expect(said).toEqual([
      expect.stringMatching(/^Clear the lock: to .*ENFMT_NO_ELC.*, unassigned/),
      expect.stringMatching(/^Return to segment: to .*ENFMT_NO_ELC.*, unassigned/),
    ])
  })

  it('asks for a case group where the line before the person is none', async () => {
    const user = await sitDownAt(
      aDesk({ actor: 'N1-lead', groups: aCaseload(6), organisation: anOrganisation() }),
      '',
    )
    screen.getByRole('grid').focus()
    await user.keyboard('jj')
    await user.keyboard('{Control>}k{/Control}')
    for (const name of [/Undo what was done last/, /Return to segment/])
      expect((await option(name)).textContent).toContain('Choose a case group first.')
  })

  it('of absences, deputies and views says where their opposite is', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: aCaseload(2), organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'team')
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    expect(screen.getByText(/An absence or a deputy is changed or ended/)).toBeTruthy()
    await user.keyboard('v')
    screen.getByRole('grid').focus()
    await user.keyboard('z')
    expect(screen.getByText(/Remove a view, or share it no more/)).toBeTruthy()
  })

  it('says why there is nothing to undo', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: aCaseload(6), organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'case-groups')
    await user.keyboard('j')
    await user.keyboard('{Control>}k{/Control}')
    expect((await option(/Undo what was done last/)).textContent).toContain(
      'Nothing was done to it here that could be undone.',
    )
  })
})
