import type { FormField, FormValues } from './form-field.ts'

/** The key of it, while one types too. */
export const NEXT_EMPTY = 'F8'

/** The field to be filled in next: the first empty one after this, or from the top again. */
export function nextEmpty(
  fields: readonly FormField[],
  values: FormValues,
  from: string | null,
): string | undefined {
  const place = fields.findIndex(({ name }) => name === from)
  const inTurn = [...fields.slice(place + 1), ...fields.slice(0, place + 1)]
  return inTurn.find(({ kind, name }) => kind !== 'tick' && !values[name]?.trim())?.name
}

/** Goes there; false: there is none. */
export function goToNextEmpty(id: string, fields: readonly FormField[], values: FormValues): boolean {
  const here = document.activeElement?.id ?? ''
  const next = nextEmpty(fields, values, here.startsWith(id) ? here.slice(id.length) : null)
  if (next === undefined) return false
  document.getElementById(`${id}${next}`)?.focus()
  return true
}
