import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import { run } from '../../../shared/commands/run.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { anEnvelope, outcomeOf } from '../../make/a-command.ts'
import { staff } from '../../make/an-organisation.ts'
import { anEmptyHub, type EmptyHub } from './support/a-hub.ts'
import { activity, add, change, type Extract, later, request, small } from './support/small-extract.ts'

const NOW = '2026-11-21T08:00:00.000Z'

/** Does it on what the hub has, and leaves the hub with that. */
async function done(hub: EmptyHub, actor: string, name: CommandName, args: object, saw = {}): Promise<void> {
  const group = await hub.group('G1')
  const { rows } = await hub.client.query('SELECT document FROM organisation')
  const index = indexOrganisation(JSON.parse(rows[0]?.document) as Organisation)
  const envelope = anEnvelope(name, { masterCaseNumber: 'G1', ...args }, saw, null)
  const after = outcomeOf(
    run(envelope, staff(actor), NOW, {
      organisation: () => index,
      caseGroup: () => group,
      aggregate: () => undefined,
    }),
  )
  if (typeof after === 'string') throw new Error(after)
  await hub.client.query(`UPDATE case_group SET document = $1 WHERE id = 'G1'`, [JSON.stringify(after)])
}

const touched = (extract: Extract, days = 1) =>
  later(change(extract, 'people', 'P1', { town: 'Leeds' }), days)
const requestIn = ({ serviceRequests }: CaseGroup, number: string) =>
  serviceRequests.find(request => request.number === number)

async function workedHub(extract: Extract = small): Promise<EmptyHub> {
  const hub = await anEmptyHub()
  await hub.import(extract)
  await done(hub, 'm1', 'complete-activity', { request: 'Q1', sequence: 2 })
  return hub
}

