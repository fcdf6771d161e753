// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anOrphan, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { aDeputyship, anAbsence, aRota } from '../../make/a-rota.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const done = aSpecialistRequest('DNA-1', {
  activities: [{ sequence: 1, name: 'Test', status: 'Done', doneOn: '2026-11-02' }],
})
const answered = 'He is the father. Go on with the calculation.'

/** A specialist's answer that the hub refused. */
async function refusedAnswer(keeps = true) {
  const group = aCaseGroup({ serviceRequests: [done] })
  const desk = aDesk({ actor: 'DNA-1', groups: [group], organisation: anOrganisation(), keeps })
  const user = await sitDownAt(desk, 'requests')
  screen.getByRole('grid').focus()
  await user.keyboard('f')
  await user.keyboard(`${answered}{Control>}{Enter}{/Control}`)
  act(() => desk.refuse('Something changed meanwhile.'))
  await user.keyboard('gn')
  await within(pane()).findByText(/^The hub refused it/)
  return { desk, user }
}

describe('Needs you: taking back', () => {
  it('says that it is too late where the change is on its way', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [aCaseGroup()], organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'case-groups')
    screen.getByRole('grid').focus()
    await user.keyboard('r')
    await user.click(await within(pane()).findByRole('button', { name: 'Return 1 case group' }))
    await within(pane()).findByText('1 waiting to be sent.')
    act(() => desk.handOver())
    await user.keyboard('gn')
    await user.click(await within(pane()).findByRole('button', { name: 'Take it back' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Too late to take it back')
  })
})

const statesOf = (desk: DeskInMemory) => desk.replica.outbox().map(({ state }) => state.kind)

describe('ACC-3 a refused change that this device may not keep', () => {
  it('is said to be lost with the desk, and by nothing to be kept', async () => {
    await refusedAnswer(false)
    expect(pane().textContent).toContain('lost if the desk closes before you deal with it')
    expect(document.body.textContent).not.toContain('kept on this device')
  })
})

describe('Needs you: asked again as things are now', () => {
  it('a closing has what was written in it, and takes the place of the refused one', async () => {
    const { desk, user } = await refusedAnswer()
    expect(pane().textContent).toContain(answered)
    await user.click(within(pane()).getByRole('button', { name: 'Ask again as things are now' }))
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', answered)
    await user.click(within(pane()).getByRole('button', { name: /^Close/ }))
    expect(statesOf(desk)).toEqual(['waiting'])
  })

  it('what needs no words is asked at once', async () => {
    const group = aCaseGroup({ serviceRequests: [aRequest('1', { status: 'Not Started', activities: [] })] })
    const desk = aDesk({ actor: 'N1-1', groups: [group], organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'requests')
    screen.getByRole('grid').focus()
    await user.keyboard('s')
    act(() => desk.refuse('Something changed meanwhile.'))
    await user.keyboard('gn')
    await user.click(await within(pane()).findByRole('button', { name: 'Ask again as things are now' }))
    expect(statesOf(desk)).toEqual(['waiting'])
    expect(desk.replica.caseGroup(group.id)?.serviceRequests[0]?.status).toBe('Started')
  })

  it('TEAM-2: an absence too', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() })
    const args = { team: 'N1', staff: 'N1-1', from: '2026-12-01', to: '2026-12-04', replaces: null }
    await desk.perform([{ name: 'mark-absent', args, saw: { until: null } }], null)
    desk.refuse('Something changed meanwhile.')
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await user.click(await within(pane()).findByRole('button', { name: 'Ask again as things are now' }))
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['waiting']))
  })

  it.each([
    ['changed dates', 'mark-absent', { from: '2026-12-02', to: '2026-12-05', replaces: '2026-12-01' }],
    ['an end', 'end-absence', { from: '2026-12-01' }],
  ] as const)('TEAM-2: %s of an absence, of what it is by now', async (_, name, asked) => {
    const away = anAbsence('N1-1', '2026-12-01', '2026-12-04')
    const rota = aRota('N1', { absences: [away] })
    const desk = aDesk({ actor: 'N1-lead', groups: [], rotas: [rota], organisation: anOrganisation() })
    await desk.perform(
      [{ name, args: { team: 'N1', staff: 'N1-1', ...asked }, saw: { until: away.to } }],
      null,
    )
    desk.refuse('Something changed meanwhile.')
    desk.put({ ...rota, absences: [{ ...away, to: '2026-12-11' }] })
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await user.click(await within(pane()).findByRole('button', { name: 'Ask again as things are now' }))
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['waiting']))
    const { from, to } = { to: null, ...asked }
    expect(desk.replica.aggregates('rota').get(rota.id)?.absences).toEqual(
      to === null ? [] : [{ staff: 'N1-1', from, to }],
    )
  })

  it('TEAM-3: a deputy that is named, and one whose time is ended', async () => {
    const rota = aRota('N1', {
      deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-12-01', '2026-12-04')],
    })
    const desk = aDesk({ actor: 'N1-lead', groups: [], rotas: [rota], organisation: anOrganisation() })
    const naming = { leader: 'N1-lead', deputy: 'N2-lead', from: '2026-12-10', to: '2026-12-11' }
    await desk.perform([{ name: 'name-deputy', args: { team: 'N1', ...naming }, saw: {} }], null)
    const ending = { team: 'N1', leader: 'N1-lead', from: '2026-12-01' }
    await desk.perform([{ name: 'end-deputyship', args: ending, saw: { deputy: 'N2-lead' } }], null)
    desk.refuse('Something changed meanwhile.')
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    const again = () => within(pane()).findByRole('button', { name: 'Ask again as things are now' })
    await user.click(await again())
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['refused', 'waiting']))
    await user.click(await again())
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['waiting', 'waiting']))
    expect(desk.replica.aggregates('rota').get(rota.id)?.deputyships).toMatchObject([naming])
  })

  it('TEAM-2: never over an absence that somebody else marked meanwhile: it is named, and My team is a press away', async () => {
    const desk = aDesk({ actor: 'N1-lead', groups: [], organisation: anOrganisation() })
    const args = { team: 'N1', staff: 'N1-1', from: '2026-12-10', to: '2026-12-12', replaces: null }
    await desk.perform([{ name: 'mark-absent', args, saw: { until: null } }], null)
    desk.refuse('Something changed meanwhile.')
    desk.put(aRota('N1', { absences: [anAbsence('N1-1', '2026-12-01', '2026-12-30')] }))
    const user = await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await within(pane()).findByText('Person N1-1 is marked absent from 1 December 2026 to 30 December 2026.')
    expect(within(pane()).queryByRole('button', { name: /^Ask again/ })).toBeNull()
    await user.click(within(pane()).getByRole('button', { name: 'Open My team' }))
    expect(await within(pane()).findByText(/^Away from 1 December 2026/)).toBeTruthy()
  })

  it.each([
    ['new dates', 'mark-absent', { from: '2026-12-02', to: '2026-12-05', replaces: '2026-12-01' }],
    ['an end', 'end-absence', { from: '2026-12-01' }],
  ] as const)('TEAM-2: %s of an absence, never of another one on those days', async (_, name, asked) => {
    const rota = aRota('N1', { absences: [anAbsence('N1-1', '2026-12-01', '2026-12-04')] })
    const desk = aDesk({ actor: 'N1-lead', groups: [], rotas: [rota], organisation: anOrganisation() })
    const request = { name, args: { team: 'N1', staff: 'N1-1', ...asked }, saw: { until: '2026-12-04' } }
    await desk.perform([request], null)
    desk.refuse('Something changed meanwhile.')
    desk.put({ ...rota, absences: [anAbsence('N1-1', '2026-12-03', '2026-12-30')] })
    await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await within(pane()).findByText(/is marked absent from 3 December 2026 to 30 December 2026/)
    expect(within(pane()).queryByRole('button', { name: /^Ask again/ })).toBeNull()
  })

  it('TEAM-3: never the end of another deputy’s time: who is deputy by now is said', async () => {
    const rota = (deputy: string) =>
      aRota('N1', { deputyships: [aDeputyship('N1-lead', deputy, '2026-12-01', '2026-12-04')] })
    const desk = aDesk({
      actor: 'N1-lead',
      groups: [],
      rotas: [rota('N2-lead')],
      organisation: anOrganisation(),
    })
    const args = { team: 'N1', leader: 'N1-lead', from: '2026-12-01' }
    await desk.perform([{ name: 'end-deputyship', args, saw: { deputy: 'N2-lead' } }], null)
    desk.refuse('Something changed meanwhile.')
    desk.put(rota('N1-1'))
    await sitDownAt(desk, 'needs-you')
    screen.getByRole('grid').focus()
    await within(pane()).findByText(
      'Deputy for Person N1-lead: Person N1-1 from 1 December 2026 to 4 December 2026.',
    )
    expect(within(pane()).queryByRole('button', { name: /^Ask again/ })).toBeNull()
  })

  it('ORPH-4: a chasing of local IT too', async () => {
    const desk = aDesk({
      actor: 'N1-lead',
      groups: [anOrphan()],
      recoveries: [aRecovery()],
      organisation: organisationLeft(),
      now: '2026-11-25T09:30:00.000Z',
    })
    const user = await sitDownAt(desk, 'recovery')
    screen.getByRole('grid').focus()
    await user.keyboard('q')
    await user.click(within(pane()).getByRole('button', { name: 'Chase IT for 1 orphan' }))
    act(() => desk.refuse('Something changed meanwhile.'))
    await user.keyboard('gn')
    await user.click(await within(pane()).findByRole('button', { name: 'Ask again as things are now' }))
    await user.click(within(pane()).getByRole('button', { name: 'Chase IT for 1 orphan' }))
    expect(statesOf(desk)).toEqual(['waiting'])
  })
})

