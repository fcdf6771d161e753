import type { FailureCode, Reply, ResultOf } from './contract.ts'
import { failed } from './reply.ts'

type SignIn = (givenUp: AbortSignal) => Promise<Reply<ResultOf<'signIn'>>>

/** One sign-in at a time: a second would end the session of the first. */
export interface OneSignIn {
  /** Refused while another is under way; one that was given up is only waited for. */
  begin(signIn: SignIn): Promise<Reply<ResultOf<'signIn'>>>
  /** It is not wanted any more; the code says why, and is the reason of its signal. */
  giveUp(why: FailureCode): void
}

export function oneSignIn(): OneSignIn {
  let current: { readonly giveUp: AbortController; readonly ended: Promise<unknown> } | null = null
  return {
    async begin(signIn) {
      if (current && !current.giveUp.signal.aborted) return failed('signing-in')
      const giveUp = new AbortController()
      const before = current?.ended ?? Promise.resolve()
      const coming = before.then(() => signIn(giveUp.signal))
      const mine = { giveUp, ended: coming.catch(() => {}) }
      current = mine
      return coming.finally(() => {
        if (current === mine) current = null
      })
    },
    giveUp: why => current?.giveUp.abort(why),
  }
}
