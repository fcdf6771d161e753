import { Button } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import { type KeyboardEvent, useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { ADVICE_TYPE } from '../../../shared/domain/advice.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { CommandId } from '../../../shared/domain/ids.ts'
import { requestType } from '../../../shared/domain/request-types.ts'
import type { Desk } from '../../desk/desk.ts'
import { useFoundDraft, useKeptDraft } from '../../forms/use-draft.ts'
import { draftPlace } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useAsking } from '../use-asking.ts'
import { useSettled } from '../use-settled.ts'
import { AskInstead } from './ask-instead.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { GreyedOut } from './greyed-out.tsx'
import { type RaiseFields, raiseFields, raiseRequest, todayHere, usualDue } from './raise-fields.ts'
import { RaiseFieldset } from './raise-fieldset.tsx'
import { RouteNote } from './route-note.tsx'

interface RaiseFormProps {
  /** The refused one that is asked again, with what was written in it. */
  readonly again: CommandId | undefined
  readonly group: CaseGroup
  readonly onDone: () => void
}

const empty: RaiseFields = {
  type: '',
  raisedAgainst: '',
  case: '',
  dueOn: '',
  background: '',
  flipsTo: '',
}

/** What was written with a request that was refused: the same fields, empty where they were null. */
function writtenWith(again: CommandId | undefined, { replica }: Desk): Partial<RaiseFields> {
  const entry = replica.outbox().find(({ envelope }) => envelope.id === again)
  const values = Object.entries(Object(entry?.envelope.args) as Readonly<Record<string, string | null>>)
  return Object.fromEntries(
    values.filter(([name]) => name in empty).map(([name, value]) => [name, value ?? '']),
  )
}

/** What is filled in: a draft that outlives the page, over what was refused. */
function useRaising(group: CaseGroup, again: RaiseFormProps['again']) {
  const desk = useDesk()
  const place = draftPlace(`create-service-request/${group.id}`, again)
  const { found, forget } = useFoundDraft(place)
  const form = useForm({
    resolver: zodResolver(raiseFields),
    defaultValues: {
      ...empty,
      raisedAgainst: group.payingParent,
      ...writtenWith(again, desk),
      ...found?.fields,
    },
    shouldFocusError: false,
  })
  useKeptDraft(place, group, form)
  return { form, forget }
}

/** The fields of the command, checked by the command's own schema, and where the request will go, said while one fills them in. */
export function RaiseForm({ group, again, onDone }: RaiseFormProps) {
  const { index } = useReadings()
  const ask = useAsking(again)
  const id = useId()
  const [refusal, setRefusal] = useState<string | null>(null)
  const { form, forget } = useRaising(group, again)
  const settle = useSettled(again, onDone)
  const [type = '', raisedAgainst = ''] = form.watch(['type', 'raisedAgainst'])
  const known = requestType(type, index.bom)
  const submit = form.handleSubmit(fields =>
    ask(raiseRequest(group, sent(fields)), became => {
      if (became.kind === 'refused') setRefusal(became.reason)
      else if (became.kind === 'stored') {
        forget()
        settle()
      }
    }),
  )
  const sent = (fields: z.output<typeof raiseFields>) =>
    known?.kind === 'case-owning' ? { ...fields, background: null } : fields
  const chooseType = (name: string) => {
    form.setValue('dueOn', usualDue(name, index, todayHere()) ?? '')
    form.setValue('flipsTo', '')
  }
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  return (
    <form className="reason" onSubmit={submit} onKeyDown={byKey} autoComplete="off" noValidate>
      <p className="note">
        On {group.title} <span className="number">{group.id}</span>. Every field is needed unless it says
        otherwise.
      </p>
      <ErrorSummary
        id={id}
        errors={form.formState.errors}
        refusal={refusal}
        tries={form.formState.submitCount}
      />
      <RaiseFieldset {...{ id, form, group, known }} onType={chooseType} />
      {type === ADVICE_TYPE && <AskInstead group={group} />}
      {known && (
        <RouteNote group={group} routed={{ kind: known.kind, type, raisedAgainst: raisedAgainst as never }} />
      )}
      <div className="toolbar">
        {type !== ADVICE_TYPE && (
          <Button type="submit" appearance="primary" disabledFocusable={form.formState.isSubmitting}>
            Raise the service request
          </Button>
        )}
        <Button onClick={onDone}>Back</Button>
      </div>
      <GreyedOut group={group.id} />
      <p className="quiet">Ctrl+Enter does the same. While it waits to be sent you can take it back.</p>
    </form>
  )
}
