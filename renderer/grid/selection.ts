/** The selection with one key put in or taken out. */
export function toggled(selected: readonly string[], key: string): readonly string[] {
  return selected.includes(key) ? selected.filter(other => other !== key) : [...selected, key]
}

/** The selection with all these keys in it. */
export function withAll(selected: readonly string[], keys: readonly string[]): readonly string[] {
  return [...new Set([...selected, ...keys])]
}