describe('IMP-6 what was done here to a service request stays until the source changes it', () => {
  it('an activity and a letter', async () => {
    const hub = await workedHub()
    await done(hub, 'm1', 'complete-post', { post: 'L1' })
    await hub.import(touched(small))
    const group = await hub.group('G1')
    expect(requestIn(group, 'Q1')?.activities).toMatchObject([{ status: 'Done' }, { status: 'Done' }])
    expect(group.post).toMatchObject([{ status: 'Done' }])
    expect(group.people[0]?.town).toBe('Leeds')
  })

  it('a letter that the source closes and opens again is open', async () => {
    const hub = await workedHub()
    await done(hub, 'm1', 'complete-post', { post: 'L1' })
    await hub.import(later(change(small, 'post', 'L1', { status: 'Done' }), 1))
    await hub.import(later(small, 2))
    expect((await hub.group('G1')).post).toMatchObject([{ status: 'Open' }])
  })

  it('the closing, while the source is only catching up: it starts what is closed here', async () => {
    const fresh = change({ ...small, activities: [] }, 'service_requests', 'Q1', { status: 'Not Started' })
    const hub = await anEmptyHub()
    await hub.import(fresh)
    await done(hub, 'm1', 'start-service-request', { request: 'Q1' })
    for (const sequence of [1, 2, 3]) await done(hub, 'm1', 'complete-activity', { request: 'Q1', sequence })
    await done(hub, 'm1', 'close-service-request', { request: 'Q1', outcome: 'Done.' }, { destination: null })
    await hub.import(later(change(fresh, 'service_requests', 'Q1', { status: 'Started' }), 1))
    await hub.import(touched(change(fresh, 'service_requests', 'Q1', { status: 'Started' }), 2))
    expect(requestIn(await hub.group('G1'), 'Q1')).toMatchObject({
      status: 'Closed',
      activities: [{ status: 'Done' }, { status: 'Done' }, { status: 'Done' }],
      here: { outcome: 'Done.', closedOn: '2026-11-21' },
    })
  })

  it('the closing, with what was found; until the source reopens it', async () => {
    const hub = await workedHub()
    await done(hub, 'm1', 'close-service-request', { request: 'Q1', outcome: 'Done.' }, { destination: null })
    await hub.import(touched(small))
    expect(requestIn(await hub.group('G1'), 'Q1')).toMatchObject({
      status: 'Closed',
      here: { outcome: 'Done.', closedOn: '2026-11-21' },
    })
    await hub.import(later(change(small, 'service_requests', 'Q1', { status: 'Closed' }), 2))
    expect(requestIn(await hub.group('G1'), 'Q1')).toMatchObject({ here: { outcome: 'Done.' } })
    await hub.import(later(small, 3))
    expect(requestIn(await hub.group('G1'), 'Q1')).toMatchObject({
      status: 'Started',
      here: { outcome: 'Done.', closedOn: null, closing: null },
    })
  })

  it('a plan made here gives way to the source’s; what was done of it stays done', async () => {
    const fresh = change({ ...small, activities: [] }, 'service_requests', 'Q1', { status: 'Not Started' })
    const hub = await anEmptyHub()
    await hub.import(fresh)
    await done(hub, 'm1', 'start-service-request', { request: 'Q1' })
    await done(hub, 'm1', 'complete-activity', { request: 'Q1', sequence: 1 })
    await hub.import(touched(fresh))
    expect(requestIn(await hub.group('G1'), 'Q1')).toMatchObject({
      status: 'Started',
      activities: [{ status: 'Done' }, { status: 'Open' }, { status: 'Open' }],
    })
    const planned = {
      ...fresh,
      activities: [
        activity('Q1', '1', { name: 'Confirm new address' }),
        activity('Q1', '2', { name: 'Update client record', status: 'Done', done_on: '2026-11-21' }),
        activity('Q1', '3'),
      ],
    }
    await hub.import(later(planned, 2))
    expect(requestIn(await hub.group('G1'), 'Q1')?.activities).toMatchObject([
      { name: 'Confirm new address', status: 'Done' },
      { name: 'Update client record', status: 'Done', doneOn: '2026-11-21' },
      { name: 'Issue letter', status: 'Open', doneOn: null },
    ])
  })

  it('an activity of another name in the same place is another one', async () => {
    const hub = await workedHub()
    const other = {
      ...small,
      activities: [activity('Q1', '1'), activity('Q1', '2', { name: 'Call the client' })],
    }
    await hub.import(later(other, 1))
    expect(requestIn(await hub.group('G1'), 'Q1')?.activities[1]).toMatchObject({ status: 'Open' })
  })

  it('what was raised here survives', async () => {
    const hub = await workedHub()
    await done(hub, 'm1', 'create-service-request', {
      type: 'Asset trace',
      raisedAgainst: 'P1',
      case: null,
      dueOn: '2026-12-24',
      background: 'A second home.',
      flipsTo: null,
    })
    await hub.import(touched(small))
    expect((await hub.group('G1')).serviceRequests).toMatchObject([
      { number: 'Q1' },
      { number: 'Q2' },
      { type: 'Asset trace', holder: null, here: { raisedBy: 'm1', background: 'A second home.' } },
    ])
  })
})

describe('ALLOC-6 and IMP-6 what a completion here changed', () => {
  const flipping = change(small, 'service_requests', 'Q1', { flips_to: 'complex=Y' })
  const closed = async () => {
    const hub = await workedHub(
      change(flipping, 'case_groups', 'G1', { lock_on: 'Y', lock_since: '2026-10-01T09:00:00Z' }),
    )
    await done(hub, 'm1', 'close-service-request', { request: 'Q1', outcome: null }, { destination: null })
    return hub
  }

  it('stays while the source says what it said, and is the source’s once it says otherwise', async () => {
    const hub = await closed()
    await hub.import(touched(flipping))
    expect(await hub.group('G1')).toMatchObject({ complex: true })
    const agreeing = change(flipping, 'case_groups', 'G1', { complex: 'Y' })
    await hub.import(later(agreeing, 2))
    expect(await hub.group('G1')).toMatchObject({ complex: true })
    await hub.import(later(flipping, 3))
    expect(await hub.group('G1')).toMatchObject({ complex: false })
  })

  it('follows one on the other as they were closed, several on one day too', async () => {
    const back = request('Q0', 'G1', 'P1', { flips_to: 'complex=N' })
    const both = add(flipping, 'service_requests', back)
    const hub = await workedHub(
      change(both, 'case_groups', 'G1', { lock_on: 'Y', lock_since: '2026-10-01T09:00:00Z' }),
    )
    for (const number of ['Q1', 'Q0'])
      await done(
        hub,
        'm1',
        'close-service-request',
        { request: number, outcome: null },
        { destination: null },
      )
    await hub.import(touched(both))
    expect(await hub.group('G1')).toMatchObject({ complex: false })
  })

  it('is nothing of a request that the source closes: its columns are the facts', async () => {
    const hub = await workedHub(flipping)
    await hub.import(later(change(flipping, 'service_requests', 'Q1', { status: 'Closed' }), 1))
    expect(await hub.group('G1')).toMatchObject({
      complex: false,
      serviceRequests: [{ status: 'Closed' }, {}],
    })
  })
})

