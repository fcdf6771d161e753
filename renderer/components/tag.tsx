import type { ReactNode } from 'react'

/** A short note on a row. Its word says what the colour only repeats; what is intended has a broken edge. */
export function Tag({
  tone,
  children,
}: {
  readonly tone: 'alarm' | 'warn' | 'calm' | 'intended'
  readonly children: ReactNode
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
