import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { Flow } from '../../../shared/queries/segment-map.ts'
import type { MapPlace } from './map-places.ts'
import { lanesOf, type Ports, portsOf, type Run, rowsPassed, runsOf } from './map-runs.ts'

export const BOX_HEIGHT = 24
const LEAST_GAP = 14
const LANE = 7

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends MapPlace {
  readonly y: number
}

export interface Route {
  readonly flow: Flow
  /** From the box that it leaves to the one that it enters; every bend is a right angle. */
  readonly points: readonly Point[]
  /** The end with the fewest others beside it: its number is read there. */
  readonly clearer: 'start' | 'end'
}

export interface RoutedMap {
  readonly boxes: ReadonlyMap<string, Box>
  readonly routes: readonly Route[]
  /** How far the lanes to the left of the boxes reach. */
  readonly leftLanes: number
  readonly height: number
}

/**
 * Where the rows stand, and a way for each flow that crosses no box: along the gap beside its own row, and past
 * other rows in a lane of its own on the left. There is room for each of `others` in the place of these flows.
 */
export function routedMap(
  places: readonly MapPlace[],
  flows: readonly Flow[],
  others: readonly (readonly Flow[])[] = [],
): RoutedMap {
  const rows = [...new Set(places.map(({ rank }) => rank))].sort((one, other) => one - other)
  const rowOf = new Map(places.map(({ name, rank }) => [name, rows.indexOf(rank)]))
  const runs = runsOf(flows, rowOf)
  const room = roomFor([runs, ...others.map(drawn => runsOf(drawn, rowOf))], rows.length)
  const boxes = new Map<string, Box>(
    places.map(place => [place.name, { ...place, y: room.tops[rowOf.get(place.name) ?? 0] ?? 0 }]),
  )
  return {
    boxes,
    leftLanes: room.left * LANE + LEAST_GAP,
    height: room.height,
    routes: routesOf(runs, places, boxes, room.tops),
  }
}

function routesOf(
  runs: readonly Run[],
  places: readonly MapPlace[],
  boxes: ReadonlyMap<string, Box>,
  tops: readonly number[],
): readonly Route[] {
  const ports = portsOf(runs, places)
  const lanes = lanesOf(runs, ports)
  const far = fromInnermost(runs, ports)
  const laneY = (run: Run, gap: number) =>
    (tops[gap] ?? 0) + BOX_HEIGHT + LEAST_GAP / 2 + LANE * (lanes.get(gap)?.indexOf(run) ?? 0)
  const edge = (name: SegmentName, top: boolean) => (boxes.get(name)?.y ?? 0) + (top ? 0 : BOX_HEIGHT)
  return runs.flatMap(run => {
    const at = ports.get(run)
    if (!at) return []
    const leave = { x: at.start.x, y: laneY(run, run.leaves) }
    const enter = { x: at.end.x, y: laneY(run, run.enters) }
    const left = -LEAST_GAP / 2 - LANE * far.indexOf(run)
    const past =
      rowsPassed(run) > 0
        ? [
            { ...leave, x: left },
            { ...enter, x: left },
          ]
        : []
    return {
      flow: run.flow,
      clearer: at.start.beside < at.end.beside ? 'start' : 'end',
      points: [
        { x: leave.x, y: edge(run.flow.from, run.up) },
        leave,
        ...past,
        enter,
        { x: enter.x, y: edge(run.flow.to, run.entersTop) },
      ],
    }
  })
}

/** Those that pass other rows, the shortest innermost: what it passes, the others pass outside of it. */
function fromInnermost(runs: readonly Run[], ports: ReadonlyMap<Run, Ports>): readonly Run[] {
  const rightmost = (run: Run) => (ports.get(run)?.start.x ?? 0) + (ports.get(run)?.end.x ?? 0)
  return runs
    .filter(run => rowsPassed(run) > 0)
    .sort((one, other) => rowsPassed(one) - rowsPassed(other) || rightmost(other) - rightmost(one))
}

interface Room {
  readonly tops: readonly number[]
  readonly height: number
  /** Lanes beside the boxes. */
  readonly left: number
}

/** As much as the fullest of the drawings needs, in each gap and on the left. */
function roomFor(drawings: readonly (readonly Run[])[], rows: number): Room {
  const inGap = (runs: readonly Run[], gap: number) =>
    runs.filter(({ leaves, enters }) => leaves === gap || enters === gap).length
  const most = (of: (runs: readonly Run[]) => number) => Math.max(0, ...drawings.map(of))
  const tops: number[] = []
  let height = 0
  for (let row = 0; row < rows; row++) {
    tops.push(height)
    height += BOX_HEIGHT + LEAST_GAP + LANE * Math.max(0, most(runs => inGap(runs, row)) - 1)
  }
  return { tops, height, left: most(runs => runs.filter(run => rowsPassed(run) > 0).length) }
}
