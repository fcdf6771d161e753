export interface OneAtATime {
  /** Now, or once more after the one that runs. */
  ask(): void
  /** The same; resolves when it has come to its end. */
  oneMore(): Promise<void>
  /** Resolves when none runs; none does until what it resolves to is called. */
  hold(): Promise<() => void>
}

/** Something that is asked for at any time and done one at a time: what was asked for meanwhile is done once. */
export function oneAtATime(turn: () => Promise<void>): OneAtATime {
  let running: Promise<void> | null = null
  let due = false
  let held = false

  function ask(): void {
    if (held) return
    due = true
    running ??= turns().finally(() => {
      running = null
      // Asked for between the last look and now.
      if (due) ask()
    })
  }

  async function turns(): Promise<void> {
    while (due && !held) {
      due = false
      await turn()
    }
  }

  return {
    ask,
    async oneMore() {
      ask()
      await running
    },
    async hold() {
      held = true
      await running
      return () => {
        held = false
        ask()
      }
    },
  }
}
