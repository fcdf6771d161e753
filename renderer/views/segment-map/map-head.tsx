import type { MapColumn } from './map-places.ts'

interface MapHeadProps {
  readonly columns: readonly MapColumn[]
  readonly start: number
}

/** What the columns are called; it stays in sight while the ranks pass below it. */
export function MapHead({ columns, start }: MapHeadProps) {
  return (
    <div className="map-head">
      {columns.map(({ title, x, width }) => (
        <span
          key={title}
          title={title}
          ref={element => {
            element?.style.setProperty('inset-inline-start', `${start + x}px`)
            element?.style.setProperty('width', `${width}px`)
          }}
        >
          {title}
        </span>
      ))}
    </div>
  )
}
