import { Button } from '@fluentui/react-components'
import { useMemo } from 'react'
import { counted, longDate, numberWords, whenWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { todayOf } from '../../../shared/queries/today.ts'
import type { TodayLine, TodaySection } from '../../../shared/queries/today-line.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { Announcement } from '../../components/announcement.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Column } from '../../grid/column.ts'
import { Grid } from '../../grid/grid.tsx'
import { linesOf, type Sections } from '../../grid/lines.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { SyncBanner } from '../frame/sync-banner.tsx'
import { factsAsOf } from '../list/facts-as-of.ts'
import { ListTools } from '../list/list-tools.tsx'
import { useFocusedLine } from '../list/use-focused-line.ts'
import { countsOf } from '../needs-you/entry-counts.ts'
import { Pane } from '../pane.tsx'
import { useListFocus } from '../use-list-focus.ts'
import { useLookFromNow } from '../use-looked.ts'
import { useRevision } from '../use-replica.ts'
import { viewsFor } from '../views.ts'
import { LinePane } from './line-pane.tsx'
import { lineOn, sectionTitles, wordsOf, worthSaying } from './today-words.ts'
import { useGoToLine } from './use-go-to-line.ts'

/** What is due, what bounced back, and what others changed since one last looked: each line one key from its list. */
export function TodayPage() {
  const readings = useReadings()
  const found = useTodayLines()
  const columns = useMemo(() => columnsOf(readings), [readings])
  const lines = useMemo(() => linesOf(found, ({ id }) => id, sections), [found])
  const line = useFocusedLine(lines)
  const focused = line === null ? undefined : lines[line]
  const dispatch = useDeskDispatch()
  const go = useGoToLine()
  const handle = useGridHandle()
  useListFocus()
  const open = found.filter(({ count }) => count > 0).length
  return (
    <>
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">{titleWords(readings)}</h1>
          <ListTools />
        </div>
        <Since />
        <Announcement>{`${counted(open, 'line')} with something`}</Announcement>
        <SyncBanner />
        <Grid
          label="What is due and what changed"
          columns={columns}
          lines={lines}
          sort={null}
          onSort={() => undefined}
          focused={line}
          onFocus={key => dispatch(rowFocused(key))}
          onOpen={go}
          selection={null}
          handle={handle}
        />
      </main>
      <Pane
        explanation={{
          label: 'The focused line',
          shown: focused?.kind === 'row' && <LinePane line={focused.row} onGo={() => go(focused.row)} />,
        }}
      />
    </>
  )
}

const titleWords = ({ view, today }: Readings): string =>
  view.kind === 'person'
    ? `Today for ${titleOf(view)}: ${longDate(today)}`
    : `Today in ${titleOf(view)}: ${longDate(today)}`

function useTodayLines(): readonly TodayLine[] {
  const readings = useReadings()
  const { replica } = useDesk()
  const since = useDeskState(state => state.looked.since)
  useRevision(replica, 'outbox')
  const { refused } = countsOf(replica.outbox())
  return useMemo(() => {
    const lines = todayOf(readings, since ?? `${readings.today}T00:00:00Z`, refused)
    // Nobody is told of a list that is not on his desk.
    return worthSaying(
      lines.filter(line => lineOn(line, readings)),
      readings,
    )
  }, [readings, since, refused])
}

/** Since when things are news, and how to begin anew. */
function Since() {
  const readings = useReadings()
  const { since, first } = useDeskState(state => state.looked)
  const lookFromNow = useLookFromNow()
  const when = since === null ? '' : whenWords(since, readings.today)
  return (
    <div className="toolbar today-since">
      <p className="note">
        {first
          ? `This is your first look on this device, so the last seven days are shown. `
          : `You last looked ${when}. `}
        {factsAsOf(readings)}
      </p>
      <Button size="small" onClick={lookFromNow}>
        I have seen these
      </Button>
    </div>
  )
}

const sections: Sections<TodayLine> = {
  of: ({ section }) => section,
  title: section => sectionTitles[section as TodaySection],
  alarming: () => false,
}

const alarming = new Set<TodayLine['id']>([
  'needs-you',
  'requests-overdue',
  'queue-overdue',
  'orphans-overdue',
  'reviews-due',
  'recoveries-chased',
  'recoveries-to-manage',
  'other-deadlines',
])

const columnsOf = (readings: Readings): readonly Column<TodayLine>[] => [
  {
    id: 'what',
    title: 'What',
    width: 320,
    grow: 3,
    cell: line =>
      line.count === 0 ? (
        <span className="quiet">{wordsOf(line, readings)}</span>
      ) : (
        <strong>{wordsOf(line, readings)}</strong>
      ),
  },
  {
    id: 'count',
    title: 'How many',
    width: 88,
    align: 'end',
    cell: ({ id, count }) => {
      if (count === 0) return null
      return <Tag tone={alarming.has(id) ? 'alarm' : 'calm'}>{numberWords(count)}</Tag>
    },
  },
  {
    id: 'where',
    title: 'Enter goes to',
    width: 132,
    grow: 1,
    cell: line =>
      line.count > 0 && viewsFor(readings).find(({ id }) => id === lineOn(line, readings)?.list)?.name,
  },
]
