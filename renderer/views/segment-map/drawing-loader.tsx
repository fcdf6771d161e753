import { Button } from '@fluentui/react-components'
import { type ComponentProps, useEffect, useState } from 'react'
import type { MapDrawing } from './map-drawing.tsx'

type Loaded =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'here'; readonly drawing: typeof MapDrawing }

interface DrawingLoaderProps extends ComponentProps<typeof MapDrawing> {
  /** What is drawn, for whoever does not see it. */
  readonly label: string
}

/** The drawing is fetched when it is first looked at: it is heavier than the rest of the desk. */
export function DrawingLoader({ label, ...props }: DrawingLoaderProps) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once more, it is fetched once more.
  useEffect(() => {
    let wanted = true
    const answer = (next: Loaded) => wanted && setLoaded(next)
    import('./map-drawing.tsx').then(
      ({ MapDrawing }) => answer({ kind: 'here', drawing: MapDrawing }),
      () => answer({ kind: 'failed' }),
    )
    return () => {
      wanted = false
    }
  }, [asked])
  if (loaded.kind === 'failed')
    return (
      <p>
        The drawing could not be fetched while the hub cannot be reached. The list has the same facts.{' '}
        <Button size="small" onClick={() => setAsked(asked + 1)}>
          Try again
        </Button>
      </p>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard.
    <div className="segment-map-room" role="img" aria-label={label} tabIndex={0}>
      {loaded.kind === 'here' ? (
        <loaded.drawing {...props} />
      ) : (
        <p className="note drawing-soon">Drawing the map …</p>
      )}
    </div>
  )
}
