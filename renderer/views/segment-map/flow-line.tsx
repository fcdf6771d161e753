import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { Point, Route } from './map-routes.ts'

/** Beside the line, and halfway into the gap that the end of it crosses. */
const BESIDE = 4
const INTO_GAP = 7

export interface FlowLineData extends Record<string, unknown> {
  readonly route: Route
  /** Of the segment in focus. */
  readonly told: boolean
  /** Another's flows are in focus. */
  readonly faint: boolean
}

/** A flow along its bends, the wider the more it is; broken where only locks are in the way of it. */
export function FlowLine({ data, markerEnd }: EdgeProps) {
  const { route, told, faint } = data as FlowLineData
  const { flow, points } = route
  const groups = flow.groups + flow.held
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')
  const tone = told ? 'flow-told' : faint ? 'flow-faint' : ''
  const width = 1.25 + 0.6 * Math.log10(groups)
  return (
    <g className={`flow ${tone} ${flow.groups === 0 ? 'flow-held' : ''}`}>
      <path className="flow-halo" d={path} />
      <path className="flow-path" d={path} strokeWidth={width} markerEnd={markerEnd} />
      <EdgeLabelRenderer>
        <span
          className={`flow-label ${tone}`}
          ref={element => element?.style.setProperty('transform', besideOf(route))}
        >
          {numberWords(groups)}
        </span>
      </EdgeLabelRenderer>
    </g>
  )
}

function besideOf({ points, clearer }: Route): string {
  const [end, next] = (clearer === 'start' ? points : points.toReversed()) as readonly [Point, Point]
  const y = end.y + (next.y > end.y ? INTO_GAP : -INTO_GAP)
  return `translate(0, -50%) translate(${end.x + BESIDE}px, ${y}px)`
}
