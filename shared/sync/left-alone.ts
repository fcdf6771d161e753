// Longer than what a clock is put right by: what was set back further tells nothing of how long it was.
const PUT_RIGHT = 60_000

/** Whether a desk opens for nobody: the last hand was on it too long ago, or nobody knows how long. In milliseconds. */
export const isLeftAlone = (gone: number, idleSeconds: number): boolean =>
  gone >= idleSeconds * 1000 || gone < -PUT_RIGHT
