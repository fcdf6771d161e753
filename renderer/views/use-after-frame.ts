import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterFrame } from './list/after-frame.ts'

/**
 * A value as it was when the last frame was on the screen, or before what the person did since: what hangs on it is
 * worked out after what is seen, and never too late to be used.
 */
export function useAfterFrame<Value>(value: Value): Value {
  const [late, follow] = useState(value)
  // At once: the key that it comes before is about to be dealt with.
  const catchUp = () => flushSync(() => follow(() => value))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is all that it follows.
  useEffect(() => (late === value ? undefined : afterFrame(catchUp)), [late, value])
  return late
}
