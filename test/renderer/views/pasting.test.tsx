// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { number } from '../../make/a-case-group.ts'
import { aRecovery, organisationLeft } from '../../make/a-recovery.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const leaderAt = (view: string) =>
  sitDownAt(aDesk({ actor: 'N1-lead', groups: aCaseload(30), organisation: anOrganisation() }), view)

/** The numbers of the rows. */
const listed = () =>
  screen.queryAllByRole('row').flatMap(row => /100000\d\d/.exec(row.textContent ?? '')?.[0] ?? [])

describe('a column of a spreadsheet pasted into the search', () => {
  it('shows what the numbers are, how many were found, and which were not', async () => {
    const user = await leaderAt('case-groups')
    await user.click(screen.getByRole('searchbox'))
    await user.paste('10000003\r\n10000007\r\n1-6\r\n10000099\r\n')
    expect(await screen.findByText(/^Only these: 3 of 4 pasted numbers, 3 case groups\./)).toBeTruthy()
    expect(screen.getByText(/Not found among your case groups: 10000099\./)).toBeTruthy()
    expect(listed()).toEqual(['10000003', '10000006', '10000007'])
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
    await user.click(screen.getByRole('button', { name: 'select all 3' }))
    expect(screen.getByRole('button', { name: /^Return 3 case groups/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show the whole list' }))
    await waitFor(() => expect(listed()).toHaveLength(30))
  })

  it('says what of it is in another list, and leads there', async () => {
    const user = await leaderAt('locks')
    await user.click(screen.getByRole('searchbox'))
    await user.paste('10000000\n10000003')
    expect(await screen.findByText(/1 of them is not in this list/)).toBeTruthy()
    expect(listed()).toEqual(['10000000'])
    await user.click(screen.getByRole('button', { name: 'See 2 case groups' }))
    await screen.findByRole('heading', { level: 1, name: /^Case groups/ })
    expect(listed()).toEqual(['10000000', '10000003'])
  })

  it('is no empty list where nothing of it is found: the way back is there', async () => {
    const user = await leaderAt('locks')
    await user.click(screen.getByRole('searchbox'))
    await user.paste('99999998\n99999999')
    expect(await screen.findByRole('heading', { name: 'Nothing here matches' })).toBeTruthy()
    await user.click(screen.getAllByRole('button', { name: 'Show the whole list' })[0] as HTMLElement)
    expect(listed().length).toBe(2)
  })

  it('asks for service requests by number, not for the others of their groups', async () => {
    const user = await leaderAt('requests')
    await user.click(screen.getByRole('searchbox'))
    await user.paste('1-3\n1-9')
    expect(await screen.findByText(/^Only these: 2 of 2 pasted numbers/)).toBeTruthy()
    expect(listed().length).toBe(2)
  })

  it('is looked for as it is where it is one thing', async () => {
    const user = await leaderAt('case-groups')
    await user.click(screen.getByRole('searchbox'))
    await user.paste('10000004')
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('10000004')
    expect(screen.queryByText(/^Only these/)).toBeNull()
  })
})

describe('ORPH-4 a column of numbers pasted by local IT', () => {
  it('shows the requests that it names, and which of its numbers are of none', async () => {
    const recoveries = ['10000001', '10000002', '10000003'].map(id =>
      aRecovery({ masterCaseNumber: number(id) }),
    )
    const desk = aDesk({ actor: 'it', groups: [], recoveries, organisation: organisationLeft() })
    const user = await sitDownAt(desk, 'recovery')
    await user.click(screen.getByRole('searchbox'))
    await user.paste('10000001\n10000003\n10000009\n')
    expect(await screen.findByText(/^Only these: 2 of 3 pasted numbers, 2 requests\./)).toBeTruthy()
    expect(screen.getByText(/Not found among the recovery requests: 10000009\./)).toBeTruthy()
    expect(listed()).toEqual(['10000001', '10000003'])
    await user.click(screen.getByRole('button', { name: 'Show the whole list' }))
    expect(listed().length).toBe(3)
  })
})
