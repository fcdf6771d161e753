// @vitest-environment jsdom

import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aDataException } from '../../make/a-data-exception.ts'
import { aDifference } from '../../make/a-difference.ts'
import { acknowledged, aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { anEntry, anIncident, anOwnIncident, incidentNamed } from '../../make/an-incident.ts'
import { aMember, anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const allocatedNow = (group: CaseGroup): CaseGroup => ({
  ...group,
  history: [
    {
      at: new Date().toISOString(),
      actor: { kind: 'person', staff: staff('N1-mgr') },
      event: { kind: 'allocated', from: null, to: staff('N1-1'), team: team('N1') },
      reason: 'Shared out.',
      batch: null,
    },
  ],
})
const groups = aCaseload(6).map((group, at) => (at === 2 ? allocatedNow(group) : group))
const sit = () => sitDownAt(aDesk({ actor: 'N1-lead', groups, organisation: anOrganisation() }), '')

describe('Today', () => {
  it('comes first, and is gone to by g t', async () => {
    const user = await sit()
    expect(screen.getByRole('heading', { level: 1, name: /^Today in Team N1/ })).toBeTruthy()
    await user.keyboard('gl')
    await screen.findByRole('heading', { level: 1, name: /^Locks in/ })
    await user.keyboard('gt')
    expect(await screen.findByRole('heading', { level: 1, name: /^Today in/ })).toBeTruthy()
  })

  it('tells what others changed, by whom and why, and says in words where there is nothing', async () => {
    const user = await sit()
    await user.click(screen.getByRole('row', { name: /1 case group was allocated/ }))
    expect(pane().textContent).toContain('Allocated to Person N1-1')
    expect(pane().textContent).toContain('Person N1-mgr')
    expect(pane().textContent).toContain('Shared out.')
    expect(screen.queryByRole('row', { name: /Nobody else/ })).toBeNull()
    expect(
      screen.getByRole('row', { name: /no case group came back within 28 days of its return/ }),
    ).toBeTruthy()
  })

  it('goes from a line to its list with only what the line is about, by Enter', async () => {
    const user = await sit()
    await user.click(screen.getByRole('row', { name: /1 case group was allocated/ }))
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/Only these: 1 case group was allocated/)).toBeTruthy()
    expect(within(screen.getByRole('grid')).getAllByRole('row')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Show the whole list' }))
    expect(within(screen.getByRole('grid')).getAllByRole('row')).toHaveLength(7)
  })

  it('says that it is the first look for as long as it is, and not that one looked a week ago', async () => {
    await sit()
    expect(screen.getByText(/This is your first look on this device/)).toBeTruthy()
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(screen.getByText(/This is your first look on this device/)).toBeTruthy()
    expect(screen.queryByText(/You last looked/)).toBeNull()
  })

  it('has no news any more once one says that one has seen it', async () => {
    const user = await sit()
    await user.click(screen.getByRole('button', { name: 'I have seen these' }))
    expect(await screen.findByRole('row', { name: /Nobody else changed anything here/ })).toBeTruthy()
  })
})

describe('Today of a segment manager', () => {
  const difference = aDifference('holder', 'N1-2')
  const groups = [
    aCaseGroup({ appeal: 'accepted' }),
    aCaseGroup({ id: number('10000002'), differences: [difference] }),
    aCaseGroup({ id: number('10000003') }),
  ]
  const exceptions = [aDataException('a'), aDataException('b', { fault: 'parent', reason: 'Goes along.' })]
  const goThrough = async (line: RegExp) => {
    const desk = aDesk({ actor: 'N1-mgr', groups, exceptions, organisation: anOrganisation() })
    const user = await sitDownAt(desk, '')
    await user.click(await screen.findByRole('row', { name: line }))
    await user.keyboard('{Enter}')
  }

  it.each([
    ['IMP-8', /1 case group belongs to another segment/, /^Allocation drift/, '10000001'],
    ['IMP-6', /1 case group changed in CMS2012/, /^Differences with CMS2012/, '10000002'],
    ['IMP-1', /1 data exception to be put right/, /^Data exceptions of/, 'nino'],
  ])('%s: one key leads to the list with only what the line is about', async (_, line, title, found) => {
    await goThrough(line)
    await screen.findByRole('heading', { level: 1, name: title })
    const rows = within(screen.getByRole('grid')).getAllByRole('row')
    expect(rows.filter(({ textContent }) => textContent?.includes(found))).toHaveLength(1)
    expect(screen.queryByText(/Goes along/)).toBeNull()
  })
})

describe('TEAM-3 Today of a manager whose second team nobody may lead', () => {
  it('leads to the teams with that one focused', async () => {
    const made = anOrganisation()
    const staffOf = made.staff.map(each =>
      each.number === 'N2-lead' ? { ...each, access: 'removed' as const, accessEndedOn: '2026-11-01' } : each,
    )
    const desk = aDesk({ actor: 'N1-mgr', groups: [], organisation: { ...made, staff: staffOf } })
    const user = await sitDownAt(desk, 'today')
    await user.click(
      await screen.findByRole('row', { name: /1 team has nobody who may lead it today: its leader’s work/ }),
    )
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /^Teams of/ })
    expect(await within(pane()).findByRole('heading', { name: /Team N2/ })).toBeTruthy()
  })
})

