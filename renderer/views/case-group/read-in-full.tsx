import { type ReactNode, use, useEffect } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { GridHandleContext } from '../../keyboard/grid-handle.ts'
import { useDesk } from '../desk-context.ts'
import { toList } from '../to-list.ts'
import { OpenedFirst } from './opened-first.tsx'
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
  const { recorded } = useReadingOf(group)
  const grid = use(GridHandleContext)
  useEffect(() => {
    if (recorded !== 'out-of-team') return
    const timer = setTimeout(() => readTrail.note(group.id), READ)
    return () => clearTimeout(timer)
  }, [readTrail, recorded, group.id])
  return (
    <OpenedFirst groups={[group]} wide={wide} onOpened={() => toList(grid)} onBack={null}>
      {children}
    </OpenedFirst>
  )
}
