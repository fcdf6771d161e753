import { groupBy } from '../../../shared/domain/group-by.ts'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { Flow } from '../../../shared/queries/segment-map.ts'
import type { MapPlace } from './map-places.ts'

/** A flow by the gaps that it runs in; gap 0 is below the first row. */
export interface Run {
  readonly flow: Flow
  readonly leaves: number
  readonly enters: number
  /** It leaves through the top of its box. */
  readonly up: boolean
  readonly entersTop: boolean
}

/** Where a run leaves and enters, and how many others do at the same side of the same box. */
export interface Ports {
  readonly start: Port
  readonly end: Port
}

interface Port {
  readonly x: number
  readonly beside: number
}

/** How many rows a run passes on the left; none where its two boxes face one gap. */
export const rowsPassed = ({ leaves, enters }: Run): number => Math.abs(leaves - enters)

export function runsOf(flows: readonly Flow[], rowOf: ReadonlyMap<SegmentName, number>): readonly Run[] {
  return flows.flatMap(flow => runOf(flow, rowOf) ?? [])
}

function runOf(flow: Flow, rowOf: ReadonlyMap<SegmentName, number>): Run | null {
  const [from, to] = [rowOf.get(flow.from), rowOf.get(flow.to)]
  if (from === undefined || to === undefined) return null
  if (from === to) return { flow, leaves: from, enters: from, up: false, entersTop: false }
  return to < from
    ? { flow, leaves: from - 1, enters: to, up: true, entersTop: false }
    : { flow, leaves: from, enters: to - 1, up: false, entersTop: true }
}

/**
 * The ends at one side of a box share it evenly: first those that go round the left, the farthest outermost, so
 * that none crosses another on its way there; then, from left to right, those that go straight on.
 */
export function portsOf(runs: readonly Run[], places: readonly MapPlace[]): ReadonlyMap<Run, Ports> {
  const boxes = new Map(places.map(place => [place.name, place]))
  const middle = (name: SegmentName) => {
    const box = boxes.get(name)
    return box ? box.x + box.width / 2 : 0
  }
  const ends = runs.flatMap(run => [
    { run, end: 'start', box: run.flow.from, side: run.up, towards: middle(run.flow.to) } as const,
    { run, end: 'end', box: run.flow.to, side: run.entersTop, towards: middle(run.flow.from) } as const,
  ])
  const nowhere: Port = { x: 0, beside: 0 }
  const ports = new Map(runs.map(run => [run, { start: nowhere, end: nowhere }]))
  for (const atSide of groupBy(ends, ({ box, side }) => `${side} ${box}`).values()) {
    const inOrder = atSide.sort(
      (one, other) => rowsPassed(other.run) - rowsPassed(one.run) || one.towards - other.towards,
    )
    for (const [place, { run, end, box: name }] of inOrder.entries()) {
      const box = boxes.get(name)
      const pair = ports.get(run)
      if (box && pair)
        pair[end] = { x: box.x + (box.width * (place + 1)) / (inOrder.length + 1), beside: inOrder.length }
    }
  }
  return ports
}

/**
 * The runs of each gap from its upper edge to its lower one: what meets boxes above with its leftmost first, what
 * meets boxes below with its leftmost last, and between them what does both.
 */
export function lanesOf(
  runs: readonly Run[],
  ports: ReadonlyMap<Run, Ports>,
): ReadonlyMap<number, readonly Run[]> {
  const inGaps = runs.flatMap(run => {
    const { start, end } = ports.get(run) ?? { start: { x: 0 }, end: { x: 0 } }
    if (rowsPassed(run) === 0) {
      const [above, below] = run.up ? [end.x, start.x] : [start.x, end.x]
      return { gap: run.leaves, run, edge: 0, x: below > above ? -above : above }
    }
    return [
      { gap: run.leaves, run, edge: run.up ? 1 : -1, x: run.up ? -start.x : start.x },
      { gap: run.enters, run, edge: run.entersTop ? 1 : -1, x: run.entersTop ? -end.x : end.x },
    ]
  })
  return new Map(
    [...groupBy(inGaps, ({ gap }) => gap)].map(([gap, inGap]) => [
      gap,
      inGap.sort((one, other) => one.edge - other.edge || one.x - other.x).map(({ run }) => run),
    ]),
  )
}
