import { useEffect, useState } from 'react'

// Where there is always something else to do, it is not put off for ever.
const AT_LAST = 500

/**
 * A value as it was when the page last had nothing else to do, at first null. What is worked out of it comes after what
 * is on the screen; a deferred value would be worked out before the frame is drawn.
 */
export function useIdleValue<Value>(value: Value): Value | null {
  const [settled, settle] = useState<Value | null>(null)
  useEffect(() => {
    const asked = requestIdleCallback(() => settle(() => value), { timeout: AT_LAST })
    return () => cancelIdleCallback(asked)
  }, [value])
  return settled
}
