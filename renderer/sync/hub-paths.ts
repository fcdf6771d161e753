/** The hub's paths (`docs/protocol.md`). */
export const PUSH = '/sync/push'
export const PULL = '/sync/pull'
