import type { ReactNode } from 'react'

/** A sentence or two that stand out: what matters most here, or what is wrong. */
export function Callout({
  tone,
  children,
}: {
  readonly tone: 'plain' | 'warn' | 'alarm' | 'intended'
  readonly children: ReactNode
}) {
  return <div className={`callout callout-${tone}`}>{children}</div>
}
