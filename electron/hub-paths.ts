/** The hub's paths that main itself uses; the page names the others (`docs/protocol.md`). */
export const SESSION = '/session'
export const DEMO_SIGN_IN = '/session/demo'
export const DEMO_PEOPLE = '/demo/people'
export const POKES = '/sync/pokes'
