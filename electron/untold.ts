/** Said where nobody at the desk can do anything about it, and only its kind: its words may hold somebody's data. */
export function untold(problem: unknown): void {
  console.error(
    'Something of whoever left could not be forgotten.',
    problem instanceof Error ? problem.name : '',
  )
}
