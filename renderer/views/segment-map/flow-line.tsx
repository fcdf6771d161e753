import { BaseEdge, type EdgeProps } from '@xyflow/react'
import type { Point } from './map-routes.ts'

/** A flow along its bends, its number where it leaves; broken where only locks are in the way of it. */
export function FlowLine({ id, data, markerEnd }: EdgeProps) {
  const { points, label, told, onlyHeld } = data as {
    readonly points: readonly Point[]
    readonly label: string
    readonly told: boolean
    readonly onlyHeld: boolean
  }
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')
  const place = points.at(-1)
  const classes = ['flow', told && 'flow-told', onlyHeld && 'flow-held'].filter(Boolean).join(' ')
  return (
    <g className={classes}>
      <BaseEdge id={id} path={path} {...(markerEnd === undefined ? {} : { markerEnd })} />
      {place && (
        <text x={place.x + 5} y={place.y + labelOffset(points)} className="flow-label">
          {label}
        </text>
      )}
    </g>
  )
}

// Beside the arrow's shaft, outside the box that it points at.
function labelOffset(points: readonly Point[]): number {
  const [before, end] = points.slice(-2)
  return before && end && before.y > end.y ? 10 : -3
}
