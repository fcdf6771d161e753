import { useState } from 'react'
import { refusalWords, type SignInAs } from './problem-words.ts'

export interface SigningIn {
  readonly isUnderWay: boolean
  /** Why it came to nothing the last time. */
  readonly problem: string | null
  begin(signIn: () => Promise<void>): void
}

export function useSigningIn(as: SignInAs): SigningIn {
  const [stage, setStage] = useState<Omit<SigningIn, 'begin'>>({ isUnderWay: false, problem: null })
  return {
    ...stage,
    begin(signIn) {
      if (stage.isUnderWay) return
      setStage({ isUnderWay: true, problem: null })
      signIn().catch(problem => setStage({ isUnderWay: false, problem: refusalWords(problem, as) }))
    },
  }
}
