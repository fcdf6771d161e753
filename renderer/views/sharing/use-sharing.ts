import { useMemo, useState } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../../shared/domain/ids.ts'
import {
  fairShares,
  mayHave,
  type Portion,
  portionOf,
  type Sharer,
  sharersOf,
} from '../../../shared/queries/fair-shares.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { reasonObjection } from '../while-with-aac.ts'

/** One group of the proposal, as it was when the person looked. */
export interface ShareRow {
  readonly group: CaseGroup
  readonly portion: Portion
  /** Who gets it by now; null: it is left out. */
  readonly to: Sharer | null
  /** Why the proposal gives it to him; or that it was changed. */
  readonly why: string
  readonly isChanged: boolean
}

export interface Sharing {
  readonly rows: readonly ShareRow[]
  readonly sharers: readonly Sharer[]
  /** What is asked for: rows with a person whom the command takes. */
  readonly requests: readonly CommandRequest[]
  /** Some of it only with a reason: an incident is with AAC (LOCK-6). */
  readonly asksReason: boolean
  /** What the command says against a row; null: it can be done. */
  readonly objectionTo: (row: ShareRow) => string | null
  readonly give: (id: MasterCaseNumber, to: Sharer | null) => void
  readonly shareAgain: () => void
}

/** The proposal for some groups, made once and changed row by row; whether each can be done, the command says. */
export function useSharing(ids: readonly MasterCaseNumber[]): Sharing {
  const desk = useDesk()
  const readings = useReadings()
  const [proposal, setProposal] = useState(() => propose(ids, desk, readings))
  const [changes, setChanges] = useState<ReadonlyMap<MasterCaseNumber, Sharer | null>>(new Map())
  const revision = useRevision(desk.replica, 'case-group', 'organisation', 'outbox')
  const rows = useMemo(() => proposal.rows.map(row => changed(row, changes)), [proposal, changes])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  const inTheWay = useMemo(() => askedOnce(desk), [desk, revision])
  const sent = useMemo(() => rows.filter(row => row.to && inTheWay(row).objection === null), [rows, inTheWay])
  const requests = useMemo(() => sent.flatMap(({ group, to }) => (to ? requestOf(group, to) : [])), [sent])
  return {
    rows,
    sharers: proposal.sharers,
    requests,
    asksReason: sent.some(row => inTheWay(row).asksReason),
    objectionTo: row => inTheWay(row).objection,
    give: (id, to) => setChanges(new Map([...changes, [id, to]])),
    shareAgain: () => {
      setProposal(propose(ids, desk, readings))
      setChanges(new Map())
    },
  }
}

function propose(ids: readonly MasterCaseNumber[], { replica }: Desk, readings: Readings) {
  const { loads, index, today, view } = readings
  const groups = new Map(
    ids.flatMap(id => {
      const group = replica.caseGroup(id)
      return group ? [[id, { group, portion: portionOf(group, view) }] as const] : []
    }),
  )
  const sharers = sharersOf(loads, index, today)
  const shares = fairShares(
    [...groups.values()].map(({ portion }) => portion),
    sharers,
  )
  const rows = shares.flatMap(({ id, to, why }): readonly ShareRow[] => {
    const found = groups.get(id)
    return found ? [{ ...found, to, why, isChanged: false }] : []
  })
  return { rows, sharers }
}

function changed(row: ShareRow, changes: ReadonlyMap<MasterCaseNumber, Sharer | null>): ShareRow {
  const to = changes.get(row.group.id)
  if (to === undefined || to === row.to) return row
  return { ...row, to, why: to === null ? 'You left it out.' : 'You chose this person.', isChanged: true }
}

const requestOf = ({ id, team, holder }: CaseGroup, to: Sharer): CommandRequest => ({
  name: 'allocate-case-group',
  args: { masterCaseNumber: id, team: to.team, holder: to.staff },
  saw: { team, holder },
})

// Thousands of rows are asked about whenever one of them is changed: each person for each group once.
function askedOnce(desk: Desk): (row: ShareRow) => ReturnType<typeof reasonObjection> {
  const known = new Map<string, ReturnType<typeof reasonObjection>>()
  return ({ group, to }) => {
    if (!to) return { objection: null, asksReason: false }
    const name = `${group.id}\n${to.staff}`
    const found = known.get(name) ?? reasonObjection(desk, requestOf(group, to))
    known.set(name, found)
    return found
  }
}

/** Whom a row can be changed to. */
export const choicesFor = ({ portion }: ShareRow, sharers: readonly Sharer[]): readonly Sharer[] =>
  sharers.filter(person => mayHave(person, portion))

/** What each gets by now, whoever gets most first. */
export function totalsOf(rows: readonly ShareRow[]): readonly (readonly [StaffNumber, number])[] {
  const counts = new Map<StaffNumber, number>()
  for (const { to } of rows) if (to) counts.set(to.staff, (counts.get(to.staff) ?? 0) + 1)
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
}
