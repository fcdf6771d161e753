import type { ReactNode } from 'react'
import { createServiceRequest } from '../../../shared/commands/create-service-request.ts'
import { ADVICE_TYPE } from '../../../shared/domain/advice.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { CommandId } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { requestType } from '../../../shared/domain/request-types.ts'
import { CommandForm } from '../../forms/command-form.tsx'
import type { FormValues } from '../../forms/form-field.ts'
import { draftPlace } from '../asked-again.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useSaidBefore } from '../said-before.ts'
import { useSettled } from '../use-settled.ts'
import { reasonObjection, WHY_WHILE_WITH_AAC } from '../while-with-aac.ts'
import { AskInstead } from './ask-instead.tsx'
import { GreyedOut } from './greyed-out.tsx'
import { raiseFields, raiseRequest, someRequest } from './raise-fields.ts'
import { RouteNote } from './route-note.tsx'

interface RaiseFormProps {
  /** The refused one that is asked again, with what was written in it. */
  readonly again: CommandId | undefined
  readonly group: CaseGroup
  readonly onDone: () => void
}

/** The fields of the command, checked by the command's own schema, and where the request will go, said while one fills them in. */
export function RaiseForm({ group, again, onDone }: RaiseFormProps) {
  const desk = useDesk()
  const { index } = useReadings()
  const settle = useSettled(again, onDone)
  const said = useSaidBefore(again)
  const trial = reasonObjection(desk, someRequest(group, index))
  const besides = (values: FormValues) => ({
    underType: underType(values, group, index),
    atEnd: <Route values={values} group={group} index={index} />,
  })
  return (
    <>
      <p className="note">
        On {group.title} <span className="number">{group.id}</span>. Every field is needed unless it says
        otherwise.
      </p>
      <CommandForm
        place={draftPlace(`create-service-request/${group.id}`, again)}
        group={group}
        fields={values => raiseFields(values, group, index, besides(values))}
        initial={{ raisedAgainst: group.payingParent, ...said }}
        schema={createServiceRequest.args}
        requestOf={values => raiseRequest(group, values, index)}
        submitName="Raise the service request"
        isSent={({ type }) => type !== ADVICE_TYPE}
        objection={trial.objection}
        asksReason={trial.asksReason ? WHY_WHILE_WITH_AAC : null}
        onDone={settle}
        onBack={onDone}
      />
      <GreyedOut group={group.id} />
    </>
  )
}

function underType(
  { type = '', background = '' }: FormValues,
  group: CaseGroup,
  { bom }: OrganisationIndex,
): ReactNode {
  if (type === ADVICE_TYPE) return <AskInstead group={group} />
  if (requestType(type, bom)?.kind !== 'case-owning' || background.trim() === '') return null
  return (
    <p className="note" role="status">
      The background you wrote is not sent: case-owning work has none. It is kept here in case you choose a
      specialist’s type again.
    </p>
  )
}

interface RouteProps {
  readonly values: FormValues
  readonly group: CaseGroup
  readonly index: OrganisationIndex
}

function Route({ values: { type = '', raisedAgainst = '' }, group, index }: RouteProps) {
  const known = requestType(type, index.bom)
  if (!known) return null
  return (
    <RouteNote group={group} routed={{ kind: known.kind, type, raisedAgainst: raisedAgainst as never }} />
  )
}
