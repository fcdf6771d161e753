const steps: (() => Promise<unknown>)[] = []

/** Keeps what has to be done before the end. */
export function onClose(step: () => Promise<unknown>): void {
  steps.push(step)
}

/** Does all of it, the last first; what fails does not keep the rest from being done. */
export async function closeInReverse(): Promise<void> {
  for (const step of steps.splice(0).reverse()) await step().catch(() => {})
}
