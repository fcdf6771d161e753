import { type ReactNode, useEffect, useState } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { useDesk } from '../desk-context.ts'
import { OpenSensitive } from './open-sensitive.tsx'
import { useReadingOf } from './use-reading-of.ts'

interface ReadInFullProps {
  readonly group: CaseGroup
  /** On a page of its own. */
  readonly wide: boolean
  readonly children: ReactNode
}

// A row that the focus passes over was not read.
const READ = 1000

/** Shows a case group in full, and has the hub know it where that is somebody else's work (ACC-3, ACC-5). */
export function ReadInFull({ group, wide, children }: ReadInFullProps) {
  const { readTrail } = useDesk()
  const { recorded, closed } = useReadingOf(group)
  const [, lookAgain] = useState(0)
  useEffect(() => {
    if (recorded !== 'out-of-team') return
    const timer = setTimeout(() => readTrail.note(group.id), READ)
    return () => clearTimeout(timer)
  }, [readTrail, recorded, group.id])
  if (closed)
    return (
      <OpenSensitive key={group.id} id={group.id} wide={wide} onOpened={() => lookAgain(time => time + 1)} />
    )
  return children
}
