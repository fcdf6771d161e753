import { describe, expect, it } from 'vitest'
import type { CommandRequest } from '../../../renderer/desk/desk.ts'
import { dealWith, draftPlace, settleEarlier } from '../../../renderer/views/asked-again.ts'
import type { CommandId } from '../../../shared/domain/ids.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aDesk } from '../make/a-desk.ts'

const four = [1, 2, 3, 4].map(sequence => ({
  sequence,
  name: `Activity ${sequence}`,
  status: 'Open' as const,
  doneOn: null,
}))
const group = aCaseGroup({ serviceRequests: [aRequest('1', { activities: four })] })
const deskOf = () => aDesk({ actor: 'N1-1', groups: [group], organisation: anOrganisation() })
const tick = (sequence: number): CommandRequest => ({
  name: 'complete-activity',
  args: { masterCaseNumber: group.id, request: '1', sequence },
  saw: {},
})
const raise = (raisedAgainst: string, background: string): CommandRequest => ({
  name: 'create-service-request',
  args: {
    masterCaseNumber: group.id,
    type: 'Parentage dispute',
    raisedAgainst,
    case: null,
    dueOn: '2026-12-10',
    background,
    flipsTo: null,
  },
  saw: {},
})

/** Everything asked once and refused by the hub, then some of it asked again: what is left to be dealt with. */
async function leftAfter(asked: readonly CommandRequest[], again: CommandRequest) {
  const desk = deskOf()
  await desk.perform(asked, null)
  desk.refuse('Something changed meanwhile.')
  const { stored } = await desk.perform([again], null)
  expect(stored).toHaveLength(1)
  await settleEarlier(desk, stored)
  return desk.replica.outbox().filter(({ state }) => state.kind === 'refused')
}

describe('RTS-8 a refused change is in Needs you until it is dealt with', () => {
  it('an activity asked again settles its own refusal, and leaves those of the others', async () => {
    const left = await leftAfter([1, 2, 3, 4].map(tick), tick(2))
    expect(left.map(({ envelope }) => Object(envelope.args).sequence)).toEqual([1, 3, 4])
  })

  it('SR-4: another new request leaves the refused ones with their background, on the same person too', async () => {
    const left = await leftAfter(
      [raise('pp', 'He denies it.'), raise('rp', 'She denies it.')],
      raise('rp', 'She asks for a test.'),
    )
    expect(left.map(({ envelope }) => Object(envelope.args).background)).toEqual([
      'He denies it.',
      'She denies it.',
    ])
  })
})

describe('the draft of what is asked again', () => {
  it('stands beside an older one of the same form, and goes when the refused change is dealt with', async () => {
    const desk = deskOf()
    const id = '00000000-0000-7000-8000-000000000001' as CommandId
    const places = [draftPlace('join-incident/1', undefined), draftPlace('join-incident/1', id)]
    for (const place of places)
      desk.drafts.keep({ place, group: group.id, fields: { words: place }, at: '' as never }, 'held')
    await dealWith(desk, id)
    expect(desk.drafts.all().map(({ place }) => place)).toEqual(['join-incident/1'])
  })
})
