import { createContext, use } from 'react'

export const SignOutContext = createContext<() => void>(() => undefined)

/** Ends the session; what waits to be sent stays sealed on this device. */
export function useSignOut(): () => void {
  return use(SignOutContext)
}
