import type { SignInProblem } from '../../../shared/sync/session.ts'
import { refusalIn } from '../../home/answered.ts'

/** Why a browser came back from the provider without being signed in. */
export const problemWords: Readonly<Record<SignInProblem, string>> = {
  again:
    'You were not signed in: what came back does not belong to a sign-in that was begun here. Try again.',
  unknown:
    'You are known to the identity provider but not to this hub, or you have no access any more. Ask service management.',
  unreachable: 'The identity provider does not answer. Nothing is lost; try again in a moment.',
}

/** As oneself, with the provider; or, for demonstration, as whoever was chosen. */
export type SignInAs = 'oneself' | 'somebody'

/** Why somebody is not signed in; null: he gave it up himself. */
export function refusalWords(problem: unknown, as: SignInAs): string | null {
  switch (refusalIn(problem)) {
    case 'given-up':
      return null
    case 'no-hub':
      return 'The hub cannot be reached. Check the network, then try again. Nothing is lost.'
    case 'hub-busy':
      return 'The hub has too much to do, or there were too many sign-ins from here. Wait a minute, then try again.'
    case 'unknown-person':
      return as === 'oneself'
        ? problemWords.unknown
        : 'The hub does not know that person, or he has no access any more. Ask service management.'
    case 'provider-unreachable':
      return problemWords.unreachable
    case 'sign-in-late':
      return 'Nobody came back from the page in the browser in time. Try again.'
    case 'signing-in':
      return 'Another sign-in is under way. Finish that one, or wait a moment and try again.'
    case 'not-signed-in':
      return 'The desk was locked while you were signing in. Try again.'
    case 'sign-in-refused':
      return problemWords.again
    default:
      return 'Something went wrong in the desk. Close it and open it again, then sign in.'
  }
}
