import { useState } from 'react'
import type { CommandId } from '../../shared/domain/ids.ts'
import { type FormValues, valuesIn } from '../forms/form-field.ts'
import { useDesk } from './desk-context.ts'

/** What a refused one said, to be asked again. */
export function useSaidBefore(again: CommandId | undefined): FormValues {
  const { replica } = useDesk()
  const [said] = useState(() => {
    const entry = again && replica.outbox().find(({ envelope }) => envelope.id === again)
    return entry ? withoutNulls(valuesIn(entry.envelope.args)) : {}
  })
  return said
}

const withoutNulls = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text !== 'null'))
