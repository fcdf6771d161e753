import type { ReactNode } from 'react'

export type TagTone = 'alarm' | 'warn' | 'calm' | 'intended'

interface TagProps {
  readonly tone: TagTone
  /** There is no room for it: it is not seen, but read out. */
  readonly isRest?: boolean
  readonly children: ReactNode
}

/** A short note on a row. Its word says what the colour only repeats; what is intended has a broken edge. */
export function Tag({ tone, isRest = false, children }: TagProps) {
  return <span className={`tag tag-${tone}${isRest ? ' tag-rest' : ''}`}>{children}</span>
}
