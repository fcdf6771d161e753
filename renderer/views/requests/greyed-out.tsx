import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { fieldNames } from './raise-fields.ts'

const mandatory = ['type', 'raisedAgainst', 'dueOn', 'background'] as const

/** A mandatory field that CMS2012 greys out is an incident, whose form opens with that filled in (SR-3). */
export function GreyedOut({ group }: { readonly group: MasterCaseNumber }) {
  const dispatch = useDeskDispatch()
  const raise = (words: string) =>
    dispatch(
      panelOpened({ kind: 'raise-incident', group, request: null, because: { kind: 'greyed-field', words } }),
    )
  return (
    <details>
      <summary>CMS2012 greys out a mandatory field?</summary>
      <p>That is an incident. What you wrote here is kept meanwhile. Which field is it?</p>
      <ul className="greyed-out">
        {mandatory.map(name => (
          <li key={name}>
            <button type="button" className="plain-link" onClick={() => raise(fieldNames[name])}>
              {fieldNames[name]}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
