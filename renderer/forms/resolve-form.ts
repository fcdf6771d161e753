import type { FieldErrors, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import type { FormField, FormValues } from './form-field.ts'
import { tooLong } from './too-long.ts'

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
    const errors: FieldErrors<Record<string, string>> = {}
    for (const issue of parsed.error.issues) {
      const name = fieldOf(issue.path, fields)
      errors[name] = { type: 'wrong', ...messageOf(issue, values[name] ?? '') }
    }
    return { values: {}, errors }
  }
}

/** The field knows what is wrong with it, but not that it is too long. */
function messageOf(issue: z.core.$ZodIssue, text: string): { readonly message?: string } {
  const words = issue.code === 'too_big' ? tooLong(text, Number(issue.maximum)) : null
  return words === null ? {} : { message: words }
}

function fieldOf(path: readonly PropertyKey[], fields: readonly FormField[]): string {
  const known = new Set<PropertyKey>(fields.map(({ name }) => name))
  return String(path.findLast(part => known.has(part)) ?? fields[0]?.name ?? '')
}
