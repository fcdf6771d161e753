import { groupBy } from '../../../shared/domain/group-by.ts'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { Flow } from '../../../shared/queries/segment-map.ts'
import type { MapPlace } from './map-places.ts'

export const BOX_HEIGHT = 24
const LEAST_GAP = 10
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
}

export interface RoutedMap {
  readonly boxes: ReadonlyMap<SegmentName, Box>
  readonly routes: readonly Route[]
  /** How far the lanes to the left of the boxes reach. */
  readonly leftLanes: number
  readonly height: number
}

/**
 * Where the rows stand, and a way for each flow that crosses no box: along the gap beside its own row, and past
 * other rows in a lane of its own on the left.
 */
export function routedMap(places: readonly MapPlace[], flows: readonly Flow[]): RoutedMap {
  const rows = [...new Set(places.map(({ rank }) => rank))].sort((one, other) => one - other)
  const rowOf = new Map(places.map(({ name, rank }) => [name, rows.indexOf(rank)]))
  const runs = flows.flatMap(flow => runOf(flow, rowOf) ?? [])
  const gaps = gapsOf(runs)
  const tops = topsOf(rows.length, gaps)
  const boxes = new Map(
    places.map(place => [place.name, { ...place, y: tops[rowOf.get(place.name) ?? 0] ?? 0 }]),
  )
  const ports = portsOf(runs, boxes)
  const far = runs.filter(({ leaves, enters }) => leaves !== enters)
  const laneY = (run: Run, gap: number) =>
    (tops[gap] ?? 0) + BOX_HEIGHT + LEAST_GAP / 2 + LANE * (gaps.get(gap)?.indexOf(run) ?? 0)
  return {
    boxes,
    leftLanes: far.length * LANE + LEAST_GAP,
    height: (tops.at(-1) ?? 0) + BOX_HEIGHT + gapHeight(gaps.get(rows.length - 1)),
    routes: runs.map(run => {
      const [start, end] = ports.get(run) ?? [0, 0]
      const leave = { x: start, y: laneY(run, run.leaves) }
      const enter = { x: end, y: laneY(run, run.enters) }
      const left = -LEAST_GAP / 2 - LANE * far.indexOf(run)
      const past = far.includes(run)
        ? [
            { ...leave, x: left },
            { ...enter, x: left },
          ]
        : []
      const edge = (name: SegmentName, top: boolean) => (boxes.get(name)?.y ?? 0) + (top ? 0 : BOX_HEIGHT)
      return {
        flow: run.flow,
        points: [
          { x: start, y: edge(run.flow.from, run.up) },
          leave,
          ...past,
          enter,
          { x: end, y: edge(run.flow.to, run.entersTop) },
        ],
      }
    }),
  }
}

/** A flow by the gaps that it runs in; gap 0 is below the first row. */
interface Run {
  readonly flow: Flow
  readonly leaves: number
  readonly enters: number
  /** It leaves through the top of its box. */
  readonly up: boolean
  readonly entersTop: boolean
}

function runOf(flow: Flow, rowOf: ReadonlyMap<SegmentName, number>): Run | null {
  const [from, to] = [rowOf.get(flow.from), rowOf.get(flow.to)]
  if (from === undefined || to === undefined) return null
  if (from === to) return { flow, leaves: from, enters: from, up: false, entersTop: false }
  return to < from
    ? { flow, leaves: from - 1, enters: to, up: true, entersTop: false }
    : { flow, leaves: from, enters: to - 1, up: false, entersTop: true }
}

function gapsOf(runs: readonly Run[]): ReadonlyMap<number, readonly Run[]> {
  return new Map(
    [
      ...groupBy(
        runs.flatMap(run => [...new Set([run.leaves, run.enters])].map(gap => ({ gap, run }))),
        ({ gap }) => gap,
      ),
    ].map(([gap, inGap]) => [gap, inGap.map(({ run }) => run)]),
  )
}

const gapHeight = (lanes: readonly Run[] = []) => LEAST_GAP + LANE * Math.max(0, lanes.length - 1)

function topsOf(rows: number, gaps: ReadonlyMap<number, readonly Run[]>): readonly number[] {
  const tops: number[] = []
  let top = 0
  for (let row = 0; row < rows; row++) {
    tops.push(top)
    top += BOX_HEIGHT + gapHeight(gaps.get(row))
  }
  return tops
}

/** Where each run leaves and enters, from left to right: the ends at one side of a box share it evenly. */
function portsOf(
  runs: readonly Run[],
  boxes: ReadonlyMap<SegmentName, Box>,
): ReadonlyMap<Run, readonly [number, number]> {
  const middle = (name: SegmentName) => {
    const box = boxes.get(name)
    return box ? box.x + box.width / 2 : 0
  }
  const ends = runs.flatMap(run => [
    { run, at: 0, box: run.flow.from, side: run.up, towards: middle(run.flow.to) },
    { run, at: 1, box: run.flow.to, side: run.entersTop, towards: middle(run.flow.from) },
  ])
  const ports = new Map(runs.map(run => [run, [0, 0] as [number, number]]))
  for (const atSide of groupBy(ends, ({ box, side }) => `${side} ${box}`).values()) {
    const inOrder = atSide.sort((one, other) => one.towards - other.towards)
    for (const [place, { run, at, box: name }] of inOrder.entries()) {
      const box = boxes.get(name)
      const pair = ports.get(run)
      if (box && pair) pair[at] = box.x + (box.width * (place + 1)) / (inOrder.length + 1)
    }
  }
  return ports
}