describe('Needs you: a refused text beside a draft that was begun since', () => {
  it('is asked again with the refused text; the draft stays for its own form', async () => {
    const joined = aCaseGroup({ incidents: [anIncident()] })
    const desk = aDesk({ actor: 'N1-lead', groups: [joined], organisation: anOrganisation() })
    const user = await sitDownAt(desk, 'incidents')
    screen.getByRole('grid').focus()
    await user.keyboard('Q')
    await user.keyboard('Which browser?{Control>}{Enter}{/Control}')
    act(() => desk.refuse('Something changed meanwhile.'))
    screen.getByRole('grid').focus()
    await user.keyboard('Q')
    await user.keyboard('Begun since{Escape}')
    await user.keyboard('gn')
    await user.click(await within(pane()).findByRole('button', { name: /^Write it again/ }))
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Which browser?')
    await user.click(within(pane()).getByRole('textbox'))
    await user.keyboard(' Which version?{Control>}{Enter}{/Control}')
    await vi.waitFor(() => expect(statesOf(desk)).toEqual(['waiting']))
    expect(desk.drafts.all().map(({ fields }) => fields)).toEqual([{ words: 'Begun since' }])
  })
})

describe('RTS-8 and ACC-3 a refused change on a group that is gone', () => {
  it('says that it is no longer with him, and shows nothing of what he wrote or what it was about', async () => {
    const { desk, user } = await refusedAnswer()
    act(() => desk.lose('10000001'))
    expect(document.body.textContent).toContain('no longer with you')
    for (const told of [answered, 'Parentage dispute', 'Something changed meanwhile'])
      expect(document.body.textContent).not.toContain(told)
    expect(within(pane()).queryByRole('button', { name: /^Ask again/ })).toBeNull()
    await user.click(within(pane()).getByRole('button', { name: 'Dismiss' }))
    expect(desk.replica.outbox()).toEqual([])
  })
})
