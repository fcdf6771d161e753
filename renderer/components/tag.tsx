import type { ReactNode } from 'react'

export type TagTone = 'alarm' | 'warn' | 'calm' | 'intended'

interface TagProps {
  readonly tone: TagTone
  /** Where there is no room for it: there it is not seen, but read out. */
  readonly leftOut?: { readonly laptop: boolean; readonly wide: boolean }
  readonly children: ReactNode
}

/** A short note on a row. Its word says what the colour only repeats; what is intended has a broken edge. */
export function Tag({ tone, leftOut, children }: TagProps) {
  const rest = `${leftOut?.laptop ? ' tag-rest-laptop' : ''}${leftOut?.wide ? ' tag-rest-wide' : ''}`
  return <span className={`tag tag-${tone}${rest}`}>{children}</span>
}
