type Listener = (...args: never[]) => unknown

export interface KnownEvents<Name extends string> {
  readonly on: (name: string, listener: Listener) => void
  readonly once: (name: string, listener: Listener) => void
  readonly emit: (name: Name, ...args: readonly unknown[]) => void
}

/** Events of a closed list: listening for one that is never told here throws. */
export function knownEvents<const Name extends string>(
  owner: string,
  names: readonly Name[],
): KnownEvents<Name> {
  const listeners = new Map<string, Listener[]>()
  const on = (name: string, listener: Listener) => {
    if (!names.some(known => known === name))
      throw new Error(`The stand-in for Electron never tells ${owner} ${name}.`)
    listeners.set(name, [...(listeners.get(name) ?? []), listener])
  }
  return {
    on,
    once(name, listener) {
      const first = (...args: never[]) => {
        listeners.set(
          name,
          (listeners.get(name) ?? []).filter(other => other !== first),
        )
        return listener(...args)
      }
      on(name, first)
    },
    emit(name, ...args) {
      // What Electron passes is typed where it is listened for.
      for (const listener of listeners.get(name) ?? []) listener(...(args as never[]))
    },
  }
}
