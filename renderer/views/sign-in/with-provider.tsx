import { Button } from '@fluentui/react-components'
import { type SignInProblem, signInProblems } from '../../../shared/sync/session.ts'
import { Callout } from '../../components/callout.tsx'
import { problemWords } from './problem-words.ts'
import { useSigningIn } from './use-signing-in.ts'

interface WithProviderProps {
  readonly onProvider: () => Promise<void>
  /** Whoever is away at the provider is not waited for any longer. */
  readonly onGiveUp: () => void
}

/** Signing in with the identity provider, on a page of its own in the browser. */
export function WithProvider({ onProvider, onGiveUp }: WithProviderProps) {
  const { isUnderWay, problem, begin } = useSigningIn()
  const broughtBack = problemIn(window.location.search)
  const said = problem ?? (!isUnderWay && broughtBack ? problemWords[broughtBack] : null)
  return (
    <>
      {said && <Callout tone="alarm">{said}</Callout>}
      <div className="hub-buttons">
        <Button
          appearance="primary"
          autoFocus
          disabledFocusable={isUnderWay}
          onClick={() => begin(onProvider)}
        >
          Sign in
        </Button>
        {isUnderWay && <Button onClick={onGiveUp}>Cancel</Button>}
      </div>
      <p role="status">
        {isUnderWay
          ? 'Sign in on the page that opens in your browser; the desk goes on by itself. Closed that page? Cancel here, and sign in again.'
          : ''}
      </p>
    </>
  )
}

const problemIn = (search: string): SignInProblem | undefined =>
  signInProblems.find(problem => problem === new URLSearchParams(search).get('sign-in'))
