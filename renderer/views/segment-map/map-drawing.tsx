import '@xyflow/react/dist/base.css'
import './segment-map.css'
import { type Edge, MarkerType, type Node, ReactFlow } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { SegmentName } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { rankName } from '../../../shared/queries/rank-name.ts'
import type { Flow, SegmentMap } from '../../../shared/queries/segment-map.ts'
import { allDrawings, drawnFlows, touches } from './drawn-flows.ts'
import { FlowLine, type FlowLineData } from './flow-line.tsx'
import { MapHead } from './map-head.tsx'
import { placesOf } from './map-places.ts'
import { BOX_HEIGHT, type RoutedMap, routedMap } from './map-routes.ts'
import { RankTitle } from './rank-title.tsx'
import { SegmentBox } from './segment-box.tsx'
import { useFocusInSight } from './use-focus-in-sight.ts'
import { useRoom } from './use-room.ts'

interface MapDrawingProps {
  readonly map: SegmentMap
  readonly index: OrganisationIndex
  readonly own: SegmentName | null
  readonly focused: string | null
  readonly onFocus: (name: string) => void
}

const TITLES = 168
const MARGIN = 8

const nodeTypes = { segment: SegmentBox, rank: RankTitle }
const edgeTypes = { flow: FlowLine }

/** Ranks from top to bottom, regions from left to right, flows between them: the list's facts to look at. */
export function MapDrawing({ map, index, own, focused, onFocus }: MapDrawingProps) {
  const room = useRef<HTMLDivElement>(null)
  const width = useRoom(room)
  const { places, routed } = useMemo(
    () => laidOut(index, map.flows, focused, width),
    [index, map, focused, width],
  )
  const last = places.columns.at(-1)
  const { leftLanes, height } = routed
  const box = focused === null ? undefined : routed.boxes.get(focused)
  useFocusInSight(room, focused, box && box.y + MARGIN)
  return (
    <div ref={room} className="map-room">
      <MapHead columns={places.columns} start={TITLES + leftLanes} />
      <div
        ref={element => {
          element?.style.setProperty('height', `${height + MARGIN}px`)
          element?.style.setProperty(
            'min-width',
            `${TITLES + leftLanes + (last ? last.x + last.width : 0)}px`,
          )
        }}
      >
        <ReactFlow
          nodes={[...rankNodes(routed, index), ...segmentNodes(map, routed, index, own, focused)]}
          edges={flowEdges(routed, focused)}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          viewport={{ x: TITLES + leftLanes, y: MARGIN, zoom: 1 }}
          {...lookedAtOnly}
          onNodeClick={(_, { id, type }) => type === 'segment' && onFocus(id)}
        />
      </div>
    </div>
  )
}

const lookedAtOnly = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  panOnDrag: false,
  panOnScroll: false,
  zoomOnScroll: false,
  zoomOnPinch: false,
  zoomOnDoubleClick: false,
  preventScrolling: false,
  disableKeyboardA11y: true,
  proOptions: { hideAttribution: true },
} as const

// How many lanes the flows take does not depend on how wide the columns are.
function laidOut({ bom }: OrganisationIndex, flows: readonly Flow[], focused: string | null, width: number) {
  const wide = placesOf(bom, width).places
  const names = new Set<string>(wide.map(({ name }) => name))
  // A segment that the model lacks has no box for a flow to leave or enter.
  const placed = flows.filter(({ from, to }) => names.has(from) && names.has(to))
  const [drawn, others] = [drawnFlows(placed, focused), allDrawings(placed)]
  const { leftLanes } = routedMap(wide, drawn, others)
  const places = placesOf(bom, width - TITLES - leftLanes - MARGIN)
  return { places, routed: routedMap(places.places, drawn, others) }
}

const still = { draggable: false, selectable: false, connectable: false } as const

function rankNodes({ boxes, leftLanes }: RoutedMap, { bom }: OrganisationIndex): Node[] {
  const rows = new Map([...boxes.values()].map(({ rank, y }) => [rank, y]))
  return [...rows].map(([rank, y]) => ({
    ...still,
    id: `rank ${rank}`,
    type: 'rank',
    position: { x: -TITLES - leftLanes + MARGIN, y: y - 3 },
    width: TITLES - MARGIN,
    height: BOX_HEIGHT + 6,
    data: { title: `${rank}. ${rankName(rank, bom)}` },
  }))
}

function segmentNodes(
  { standings }: SegmentMap,
  { boxes }: RoutedMap,
  { teamsOfSegment }: OrganisationIndex,
  own: string | null,
  focused: string | null,
): Node[] {
  return standings.flatMap(standing => {
    const box = boxes.get(standing.name)
    if (!box) return []
    const teams = own === null ? (teamsOfSegment.get(standing.name)?.length ?? 0) : null
    return {
      ...still,
      id: standing.name,
      type: 'segment',
      position: { x: box.x, y: box.y },
      width: box.width,
      height: BOX_HEIGHT,
      data: { standing, teams, own: standing.name === own, focused: standing.name === focused },
    }
  })
}

/** The largest last, and so on top of the others. */
function flowEdges({ routes }: RoutedMap, focused: string | null): Edge[] {
  const anyTold = routes.some(({ flow }) => touches(flow, focused))
  return routes.toReversed().map(route => {
    const { flow } = route
    const told = touches(flow, focused)
    const data: FlowLineData = { route, told, faint: anyTold && !told }
    return {
      id: `${flow.from} ${flow.to}`,
      source: flow.from,
      target: flow.to,
      type: 'flow',
      zIndex: told ? 2 : 1,
      markerEnd: { ...arrow, color: told ? 'var(--accent)' : 'var(--ink-quiet)' },
      data,
    }
  })
}

const arrow = { type: MarkerType.ArrowClosed, width: 18, height: 18, markerUnits: 'userSpaceOnUse' } as const
