import type { ReactNode } from 'react'

/** A field of a form. Its value is a text; of a tick `yes`, or anything else. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind: 'line' | 'text' | 'date' | 'moment' | 'choice' | 'tick'
  /** Of a choice; the first is chosen where nothing else is. */
  readonly options?: readonly FormOption[]
  readonly hint?: string
  readonly optional?: boolean
  /** What is to be done about it, where it is wrong. */
  readonly wrong: string
  /** An answer at the press of a button: `None held`. */
  readonly atOnce?: string
  /** What it is elsewhere by now, to be taken over at the press of a button. */
  readonly instead?: string
  /** What is odd about its value: it can be sent all the same. */
  readonly remark?: string
  /** What else another value changes, by the name of each field. */
  readonly changes?: (value: string) => FormValues
  /** What is to be seen right under it. */
  readonly below?: ReactNode
}

export interface FormOption {
  readonly value: string
  readonly label: string
  /** The heading under which it stands. */
  readonly under?: string
}

export type FormValues = Readonly<Record<string, string>>

/** Nothing at all, as a page has it, is null to a command. */
export const orNull = (value: string | undefined): string | null => (value?.trim() ? value : null)

export const isTicked = (value: string | undefined): boolean => value === 'yes'

export const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no')

/** The texts of some args by the name of each leaf, for a form that asks the same again. */
export function valuesIn(args: unknown): FormValues {
  if (typeof args !== 'object' || args === null) return {}
  const found = Object.entries(args).map(([name, value]): FormValues => {
    if (typeof value === 'object') return valuesIn(value)
    if (typeof value === 'boolean') return { [name]: yesOrNo(value) }
    return { [name]: String(value) }
  })
  return Object.assign({}, ...found)
}
