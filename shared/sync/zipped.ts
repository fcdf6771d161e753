/** What a client says that it takes, and a hub that it sends: a page of a pull as the same JSON, gzipped (`docs/protocol.md`). */
export const ZIPPED = 'application/gzip'
export const JSON_OR_ZIPPED = `application/json, ${ZIPPED}`

/** Shorter pages are sent as they are: they would be on the screen later, not earlier. */
export const ZIPPED_FROM = 256 * 1024