describe('INC-15 a line that has case groups and incidents about none', () => {
  const places = Array.from({ length: 20 }, (_, at) => at)
  const waits = (at: number) => ({
    id: incidentNamed(String(at)),
    state: 'information-needed' as const,
    raisedBy: staff('N1-1'),
  })
  const withIncident = places.map(at =>
    aCaseGroup({ id: number(String(10_000_000 + at)), incidents: [anIncident(waits(at))] }),
  )
  const ofNoCase = places.map(at => anOwnIncident(waits(100 + at)))

  it('names 25 of both in the pane, and says how many more there are', async () => {
    const desk = aDesk({
      actor: 'N1-1',
      groups: withIncident,
      incidents: ofNoCase,
      organisation: anOrganisation(),
    })
    const user = await sitDownAt(desk, 'today')
    await user.click(await screen.findByRole('row', { name: /40 incidents wait for your next step/ }))
    expect(within(pane()).getAllByRole('listitem')).toHaveLength(25)
    expect(pane().textContent).toContain('and 15 more in the list.')
  })

  it('news of one about no case leads to those about none, and to no other', async () => {
    const told = {
      ...anEntry('ask-for-information', new Date().toISOString()),
      actor: { kind: 'person', staff: staff('N1-lead') } as const,
    }
    const news = anOwnIncident({ ...waits(100), description: 'About no case at all', history: [told] })
    const desk = aDesk({
      actor: 'N1-1',
      groups: withIncident.slice(0, 2),
      incidents: [news],
      organisation: anOrganisation(),
    })
    const user = await sitDownAt(desk, 'today')
    await user.click(await screen.findByRole('row', { name: /1 incident about no case with a new step/ }))
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /^My incidents: 3/ })
    await within(pane()).findAllByText('About no case at all')
    expect(within(screen.getByRole('grid')).queryByText('10000000')).toBeNull()
  })
})

describe('ACC-2 Today of somebody who oversees nobody', () => {
  it('a caseworker: what was given to him, one key from his list with that only', async () => {
    const desk = aDesk({
      actor: 'N1-1',
      groups: [allocatedNow(aCaseGroup())],
      organisation: anOrganisation(),
    })
    const user = await sitDownAt(desk, '')
    await screen.findByRole('heading', { level: 1, name: /^My case groups/ })
    await user.keyboard('gt')
    await screen.findByRole('heading', { level: 1, name: /^Today for Person N1-1: / })
    await user.click(screen.getByRole('row', { name: /1 case group was given to you/ }))
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/Only these: 1 case group was given to you/)).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: /^My case groups/ })).toBeTruthy()
  })

  it('ORPH-4 local IT: what is new, by number and team, one key from those requests', async () => {
    const recoveries = [aRecovery(), aRecovery({ masterCaseNumber: number('10000002'), acknowledged })]
    const desk = aDesk({ actor: 'it', groups: [], recoveries, organisation: organisationLeft() })
    const user = await sitDownAt(desk, 'today')
    await user.click(await screen.findByRole('row', { name: /1 recovery request is new/ }))
    expect(pane().textContent).toContain('10000001 To be acknowledged')
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /^Recovery requests to local IT/ })
    expect(within(screen.getByRole('grid')).queryByText('10000002')).toBeNull()
    expect(within(screen.getByRole('grid')).getByText('10000001')).toBeTruthy()
  })

  const desks = (
    role: 'service-management' | 'closure-manager',
    more: Partial<Parameters<typeof aDesk>[0]>,
  ) => {
    const made = anOrganisation()
    const organisation = { ...made, staff: [...made.staff, aMember('me', 'N1', { roles: [role] })] }
    return aDesk({ actor: 'me', groups: [], organisation, ...more })
  }

  it('ACC-1, IMP-1 service management: the data exceptions that no segment has, one key away', async () => {
    const exceptions = [aDataException('a', { segments: [], caseGroups: [], reason: 'Nobody has it.' })]
    const user = await sitDownAt(desks('service-management', { exceptions }), 'today')
    await user.click(await screen.findByRole('row', { name: /1 data exception to be put right/ }))
    expect(pane().textContent).toContain('Nobody has it.')
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /^Data exceptions that no segment has/ })
  })

  it('ACC-1 service management without one is told what does not wait for it', async () => {
    await sitDownAt(desks('service-management', {}), 'today')
    expect(screen.getByRole('row', { name: /No incident and no data exception waits for you/ })).toBeTruthy()
    expect(screen.queryByRole('row', { name: /case group/ })).toBeNull()
  })

  it('ACC-1, INC-15 the closure case manager: his incidents', async () => {
    const own = anOwnIncident({ state: 'information-needed', raisedBy: staff('me') })
    const user = await sitDownAt(desks('closure-manager', { incidents: [own] }), 'today')
    await user.click(await screen.findByRole('row', { name: /1 incident waits for your next step/ }))
    expect(pane().textContent).toContain('SBL-DAT-00215')
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: /incident/ })
    cleanup()
    await sitDownAt(desks('closure-manager', {}), 'today')
    expect(screen.getByRole('row', { name: /No incident waits for you/ })).toBeTruthy()
  })
})
