import type { ReactNode } from 'react'
import { useNarrow } from './use-wide.ts'

interface FoldableProps {
  readonly name: string
  readonly children: ReactNode
}

/** In the open where there is room for it, else behind its name. */
export function Foldable({ name, children }: FoldableProps) {
  const narrow = useNarrow()
  if (!narrow) return children
  return (
    <details className="foldable">
      <summary>{name}</summary>
      {children}
    </details>
  )
}
