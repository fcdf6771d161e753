import { type ReactNode, useMemo } from 'react'
import { counted, numberWords, whenWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Tag } from '../../components/tag.tsx'
import type { Desk, OutboxEntry } from '../../desk/desk.ts'
import type { Column } from '../../grid/column.ts'
import { Grid } from '../../grid/grid.tsx'
import { linesOf, type Sections } from '../../grid/lines.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { stayWords } from '../kept-words.ts'
import { ListTools } from '../list/list-tools.tsx'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { aboutOf, aboutWords, askedWords, goneWords, groupOfEntry, isGone } from '../outbox-entry.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { useRevision } from '../use-replica.ts'
import { countsOf } from './entry-counts.ts'
import { EntryPane } from './entry-pane.tsx'

/** What the hub refused, to be dealt with; and what still waits to be sent. */
export function NeedsYouPage() {
  const desk = useDesk()
  const readings = useReadings()
  const revision = useRevision(desk.replica, 'outbox', 'case-group')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for what the outbox holds.
  const lines = useMemo(() => linesOf(ordered(desk.replica.outbox()), keyOf, sections), [desk, revision])
  const columns = useMemo(() => columnsOf(readings, desk), [readings, desk])
  const line = useFocusedLine(lines)
  const focused = line === null ? undefined : lines[line]
  const dispatch = useDeskDispatch()
  const handle = useGridHandle()
  useListFocus()
  const counts = countsOf(desk.replica.outbox())
  return (
    <>
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">
            Needs you: {numberWords(counts.refused)} refused,{' '}
            {counted(counts.waiting, 'change waits', 'changes wait')}
          </h1>
          <ListTools />
        </div>
        <p className="note">{stayWords(desk.replica.outbox())}</p>
        <SyncBanner />
        {lines.length === 0 ? (
          <div className="empty">
            <h2>Nothing needs you</h2>
            <p>Every change you made has reached the hub, and none was refused.</p>
          </div>
        ) : (
          <Grid
            label="Changes that were refused or wait"
            columns={columns}
            lines={lines}
            sort={null}
            onSort={() => undefined}
            focused={line}
            onFocus={key => dispatch(rowFocused(key))}
            onOpen={() => document.getElementById('pane')?.focus()}
            selection={null}
            isIntended={({ state }) => state.kind !== 'refused'}
            handle={handle}
          />
        )}
      </main>
      <Pane
        explanation={{
          label: 'The focused change',
          shown: focused?.kind === 'row' && <EntryPane key={focused.row.envelope.id} entry={focused.row} />,
        }}
      />
    </>
  )
}

const keyOf = ({ envelope }: OutboxEntry) => envelope.id
const places = { refused: 0, 'in-doubt': 1, waiting: 2 } as const

function ordered(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  return [...outbox].sort((a, b) => places[a.state.kind] - places[b.state.kind] || a.seq - b.seq)
}

const sectionWords = {
  refused: 'Refused',
  'in-doubt': 'In doubt, still sent',
  waiting: 'Waiting to be sent',
} as const

const sections: Sections<OutboxEntry> = {
  of: ({ state }) => state.kind,
  title: (section, count) => `${sectionWords[section as keyof typeof sectionWords]} · ${numberWords(count)}`,
  alarming: section => section === 'refused',
}

function titleOf(entry: OutboxEntry, { index }: Readings, replica: Desk['replica']): ReactNode {
  const id = groupOfEntry(entry)
  const group = id === undefined ? undefined : (replica.caseGroup(id) ?? replica.confirmed(id))
  const title = group?.title ?? aboutWords(aboutOf(entry), index, replica)
  return title ?? <span className="quiet">no longer with you</span>
}

function columnsOf(readings: Readings, { replica }: Desk): readonly Column<OutboxEntry>[] {
  const { index, today } = readings
  return [
    {
      id: 'number',
      title: 'Master case',
      width: 92,
      cell: entry => <span className="number">{groupOfEntry(entry)}</span>,
    },
    {
      id: 'title',
      title: 'Title',
      width: 132,
      grow: 1,
      cell: entry => titleOf(entry, readings, replica),
    },
    {
      id: 'asked',
      title: 'What you asked',
      width: 176,
      grow: 1.4,
      cell: entry => (isGone(entry, replica) ? goneWords(entry) : askedWords(entry, index, replica)),
    },
    {
      id: 'when',
      title: 'When',
      width: 184,
      cell: ({ envelope }) => whenWords(envelope.issuedAt, today),
    },
    {
      id: 'state',
      title: 'How it stands',
      width: 220,
      grow: 2,
      cell: entry => <State state={entry.state} gone={isGone(entry, replica)} />,
    },
  ]
}

interface StateProps {
  readonly state: OutboxEntry['state']
  readonly gone: boolean
}

function State({ state, gone }: StateProps) {
  if (state.kind === 'waiting') return <Tag tone="intended">Waits to be sent</Tag>
  if (gone) return <Tag tone="alarm">No longer with you</Tag>
  const reason = state.kind === 'refused' ? state.result.refusal.reason : state.reason
  return (
    <span title={reason}>
      <Tag tone={state.kind === 'refused' ? 'alarm' : 'warn'}>
        {state.kind === 'refused' ? 'Refused' : 'In doubt'}
      </Tag>{' '}
      {reason}
    </span>
  )
}
