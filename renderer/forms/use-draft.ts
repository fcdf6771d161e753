import { useEffect, useState } from 'react'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { Draft } from '../drafts/draft.ts'
import { standingOf } from '../drafts/sweep-drafts.ts'
import { useDesk } from '../views/desk-context.ts'
import type { FormValues } from './form-field.ts'

interface DraftOf {
  /** As it was when the form was opened. */
  readonly found: Draft | undefined
  /** Sent, or thrown away. */
  readonly forget: () => void
}

/** Reads what was written in this form before. */
export function useFoundDraft(place: string): DraftOf {
  const { drafts } = useDesk()
  const [found] = useState(() => drafts.read(place))
  return { found, forget: () => drafts.forget(place) }
}

/** A form as far as its values are watched. */
interface Watched {
  readonly watch: (told: (values: object) => void) => { readonly unsubscribe: () => void }
}

/** Keeps what is written, at every letter. */
export function useKeptDraft(
  place: string,
  group: CaseGroup | null,
  form: Watched,
  standing: FormValues = {},
): void {
  const { drafts, replica } = useDesk()
  const id = group?.id ?? null
  const [opened] = useState(standing)
  useEffect(() => {
    const { unsubscribe } = form.watch(values => {
      const fields = written(values, opened)
      const standing = id === null ? 'held' : standingOf(replica.caseGroup(id))
      // What is about a group that has gone is not kept (ACC-3).
      if (standing !== 'gone')
        drafts.keep({ place, group: id, fields, at: new Date().toISOString() }, standing)
    })
    return unsubscribe
  }, [drafts, replica, place, id, form, opened])
}

const written = (values: object, opened: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, text]) => typeof text === 'string' && text !== opened[name]),
  )
