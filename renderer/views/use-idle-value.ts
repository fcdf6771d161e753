import { useEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

/**
 * A value as it was when the page last had nothing else to do, at first null. What is worked out of it comes after what
 * is on the screen; a deferred value would be worked out before the frame is drawn.
 */
export function useIdleValue<Value>(value: Value): Value | null {
  const [settled, settle] = useState<Value | null>(null)
  useEffect(() => whenIdle(() => settle(() => value)), [value])
  return settled
}
