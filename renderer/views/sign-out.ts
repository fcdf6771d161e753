import { createContext, use, useCallback } from 'react'
import { useAttempt } from './use-attempt.ts'

export const SignOutContext = createContext<() => Promise<void>>(async () => undefined)

/** Ends the session; what waits to be sent stays sealed on this device. */
export function useSignOut(): () => void {
  const signOut = use(SignOutContext)
  const attempt = useAttempt()
  return useCallback(() => void attempt(signOut, 'not-signed-out'), [attempt, signOut])
}
