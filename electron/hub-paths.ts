/** The hub's paths that main itself uses; the page names the others (`docs/protocol.md`). */
export const SESSION = '/api/session'
export const DEMO_SIGN_IN = '/api/demo/sign-in'
export const POKES = '/api/pokes'
