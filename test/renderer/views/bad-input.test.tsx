// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const deskOf = (groups: number) =>
  aDesk({ actor: 'N1-lead', groups: aCaseload(groups), organisation: anOrganisation() })

const table = Array.from({ length: 60 }, (_, at) => `1000${at}\tMcLaughlin\t01/10/2026`).join('\n')

describe('a table pasted as a reason', () => {
  it('is kept whole, and what is too much of it is said, not cut off', async () => {
    const desk = deskOf(3)
    const user = await sitDownAt(desk, 'case-groups')
    screen.getByRole('grid').focus()
    await user.keyboard('jr')
    const reason = within(pane()).getByRole<HTMLTextAreaElement>('textbox')
    await user.click(reason)
    await user.paste(table)
    expect(reason.value).toBe(table)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await within(pane()).findByText(/^1,000 characters at the most: this has 1,7\d\d/)).toBeTruthy()
    expect(desk.replica.outbox()).toEqual([])
    const short = table.split('\n').slice(0, 20).join('\n')
    await user.clear(reason)
    await user.paste(short)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(pane()).findByText('1 waiting to be sent.')
    expect(desk.replica.outbox().map(({ envelope }) => envelope.reason)).toEqual([short])
  })
})

describe('a name of a view that is too long', () => {
  it('is said to be, and not cut off', async () => {
    const user = await sitDownAt(deskOf(3), 'case-groups')
    await user.click(screen.getByRole('button', { name: 'Save or change views' }))
    await user.click(await screen.findByRole('textbox', { name: /^Name for/ }))
    await user.paste('x'.repeat(300))
    expect(await screen.findByText(/characters at the most: this has 300/)).toBeTruthy()
  })
})

describe('a team of nobody', () => {
  it('has a view that says so, and no shares to give', async () => {
    const organisation = anOrganisation()
    const leaderOnly = organisation.staff.filter(({ number }) => !/^N1-\d/.test(number))
    const desk = aDesk({
      actor: 'N1-lead',
      groups: [],
      organisation: { ...organisation, staff: leaderOnly },
    })
    await sitDownAt(desk, 'team')
    expect(screen.getByRole('heading', { name: 'No caseworker works here' })).toBeTruthy()
    expect(screen.queryByRole('grid')).toBeNull()
    expect(screen.getByRole('button', { name: /Person N1-lead/ })).toBeTruthy()
  })
})

describe('5,000 selected rows', () => {
  it('are previewed, sent and told of as one', async () => {
    const desk = deskOf(5_000)
    const user = await sitDownAt(desk, 'case-groups')
    await user.click(screen.getByRole('button', { name: 'select all 5,000' }))
    screen.getByRole('grid').focus()
    await user.keyboard('r')
    await user.click(await within(pane()).findByRole('checkbox', { name: /locked/ }))
    await user.click(within(pane()).getByRole('textbox'))
    await user.paste('The office closes; all of it goes back.')
    await user.click(within(pane()).getByRole('button', { name: 'Return 5,000 case groups' }))
    await within(pane()).findByText('5,000 waiting to be sent.')
    expect(desk.replica.outbox().length).toBe(5_000)
  })
})
