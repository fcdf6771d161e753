import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { type RequestType, requestType, requestTypes } from '../../../shared/domain/request-types.ts'
import { flipWords } from '../../../shared/queries/change-words.ts'
import { useReadings } from '../desk-context.ts'
import { whatIsWrong } from './error-summary.tsx'
import { fieldNames, type RaiseFields, type raiseFields } from './raise-fields.ts'

type RaiseFormState = UseFormReturn<RaiseFields, unknown, z.output<typeof raiseFields>>

interface RaiseFieldsetProps {
  readonly id: string
  readonly form: RaiseFormState
  readonly group: CaseGroup
  /** The chosen type; undefined: none yet. */
  readonly known: RequestType | undefined
  readonly onType: (name: string) => void
}

/** The fields; what a type does not have is not asked. */
export function RaiseFieldset({ id, form, group, known, onType }: RaiseFieldsetProps) {
  const { register, formState } = form
  // The summary tells of them once; each field only shows its own.
  const field = (name: keyof RaiseFields, label: string, control: ReactElement) => (
    <Field
      label={label}
      {...(formState.errors[name] && { validationMessage: { children: whatIsWrong[name], role: 'none' } })}
    >
      {control}
    </Field>
  )
  const of = (name: keyof RaiseFields) => ({ id: `${id}${name}`, autoComplete: 'off' as const })
  const typed = register('type', { onChange: event => onType(event.target.value) })
  return (
    <>
      {field('type', fieldNames.type, <TypeSelect {...typed} {...of('type')} />)}
      {field(
        'raisedAgainst',
        fieldNames.raisedAgainst,
        <PersonSelect {...register('raisedAgainst')} {...of('raisedAgainst')} people={group.people} />,
      )}
      {field(
        'case',
        `${fieldNames.case} (optional)`,
        <CaseSelect {...register('case')} {...of('case')} cases={group.cases} />,
      )}
      {field(
        'dueOn',
        fieldNames.dueOn,
        <Input {...register('dueOn')} {...of('dueOn')} type="date" value={form.watch('dueOn')} />,
      )}
      {known?.kind === 'functionally-unique' &&
        field(
          'background',
          fieldNames.background,
          <Textarea {...register('background')} {...of('background')} resize="vertical" rows={4} />,
        )}
      {known?.kind === 'case-owning' && String(form.watch('background')).trim() !== '' && (
        <p className="note" role="status">
          The background you wrote is not sent: case-owning work has none. It is kept here in case you choose
          a specialist’s type again.
        </p>
      )}
      {known &&
        known.mayChange.length > 0 &&
        field(
          'flipsTo',
          fieldNames.flipsTo,
          <ChangeSelect {...register('flipsTo')} {...of('flipsTo')} mayChange={known.mayChange} />,
        )}
    </>
  )
}

type SelectProps = ReturnType<RaiseFormState['register']> & { readonly id: string }

function PersonSelect({ people, ...props }: SelectProps & Pick<CaseGroup, 'people'>) {
  return (
    <Select {...props}>
      {people.map(({ scin, firstName, lastName }, place) => (
        <option key={scin} value={scin}>
          {firstName} {lastName}, {place === 0 ? 'paying parent' : 'receiving parent'}
        </option>
      ))}
    </Select>
  )
}

function CaseSelect({ cases, ...props }: SelectProps & Pick<CaseGroup, 'cases'>) {
  return (
    <Select {...props}>
      <option value="">The whole case group</option>
      {cases.map(({ number, status }) => (
        <option key={number} value={number}>
          {number}, {status}
        </option>
      ))}
    </Select>
  )
}

/** What the request changes about the case group when it is closed. */
function ChangeSelect({ mayChange, ...props }: SelectProps & Pick<RequestType, 'mayChange'>) {
  return (
    <Select {...props}>
      <option value="">Nothing</option>
      {mayChange.map(flip => (
        <option key={flip} value={flip}>
          {flipWords(flip)}
        </option>
      ))}
    </Select>
  )
}

function TypeSelect(props: SelectProps) {
  const { index } = useReadings()
  const types = requestTypes(index.bom)
  const ofKind = (kind: RequestType['kind']) =>
    types.filter(name => requestType(name, index.bom)?.kind === kind)
  return (
    <Select {...props}>
      <option value="">Choose one</option>
      <optgroup label="Case-owning: done by the holder of the case group">
        {ofKind('case-owning').map(name => (
          <option key={name}>{name}</option>
        ))}
      </optgroup>
      <optgroup label="Functionally unique: done by a specialist">
        {ofKind('functionally-unique').map(name => (
          <option key={name}>{name}</option>
        ))}
      </optgroup>
    </Select>
  )
}
