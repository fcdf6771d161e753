/** How long the hub remembers a version, what became of a command, and who opened what. */
export const HISTORY_DAYS = 400
