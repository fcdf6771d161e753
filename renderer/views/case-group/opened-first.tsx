import { type ReactNode, useEffect, useState } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { OpenSensitive } from './open-sensitive.tsx'
import { useReadingOf } from './use-reading-of.ts'

interface OpenedFirstProps {
  /** Undefined: it is not with this person, and nothing of it can be shown. */
  readonly group: CaseGroup | undefined
  readonly wide: boolean
  /** Where the keys go from what asked. */
  readonly onOpened: () => void
  readonly children: ReactNode
}

/** Of a nationally sensitive group nothing is shown before it was said what it is opened for (ACC-3). */
export function OpenedFirst({ group, wide, onOpened, children }: OpenedFirstProps) {
  const { closed } = useReadingOf(group)
  const [opened, setOpened] = useState<{ readonly hadKeys: boolean } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening, when what it opened is there.
  useEffect(() => {
    if (opened?.hadKeys) onOpened()
  }, [opened])
  if (group && closed)
    return (
      <OpenSensitive key={group.id} id={group.id} wide={wide} onOpened={hadKeys => setOpened({ hadKeys })} />
    )
  return children
}
