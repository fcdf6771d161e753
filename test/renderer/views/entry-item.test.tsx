// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { aCaseGroup, aLetter, aRequest } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const group = aCaseGroup({
  serviceRequests: [
    aRequest('10063881', { status: 'Not Started' }),
    aSpecialistRequest('DNA-1'),
    aRequest('10063882', { type: 'Change of income' }),
  ],
  post: [aLetter('L1'), aLetter('L2')],
  differences: [
    { field: 'holder', source: 'N1-2', drifts: true, sourceSince: null, sourceLock: null },
    { field: 'lock', source: 'on', drifts: true, sourceSince: null, sourceLock: null },
  ],
})

/** One asks it, the hub refuses it, and he looks at what needs him. */
async function refused(actor: string, name: string, args: object, saw: object = {}) {
  const desk = aDesk({ actor, groups: [group], organisation: anOrganisation() })
  const request = { name, args: { masterCaseNumber: group.id, ...args }, saw }
  const { stored } = await desk.perform([request as never], 'So that it is right.')
  expect(stored).toHaveLength(1)
  desk.refuse('Somebody else was first.')
  await sitDownAt(desk, 'needs-you')
  screen.getByRole('grid').focus()
  await within(pane()).findByText(/^The hub refused it/)
  return desk
}

const told = () => [
  within(pane()).getByRole('heading', { level: 2 }).textContent,
  [...document.querySelectorAll('[role=gridcell]')][3]?.textContent,
]
const seenFields = [
  { field: 'holder', ours: 'N1-1', source: 'N1-2' },
  { field: 'lock', ours: 'off', source: 'on' },
]

describe('Needs you names what a change was about', () => {
  it.each([
    [
      'the service request',
      'assign-service-request',
      'DNA-lead',
      { request: '1', holder: 'DNA-2' },
      { holder: 'DNA-1' },
      'Assign: Parentage dispute 1 to Person DNA-2',
    ],
    [
      'the service request',
      'start-service-request',
      'N1-lead',
      { request: '10063881' },
      {},
      'Start: Change of address 10063881',
    ],
    [
      'the activity',
      'complete-activity',
      'N1-lead',
      { request: '10063882', sequence: 2 },
      {},
      'Complete activity: Follow up, of Change of income 10063882',
    ],
    ['the letter', 'complete-post', 'N1-lead', { post: 'L2' }, {}, 'Post done: Employer reply L2'],
    [
      'the fields that differ',
      'settle-drift',
      'N1-mgr',
      { fields: ['holder', 'lock'], take: 'ours' },
      { fields: seenFields },
      'Settle the difference in the holder and the lock: what stands here',
    ],
  ])('%s, by %s', async (_, name, actor, args, saw, words) => {
    await refused(actor, name, args, saw)
    expect(told()).toEqual([words, words])
  })

  it('by the number alone where the replica has the request no more', async () => {
    const desk = await refused('N1-lead', 'start-service-request', { request: '10063881' })
    act(() => desk.put({ ...group, serviceRequests: [] }))
    expect(told()).toEqual(['Start: 10063881', 'Start: 10063881'])
  })

  it('RTS-8: by the number alone where the group has left sight', async () => {
    const desk = await refused('N1-lead', 'complete-activity', { request: '10063882', sequence: 2 })
    act(() => desk.lose(group.id))
    expect(told()).toEqual(['Complete activity: 10063882', 'Complete activity: 10063882'])
    for (const hidden of ['Follow up', 'Change of income'])
      expect(document.body.textContent).not.toContain(hidden)
  })
})
