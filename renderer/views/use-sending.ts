import { useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Whether something is being sent, and how that is done. What a form shows meanwhile stays as it was: by its own effect
 * it would look as if somebody else had been first.
 */
export function useSending(): readonly [boolean, (send: () => Promise<void>) => Promise<void>] {
  const [sending, setSending] = useState(false)
  const during = async (send: () => Promise<void>) => {
    // Before what is sent shows in the list, which is at once.
    flushSync(() => setSending(true))
    try {
      await send()
    } finally {
      setSending(false)
    }
  }
  return [sending, during]
}
