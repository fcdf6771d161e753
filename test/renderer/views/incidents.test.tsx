// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { anEntry, anIncident, incidentNamed, wholeDetails, withAac } from '../../make/an-incident.ts'
import { aMember, anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'
import { incidentIn, sit, with1 } from '../make/sit-at-incidents.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(() => {
  cleanup()
})

const heading = () => screen.getByRole('heading', { level: 1 }).textContent

describe('INC-3 the team leader’s queue', () => {
  it('has consultations and referrals under whose turn it is, the oldest first, and counts what is to do', async () => {
    const incidents = [
      anIncident({ id: incidentNamed('1'), state: 'referred' }),
      anIncident({ id: incidentNamed('2'), raisedAt: '2026-11-20T12:00:00.000Z' }),
      anIncident({ id: incidentNamed('3'), raisedAt: '2026-11-20T08:00:00.000Z' }),
      anIncident({ id: incidentNamed('4'), state: 'authorised' }),
    ]
    await sit('N1-lead', [aCaseGroup({ incidents })])
    expect(heading()).toBe('Incidents of Team N1: 4, 3 to do')
    const text = screen.getByRole('grid').textContent
    expect(text).toContain('Consultations: your turn · 2')
    expect(text).toContain('Referrals to authorise or send back: your turn · 1')
    expect(text).toContain('AAC to be called: with the caseworker · 1')
  })

  it('resolves by keyboard with a day to check back, and draws it as intended', async () => {
    // The page's day is that of the desk in memory.
    vi.useFakeTimers({ now: new Date('2026-11-21T09:30:00Z'), toFake: ['Date'] })
    const { user, desk } = await sit('N1-lead', [with1({})])
    await user.keyboard('R')
    await user.keyboard('Clear the pending item first.{Control>}{Enter}{/Control}')
    expect(incidentIn(desk)).toMatchObject({ state: 'check-back' })
    expect(await screen.findByText('Step intended')).toBeTruthy()
  })

  it('INC-16: says of his own that another authorises it', async () => {
    await sit('N1-lead', [with1({ state: 'referred', raisedBy: 'N1-lead' as never })])
    expect(await within(pane()).findAllByText(/Nobody authorises an incident he raised/)).toHaveLength(2)
  })

  it('a second decision is refused with the first one shown, and its text kept', async () => {
    const group = with1({})
    const { user, desk } = await sit('N1-lead', [group])
    await user.keyboard('Q')
    await user.keyboard('Which step?')
    desk.put(with1({ state: 'to-refer', turn: 1 }))
    expect(await within(pane()).findByText(/Somebody else decided while you wrote/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(pane().textContent).toContain('It is now')
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Which step?')
  })
})

describe('INC-6 what is missing', () => {
  it('is named, and one key goes to its field', async () => {
    const { background: _, reference: __, ...details } = wholeDetails
    const { user, desk } = await sit('N1-1', [with1({ state: 'to-refer', details })])
    expect(await within(pane()).findByText(/AAC would reject it for 2 answers/)).toBeTruthy()
    await user.keyboard('2')
    expect(document.activeElement?.id).toMatch(/reference$/)
    await user.keyboard('None held{Control>}{Enter}{/Control}')
    expect(incidentIn(desk)?.details.reference).toBe('None held')
  })

  it('one key goes to the first, and from each to the next, however many there are', async () => {
    const { user } = await sit('N1-1', [with1({ state: 'to-refer', details: {} })])
    await user.keyboard('{F8}')
    const gone: string[] = []
    for (let field = 0; field < 21; field++) {
      gone.push(document.activeElement?.id.replace(/^.*:|^_r_.*?_/, '') ?? '')
      await user.keyboard('{F8}')
    }
    expect(new Set(gone).size).toBe(21)
    expect(document.activeElement?.id).toMatch(/serviceRequest$/)
  })

  it('two fill in apart: neither takes out what the other wrote, nor says it again', async () => {
    const { background: _, reference: __, ...details } = wholeDetails
    const { user, desk } = await sit('N1-1', [with1({ state: 'to-refer', details })])
    await user.keyboard('1')
    desk.put(with1({ state: 'to-refer', details: { ...details, reference: 'ERN 12345678' } }))
    await user.keyboard('Since Monday.{Control>}{Enter}{/Control}')
    expect(incidentIn(desk)?.details).toMatchObject({
      background: 'Since Monday.',
      reference: 'ERN 12345678',
    })
    expect(desk.replica.outbox()[0]?.envelope.args).toMatchObject({
      details: { background: 'Since Monday.' },
    })
    expect(incidentIn(desk)?.history.at(-1)?.facts).toEqual({ background: 'Since Monday.' })
  })

  it('of the same field the first stands: the second is told, and writes over it only when he has seen it', async () => {
    const { background: _, ...details } = wholeDetails
    const { user, desk } = await sit('N1-1', [with1({ state: 'to-refer', details })])
    await user.keyboard('1')
    const entry = anEntry('complete-details', '2026-11-21T09:00:00.000Z')
    desk.put(
      with1({ state: 'to-refer', details: { ...details, background: 'Since May.' }, history: [entry] }),
    )
    await user.keyboard('Since Monday.{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText(/filled this in since you looked: Background/)).toBeTruthy()
    expect(incidentIn(desk)?.details.background).toBe('Since May.')
    await user.click(within(pane()).getByRole('button', { name: 'Look at it as it is now' }))
    const background = within(pane()).getByLabelText(/^Background/)
    expect(background).toHaveProperty('value', 'Since Monday.')
    expect(document.activeElement).toBe(background)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(incidentIn(desk)?.details.background).toBe('Since Monday.')
  })

  it('a draft brings back what its writer wrote, and nothing that was empty then', async () => {
    const { background: _, reference: __, ...details } = wholeDetails
    const { user, desk } = await sit('N1-1', [with1({ state: 'to-refer', details })])
    await user.keyboard('1')
    await user.keyboard('Since Monday.{Escape}')
    desk.put(with1({ state: 'to-refer', details: { ...details, reference: 'ERN 12345678' } }))
    screen.getByRole('grid').focus()
    await user.keyboard('E')
    const background = within(pane()).getByLabelText(/^Background/)
    expect(background).toHaveProperty('value', 'Since Monday.')
    await user.click(background)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(incidentIn(desk)?.details.reference).toBe('ERN 12345678')
    expect(incidentIn(desk)?.details.background).toBe('Since Monday.')
  })
})

describe('INC-11 who gets the retries', () => {
  it('is offered as the command takes it: in Special Client Records only who is nominated', async () => {
    const organisation = anOrganisation()
    const sensitive = aCaseGroup({
      segment: 'FS_GB_CCLNT_SCR' as never,
      team: 'SCR' as never,
      holder: 'SCR-1' as never,
      sensitive: true,
      incidents: [withAac({ raisedBy: staff('SCR-1') })],
    })
    const desk = aDesk({
      actor: 'SCR-1',
      groups: [sensitive],
      organisation: {
        ...organisation,
        staff: [
          ...organisation.staff.filter(({ number }) => number !== 'SCR-2'),
          aMember('SCR-2', 'SCR'),
          aMember('SCR-3', 'SCR', { scrNominated: true }),
        ],
      },
    })
    await desk.readTrail.open([sensitive.id], 'work', 'My week.')
    const user = await sitDownAt(desk, 'incidents')
    screen.queryByRole('grid')?.focus()
    await user.keyboard('H')
    const options = within(within(pane()).getByLabelText('Who gets the retries')).getAllByRole('option')
    expect(options.map(({ textContent }) => textContent)).toEqual(['Choose one', 'Person SCR-3'])
  })
})

describe('LOCK-6 while an incident is with AAC', () => {
  const group = aCaseGroup({
    incidents: [anIncident({ state: 'with-aac', number: 'INC77' })],
    lock: aLock({ category: 'incident-with-aac' }),
    serviceRequests: [aRequest('1', { status: 'Not Started', activities: [] })],
  })

  it('another doing of somebody else asks for a reason in the pane first, and sends it along', async () => {
    const { user, desk } = await sit('N1-lead', [group], 'requests')
    await user.keyboard('s')
    expect(pane().textContent).toContain('INC77: With AAC')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText('Say why it cannot wait for AAC.')).toBeTruthy()
    await user.type(within(pane()).getByRole('textbox'), 'A court asks for it.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(desk.replica.outbox().map(({ envelope }) => [envelope.name, envelope.reason])).toEqual([
      ['start-service-request', 'A court asks for it.'],
    ])
  })

  it('who answers AAC is asked for none', async () => {
    const { user, desk } = await sit('N1-1', [group], 'requests')
    await user.keyboard('s')
    expect(desk.replica.outbox().map(({ envelope }) => envelope.reason)).toEqual([null])
  })
})

describe('INC-14 a step that the hub refused', () => {
  it('is in Needs you with what was asked and what is true now, and is written again with its text', async () => {
    const { user, desk } = await sit('N1-lead', [with1({})])
    await user.keyboard('Q')
    await user.keyboard('Which step?{Control>}{Enter}{/Control}')
    const actor = { kind: 'person', staff: 'N1-mgr' } as never
    const entry = { command: 'x', at: '2026-11-21T09:00:00.000Z', actor, to: 'information-needed' } as never
    const facts = { words: 'Which browser?' }
    desk.refuse('Somebody else decided since you looked.')
    desk.put(
      with1({
        turn: 1,
        state: 'information-needed',
        history: [{ ...Object(entry), step: 'ask-for-information', facts }],
      }),
    )
    await user.keyboard('gn')
    expect(await screen.findByRole('heading', { name: /^Needs you: 1 refused/ })).toBeTruthy()
    expect(pane().textContent).toContain('Which step?')
    expect(pane().textContent).toContain('Which browser?')
    await user.click(within(pane()).getByRole('button', { name: 'Write it again as things are now' }))
    expect(within(pane()).getByRole('textbox')).toHaveProperty('value', 'Which step?')
  })
})

describe('INC-3, INC-5 what whoever has the next turn goes by', () => {
  it('stands on top, and beside the form that answers it', async () => {
    const asked = {
      ...anEntry('ask-for-information', '2026-11-20T12:00:00.000Z'),
      facts: { words: 'Which step?' },
    }
    const group = with1({ state: 'information-needed', history: [asked] })
    const { user } = await sit('N1-1', [group])
    const before = pane().textContent ?? ''
    expect(before.indexOf('Which step?')).toBeGreaterThan(0)
    expect(before.indexOf('Which step?')).toBeLessThan(before.indexOf('How it came here'))
    await user.keyboard('I')
    expect(pane().querySelector('form')?.textContent).toContain('Which step?')
  })
})

describe('INC-12 after an incident is closed', () => {
  const solved = anIncident({ state: 'solved', number: 'INC0042' })
  const lock = aLock({ category: 'incident-with-aac' })
  const close = async (group: CaseGroup) => {
    const { user, desk } = await sit('N1-1', [group])
    await user.keyboard('X')
    await user.keyboard('Closed by AAC.{Control>}{Enter}{/Control}')
    await vi.waitFor(() => expect(incidentsIn(desk)).toContain('closed'))
    await vi.waitFor(() => expect(within(pane()).queryByText(/AAC has closed it\./)).toBeNull())
    return screen.queryByRole('complementary', { name: 'What will happen' })
  }
  const incidentsIn = (desk: DeskInMemory) =>
    [...desk.replica.caseGroups().values()].flatMap(({ incidents }) => incidents.map(({ state }) => state))

  it('the lock is offered to be cleared', async () => {
    expect(await close(aCaseGroup({ lock, incidents: [solved] }))).toBeTruthy()
  })

  it('says why it can come off, and of one that was on already what else it may be for', async () => {
    await close(aCaseGroup({ lock, incidents: [solved] }))
    expect(pane().textContent).toMatch(/was closed on .*\. The lock was set for it and can come off\./)
    cleanup()
    await close(aCaseGroup({ lock: aLock({ reason: null }), incidents: [solved] }))
    expect(pane().textContent).toContain('was on already, and CMS2012 does not say what for.')
    cleanup()
    await close(aCaseGroup({ lock: aLock(), incidents: [solved] }))
    expect(pane().textContent).toContain('and CMS2012 says only: “Order for sale in progress”.')
  })

  it('LOCK-2: but not one that is for something else', async () => {
    const other = aLock({ category: 'enforcement-action' })
    expect(await close(aCaseGroup({ lock: other, incidents: [solved] }))).toBeNull()
  })

  it('INC-17: also where it is withdrawn', async () => {
    const rejected = anIncident({ state: 'rejected', rejection: 'No screen shot.' })
    const { user } = await sit('N1-lead', [aCaseGroup({ lock, incidents: [rejected] })])
    await user.keyboard('W')
    await user.keyboard('Raised by mistake.{Control>}{Enter}{/Control}')
    await within(pane()).findByText(/was withdrawn on .*\. The lock was set for it and can come off\./)
  })

  it('LOCK-6: but not where another one keeps it on', async () => {
    const other = withAac({ id: incidentNamed('2') })
    expect(await close(aCaseGroup({ lock, incidents: [solved, other] }))).toBeNull()
  })
})
