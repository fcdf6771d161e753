import { useImperativeHandle, useRef } from 'react'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { staffName, teamTitle } from '../../../shared/queries/names.ts'
import type { Load } from '../../../shared/queries/team-load.ts'
import type { GridMoves } from '../../grid/grid-moves.ts'
import type { ListOnShow } from '../../grid/list-on-show.ts'
import { useGridHandle } from '../../keyboard/grid-handle.ts'
import { useReadings } from '../desk-context.ts'

interface LoadChartProps {
  readonly loads: readonly Load[]
  /** What is done in it by key, and what of it goes to a file or to paper: those of the table. */
  readonly moves: GridMoves
  readonly onShow: () => ListOnShow
  readonly focused: Load | undefined
  /** They own no case group. */
  readonly specialists: boolean
}

/** What each has in hand as bars of one scale: case groups, then open requests, the overdue ones first. */
export function LoadChart({ loads, moves, onShow, focused, specialists }: LoadChartProps) {
  const { index } = useReadings()
  const figure = useRef<HTMLElement>(null)
  useImperativeHandle(useGridHandle(), () => ({ ...moves, onShow, focus: () => figure.current?.focus() }))
  const most = Math.max(1, ...loads.map(({ groups, openRequests }) => groups + openRequests))
  const severalTeams = new Set(loads.map(({ team }) => team)).size > 1
  return (
    <figure
      ref={figure}
      className="load-chart"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one goes through it by key, as through the table.
      tabIndex={0}
      aria-label="What each has in hand"
    >
      <figcaption>
        {!specialists && <Key kind="groups" words="case groups" />}
        <Key kind="overdue" words="requests overdue" />
        <Key kind="requests" words="other open requests" />
      </figcaption>
      <ul>
        {loads.map(load => (
          <li key={`${load.team} ${load.staff.number}`} aria-current={load === focused ? 'true' : undefined}>
            <span>
              {staffName(load.staff.number, index)}
              {severalTeams && <span className="quiet"> {teamTitle(load.team, index)}</span>}
            </span>
            <Bar load={load} most={most} />
            <span className="number">
              {!specialists && `${numberWords(load.groups)} + `}
              {numberWords(load.openRequests)}
              <span className="said"> {!specialists && 'case groups and '}open requests</span>
              {load.overdue > 0 && `, ${numberWords(load.overdue)} overdue`}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

const WIDTH = 1000
const HEIGHT = 14

function Bar({
  load: { groups, openRequests, overdue },
  most,
}: {
  readonly load: Load
  readonly most: number
}) {
  const wide = (count: number) => (count / most) * WIDTH
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-groups" width={wide(groups)} height={HEIGHT} />
      <rect className="bar-overdue" x={wide(groups)} width={wide(overdue)} height={HEIGHT} />
      <rect
        className="bar-requests"
        x={wide(groups + overdue)}
        width={wide(openRequests - overdue)}
        height={HEIGHT}
      />
    </svg>
  )
}

function Key({ kind, words }: { readonly kind: 'groups' | 'overdue' | 'requests'; readonly words: string }) {
  return (
    <span className="load-key">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <rect className={`bar-${kind}`} width="12" height="12" />
      </svg>
      {words}
    </span>
  )
}
