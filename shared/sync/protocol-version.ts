/** The protocol that this desk and hub speak. 1: first light. */
export const PROTOCOL = 1

/** The shape of the documents; pages of another schema are dropped and fetched again. 2: the width of the desk. 3: incidents and advice. */
export const SCHEMA = 3

/** How many commands one push may carry, and how many bytes. */
export const PUSH_LIMIT = 100
export const PUSH_BYTES = 256 * 1024

/** A page of a pull is cut at the document that reaches this many bytes. */
export const PULL_BYTES = 2 * 1024 * 1024
