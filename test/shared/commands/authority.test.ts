import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../shared/commands/command.ts'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import { run } from '../../../shared/commands/run.ts'
import type { Aggregate, AggregateKind, AggregateOf } from '../../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexWith } from '../../../shared/domain/organisation-index.ts'
import { aBusyGroup, theRecovery } from '../../make/a-busy-group.ts'
import { number } from '../../make/a-case-group.ts'
import { anEnvelope, NOW } from '../../make/a-command.ts'
import { segment, staff, team } from '../../make/an-organisation.ts'
import { type Asking, everyCommand } from '../../make/every-command.ts'
import {
  index,
  isGone,
  matrix,
  type Own,
  people,
  type RecordName,
  records,
  recoverySeers,
  seers,
} from './who-may.ts'

const scr = {
  segment: segment('FS_GB_CCLNT_SCR'),
  team: team('SCR'),
  holder: staff('SCR-1'),
  sensitive: true,
}
const places: Readonly<Record<RecordName, Partial<CaseGroup>>> = {
  held: {},
  queue: { team: null, holder: null },
  orphan: { holder: staff('N1-gone') },
  scr,
  closed: { status: 'Closed' },
}

/** The busy group in the place of the record, its case-owning requests with its holder. */
function recordOf(record: RecordName, { locked, elsewhere, incident }: Asking): CaseGroup {
  const busy = aBusyGroup(number('10000001'), locked ?? false, elsewhere, incident)
  const placed = { ...busy, ...places[record] }
  const specialistsNow = placed.sensitive ? staff('SCR-2') : null
  const serviceRequests = busy.serviceRequests.map(request => ({
    ...request,
    holder: request.kind === 'case-owning' ? placed.holder : (specialistsNow ?? request.holder),
  }))
  return { ...placed, serviceRequests }
}

const recoveryOf = ({ id, team: of, segment: at, sensitive }: CaseGroup): Aggregate => ({
  ...theRecovery(id, 'acknowledged'),
  team: of,
  segment: at,
  sensitive,
})

const worldOf = (group: CaseGroup | undefined, there: readonly Aggregate[]): Snapshot => {
  const known = indexWith(index, there)
  return {
    organisation: () => known,
    caseGroup: id => (id === group?.id ? group : undefined),
    aggregate: <Kind extends AggregateKind>(kind: Kind, id: AggregateOf<Kind>['id']) =>
      there.find(each => each.kind === kind && each.id === id) as AggregateOf<Kind> | undefined,
  }
}

// In SCR it is given to SCR's people.
const inScr = (envelope: Envelope): Envelope => ({
  ...envelope,
  args: JSON.parse(JSON.stringify(envelope.args).replaceAll(/"(N1|DNA)\b/g, '"SCR')),
})

function outcome(envelope: Envelope, person: string, before: Snapshot): string {
  const decision = run(envelope, staff(person), NOW, before)
  if (decision.ok) return 'done'
  const { kind, reason } = decision.refusal
  if (kind === 'not-understood') throw new Error(`${envelope.name}: ${reason}`)
  return kind
}

const isNoRole = (end: string | undefined) => end === 'not-found' || end === 'not-allowed'

const endsFor = (envelope: Envelope, before: Snapshot) =>
  new Map(people.map(person => [person, outcome(envelope, person, before)]))

const whoHas = (ends: ReadonlyMap<string, string>, is: (end: string) => boolean) =>
  people.filter(person => is(ends.get(person) ?? ''))

const listed = (words: string) => people.filter(person => words.split(' ').includes(person))

describe('ACC-4, ACC-3: who may ask a command of a record', () => {
  it.each(Object.keys(matrix) as CommandName[])('%s', name => {
    const may = matrix[name]
    if ('may' in may) return expectOwn(name, may)
    const asking = everyCommand[name]
    if (!asking) throw new Error('It is on no case group.')
    // Once asked for, a recovery is a record of its own.
    const isRecovery =
      asking.lost !== undefined && !asking.lost.includes('not-asked') && asking.lost.length > 0
    const sees = isRecovery ? recoverySeers : seers
    for (const record of records) {
      const group = recordOf(record, asking)
      const envelope = asking.ask(group, index)
      const before = worldOf(group, isRecovery ? [recoveryOf(group)] : [])
      const ends = endsFor(record === 'scr' ? inScr(envelope) : envelope, before)
      expect({ record, may: whoHas(ends, end => !isNoRole(end)) }).toEqual({
        record,
        may: listed(may[record]),
      })
      // Whoever does not see it learns nothing of it.
      expect({ record, sees: whoHas(ends, end => end !== 'not-found') }).toEqual({
        record,
        sees: listed(sees[record]),
      })
    }
  })

  function expectOwn(name: CommandName, { args, saw = {}, there, may }: Own) {
    expect(everyCommand[name]).toBeNull()
    const ends = endsFor(anEnvelope(name, args, saw, null), worldOf(undefined, there))
    expect(whoHas(ends, end => end === 'done').filter(person => !isGone(person))).toEqual(listed(may))
  }
})
