/** The hub's paths (`docs/protocol.md`). */
export const HEALTH = '/health'
export const SESSION = '/session'
export const DEMO_SIGN_IN = '/session/demo'
export const DEMO_PEOPLE = '/demo/people'
export const PUSH = '/sync/push'
export const PULL = '/sync/pull'
export const POKES = '/sync/pokes'
