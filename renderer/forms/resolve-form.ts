import type { FieldErrors, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import type { FormField, FormValues } from './form-field.ts'

/**
 * Checks a form by the command's own schema. Where a part of its args is wrong, the field of that name is; what is of no
 * field is the first one's.
 */
export function resolveForm(
  fields: readonly FormField[],
  schema: z.ZodType,
  argsOf: (values: FormValues) => unknown,
): Resolver<Record<string, string>> {
  return values => {
    const parsed = schema.safeParse(argsOf(values))
    if (parsed.success) return { values, errors: {} }
    const names = parsed.error.issues.map(({ path }) => fieldOf(path, fields))
    const errors: FieldErrors<Record<string, string>> = {}
    for (const name of names) errors[name] = { type: 'wrong' }
    return { values: {}, errors }
  }
}

function fieldOf(path: readonly PropertyKey[], fields: readonly FormField[]): string {
  const known = new Set<PropertyKey>(fields.map(({ name }) => name))
  return String(path.findLast(part => known.has(part)) ?? fields[0]?.name ?? '')
}
