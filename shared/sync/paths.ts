/** The hub's paths (`docs/protocol.md`). */
export const HEALTH = '/health'
export const SESSION = '/session'
/** Where a browser goes to sign in with the identity provider. */
export const SIGN_IN = '/session/sign-in'
/** Where a desktop application brings its access token. */
export const TOKEN_SIGN_IN = '/session/token'
export const DEMO_SIGN_IN = '/session/demo'
export const DEMO_PEOPLE = '/demo/people'
export const PUSH = '/sync/push'
export const PULL = '/sync/pull'
export const POKES = '/sync/pokes'
/** That somebody read a case group in full, and who did. */
export const READINGS = '/audit/readings'
export const READERS = '/audit/readers'
