// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anIncident, incidentNamed } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(() => {
  cleanup()
})

const email = { receivedAt: '2026-11-25T15:20:00Z', replyTo: 'aac@example.test', text: 'Try it again.' }
const group = aCaseGroup({
  lock: aLock({ reviewOn: '2026-11-30' }),
  serviceRequests: [
    aRequest('late', { dueOn: '2026-11-10' }),
    aRequest('today', { dueOn: '2026-11-26' }),
    anAdviceRequest('DNA-1'),
  ],
  incidents: [anIncident({ state: 'email-to-answer', email })],
})

/** Somebody at the desk on Thursday 26 November 2026. */
async function sitAt(time: string, incidents = group.incidents) {
  vi.useFakeTimers({ now: new Date(`2026-11-26T${time}:00Z`), shouldAdvanceTime: true, toFake: ['Date'] })
  const desk = aDesk({
    actor: 'N1-lead',
    groups: [{ ...group, incidents }],
    advice: [aGeneralRequest()],
    organisation: anOrganisation(),
  })
  const user = await sitDownAt(desk, 'deadlines')
  screen.queryByRole('grid')?.focus()
  return { desk, user }
}

describe('the list of deadlines', () => {
  it('has every clock under how urgent it is, the working of the focused one beside it', async () => {
    const { user } = await sitAt('10:00')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Deadlines of Team N1: 6, 1 overdue, 2 today',
    )
    const text = screen.getByRole('grid').textContent
    for (const heading of ['Critically overdue · 1', 'Today · 2', 'Within seven days · 2', 'Later · 1'])
      expect(text).toContain(heading)
    expect(text).toContain('due today at 15:20')
    await user.keyboard('j')
    expect(within(pane()).getByText(/^24 hours from Wednesday 25 November 2026, 15:20/)).toBeTruthy()
    await user.keyboard('{End}')
    expect(within(pane()).getByText(/^10 working days of Northern Ireland/)).toBeTruthy()
  })

  it('leads to the record by one key', async () => {
    const { user } = await sitAt('10:00')
    await user.keyboard('j{Enter}')
    expect(location.hash).toContain('/incidents')
    expect(await within(pane()).findAllByText(/AAC/)).not.toEqual([])
  })
})

/** What the browser tells; it is permitted once it was asked for. */
function aDesktopThatTells(permission: 'default' | 'granted') {
  const told: string[] = []
  const notices: { onclick: () => void }[] = []
  class Told {
    static permission: string = permission
    static requestPermission = async () => {
      Told.permission = 'granted'
      return 'granted'
    }
    onclick = () => {}
    constructor(_title: string, { body }: { readonly body: string }) {
      told.push(body)
      notices.push(this)
    }
  }
  vi.stubGlobal('Notification', Told)
  return { told, notices }
}

describe('a notice at the desktop', () => {
  it('is offered by a button, asked for once, and comes two hours before a breach without a name', async () => {
    const { told, notices } = aDesktopThatTells('default')
    const { user } = await sitAt('13:20')
    expect(told).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Tell me before a deadline' }))
    await vi.waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Tell me before a deadline' })).toBeNull(),
    )
    await user.keyboard('j')
    await vi.waitFor(() =>
      expect(told).toEqual(['Answer to AAC is due at 15:20.', '1 deadline by the end of today.']),
    )
    await user.keyboard('gn')
    expect(await screen.findByRole('heading', { level: 1, name: /^Needs you/ })).toBeTruthy()
    notices[0]?.onclick()
    expect(await screen.findByRole('heading', { level: 1, name: /^Deadlines/ })).toBeTruthy()
  })

  it('INC-10: after the desk was shut comes for what began meanwhile, and not again for what was told', async () => {
    const before = aDesktopThatTells('granted')
    await sitAt('13:20')
    await vi.waitFor(() => expect(before.told).toHaveLength(2))
    cleanup()
    const after = aDesktopThatTells('granted')
    const late = { ...email, receivedAt: '2026-11-25T15:10:00Z' }
    const meanwhile = anIncident({ id: incidentNamed('2'), state: 'email-to-answer', email: late })
    await sitAt('13:25', [...group.incidents, meanwhile])
    await vi.waitFor(() => expect(after.told).toEqual(['Answer to AAC is due at 15:10.']))
  })
})
