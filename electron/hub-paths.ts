/** The hub's paths that main itself uses; the page names the others (`docs/protocol.md`). */
export const SESSION = '/session'
export const DEMO_SIGN_IN = '/session/demo'
export const HEALTH = '/health'
export const POKES = '/sync/pokes'
