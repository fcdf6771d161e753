import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { Flow } from '../../../shared/queries/segment-map.ts'

/** So many lines can be told apart at once; of more, the segment in focus says which. */
export const FEW_FLOWS = 12

/** No segment has more of its own drawn: they would leave no room between the ranks. */
export const MOST_OF_ONE = 24

/** All flows where they are few; else those of the segment in focus, or the largest where it has none. */
export function drawnFlows(flows: readonly Flow[], focused: string | null): readonly Flow[] {
  if (flows.length <= FEW_FLOWS) return flows
  const own = flows.filter(flow => touches(flow, focused))
  return own.length > 0 ? own.slice(0, MOST_OF_ONE) : flows.slice(0, FEW_FLOWS)
}

/** Whatever is drawn at one time or another: the map leaves room for each, so that no box moves with the focus. */
export function allDrawings(flows: readonly Flow[]): readonly (readonly Flow[])[] {
  if (flows.length <= FEW_FLOWS) return [flows]
  const names = new Set<SegmentName>(flows.flatMap(({ from, to }) => [from, to]))
  return [drawnFlows(flows, null), ...[...names].map(name => drawnFlows(flows, name))]
}

export const touches = ({ from, to }: Flow, name: string | null): boolean => from === name || to === name
