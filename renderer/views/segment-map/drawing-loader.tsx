import { Button } from '@fluentui/react-components'
import { type ComponentProps, useEffect, useState } from 'react'
import type { MapDrawing } from './map-drawing.tsx'

type Loaded =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'here'; readonly drawing: typeof MapDrawing }

/** The drawing is fetched when it is first looked at: it is heavier than the rest of the desk. */
export function DrawingLoader(props: ComponentProps<typeof MapDrawing>) {
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
  switch (loaded.kind) {
    case 'loading':
      return <p className="note">Drawing the map …</p>
    case 'failed':
      return (
        <p className="note">
          The drawing could not be fetched while the hub cannot be reached. The list has the same facts.{' '}
          <Button size="small" onClick={() => setAsked(asked + 1)}>
            Try again
          </Button>
        </p>
      )
    case 'here':
      return <loaded.drawing {...props} />
  }
}
