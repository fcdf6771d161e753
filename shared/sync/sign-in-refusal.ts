import { type HubErrorCode, hubError } from './hub-error.ts'

/** Why the hub did not sign somebody in, as far as its answer says. */
export type SignInRefusal = 'wiped' | 'unknown-person' | 'hub-busy' | 'no-hub' | 'sign-in-refused'

export function signInRefusal(status: number, body: string): SignInRefusal {
  switch (codeIn(body)) {
    case 'wiped':
      return 'wiped'
    case 'not-found':
      return 'unknown-person'
    case 'busy':
    case 'too-many-requests':
      return 'hub-busy'
    case null:
      // Somebody between the desk and its hub.
      return status >= 500 ? 'no-hub' : 'sign-in-refused'
    default:
      return 'sign-in-refused'
  }
}

function codeIn(body: string): HubErrorCode | null {
  try {
    return hubError.parse(JSON.parse(body)).error.code
  } catch {
    return null
  }
}
