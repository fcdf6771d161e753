import { Button } from '@fluentui/react-components'
import { type SignInProblem, signInProblems } from '../../../shared/sync/session.ts'
import { Callout } from '../../components/callout.tsx'
import { problemWords } from './problem-words.ts'
import type { SigningIn } from './use-signing-in.ts'

interface WithProviderProps {
  readonly signingIn: SigningIn
  /** Somebody is signing in otherwise. */
  readonly isDisabled: boolean
  /** The provider's page opens in a browser beside the desk; else it takes the place of this one. */
  readonly inOwnBrowser: boolean
  readonly onProvider: () => Promise<void>
  /** Whoever is away at the provider is not waited for any longer. */
  readonly onGiveUp: () => void
}

/** Signing in with the identity provider, on its own page. */
export function WithProvider({
  signingIn: { isUnderWay, problem, begin },
  isDisabled,
  inOwnBrowser,
  onProvider,
  onGiveUp,
}: WithProviderProps) {
  const broughtBack = problemIn(window.location.search)
  const said = problem ?? (!isUnderWay && broughtBack ? problemWords[broughtBack] : null)
  return (
    <>
      {said && <Callout tone="alarm">{said}</Callout>}
      <div className="hub-buttons">
        <Button
          appearance="primary"
          autoFocus
          disabledFocusable={isUnderWay || isDisabled}
          onClick={() => begin(onProvider)}
        >
          Sign in
        </Button>
        {isUnderWay && <Button onClick={onGiveUp}>Cancel</Button>}
      </div>
      <p role="status">{isUnderWay ? awayWords(inOwnBrowser) : ''}</p>
    </>
  )
}

const awayWords = (inOwnBrowser: boolean) =>
  inOwnBrowser
    ? 'Sign in on the page that opens in your browser; the desk goes on by itself. Closed that page? Cancel here, and sign in again.'
    : 'The page of the identity provider opens here, and the desk comes back after it. Does it not open? Cancel, and sign in again.'

const problemIn = (search: string): SignInProblem | undefined =>
  signInProblems.find(problem => problem === new URLSearchParams(search).get('sign-in'))