describe('SR-7 and RTS-8 at an import', () => {
  it('a specialist’s request that the source closes is news to the case owner', async () => {
    const hub = await workedHub()
    await hub.import(later(change(small, 'service_requests', 'Q2', { status: 'Closed' }), 1))
    expect(requestIn(await hub.group('G1'), 'Q2')).toMatchObject({
      status: 'Closed',
      here: { closedOn: '2026-11-21', carriedOnOn: null },
    })
  })

  it('whoever loses a request to SCR is remembered', async () => {
    const hub = await workedHub()
    await hub.import(later(change(small, 'people', 'P1', { nationally_sensitive: 'Y' }), 1))
    const group = await hub.group('G1')
    expect(group).toMatchObject({ sensitive: true, holder: null })
    expect(requestIn(group, 'Q1')?.here?.heldBefore).toMatchObject([{ by: 'm1' }])
    expect(requestIn(group, 'Q2')?.here?.heldBefore).toMatchObject([{ by: 'f1' }])
  })
})

describe('IMP-6 a service request that was raised here and carried into the source', () => {
  const raised = { type: 'Asset trace', raisedAgainst: 'R1', case: null, dueOn: '2026-12-10', flipsTo: null }
  const trace = (number: string, more = {}) =>
    request(number, 'G1', 'R1', {
      type: 'Asset trace',
      kind: 'functionally-unique',
      status: 'Not Started',
      assigned_to: '',
      created_on: '2026-11-21',
      ...more,
    })
  const withTraces = (...rows: readonly ReturnType<typeof trace>[]) => add(small, 'service_requests', ...rows)
  const tracesIn = (group: CaseGroup) =>
    group.serviceRequests.filter(({ type, number }) => type === 'Asset trace' && number !== 'Q2')

  async function raisedHub(): Promise<EmptyHub> {
    const hub = await anEmptyHub()
    await hub.import(small)
    await done(hub, 'm1', 'create-service-request', { ...raised, background: 'He sold a house.' })
    return hub
  }

  it('has the number of the source and what is known here, and is there once', async () => {
    const hub = await raisedHub()
    const [ours] = tracesIn(await hub.group('G1'))
    await hub.import(later(withTraces(trace('Q9', { assigned_to: 'f1', status: 'Started' })), 1))
    const found = tracesIn(await hub.group('G1'))
    expect(found).toMatchObject([
      {
        number: 'Q9',
        status: 'Started',
        holder: 'f1',
        dueOn: '2026-12-10',
        here: { raisedBy: 'm1', background: 'He sold a house.' },
      },
    ])
    expect(found[0]?.number).not.toBe(ours?.number)
    await hub.import(touched(withTraces(trace('Q9', { assigned_to: 'f1', status: 'Started' })), 2))
    expect(tracesIn(await hub.group('G1'))).toEqual(found)
  })

  it('stays beside what is older, about somebody else, or one of two', async () => {
    const older = trace('Q7', { created_on: '2026-11-20' })
    const another = { ...trace('Q8'), raised_against_scin: 'P1' }
    for (const rows of [[older], [another], [trace('Q9'), trace('Q10')]]) {
      const hub = await raisedHub()
      await hub.import(later(withTraces(...rows), 1))
      expect(tracesIn(await hub.group('G1'))).toHaveLength(rows.length + 1)
    }
  })
})
