import type { NodeProps } from '@xyflow/react'

/** What a row of the map is called. */
export function RankTitle({ data }: NodeProps) {
  const { title } = data as { readonly title: string }
  return (
    <div className="map-rank" title={title}>
      <span>{title}</span>
    </div>
  )
}
