const calls: string[] = []

/** Notes that the main process reached for a part of Electron, in the order in which it did. */
export function noteCall(name: string): void {
  calls.push(name)
}

export const notedCalls = (): readonly string[] => calls
