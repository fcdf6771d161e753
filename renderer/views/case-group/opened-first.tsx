import { type ReactNode, useEffect, useState } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { OpenSensitive } from './open-sensitive.tsx'
import { useClosed } from './use-reading-of.ts'

interface OpenedFirstProps {
  /** None: they are not with this person, and nothing of them can be shown. */
  readonly groups: readonly CaseGroup[]
  readonly wide: boolean
  /** Where the keys go from what asked. */
  readonly onOpened: () => void
  /** Null: what is shown is not a form, and is left as a list is. */
  readonly onBack: (() => void) | null
  readonly children: ReactNode
}

/** Of nationally sensitive groups nothing is shown before it was said, once for all, what they are opened for (ACC-3). */
export function OpenedFirst({ groups, wide, onOpened, onBack, children }: OpenedFirstProps) {
  const closed = useClosed(groups)
  const [opened, setOpened] = useState<{ readonly hadKeys: boolean } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening, when what it opened is there.
  useEffect(() => {
    if (opened?.hadKeys) onOpened()
  }, [opened])
  if (closed.length === 0) return children
  return (
    <OpenSensitive
      key={groups.map(({ id }) => id).join(' ')}
      ids={closed.map(({ id }) => id)}
      wide={wide}
      onOpened={hadKeys => setOpened({ hadKeys })}
      onBack={onBack}
    />
  )
}
