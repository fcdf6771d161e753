import { type DecidedField, decidedFields } from '../../../shared/domain/difference.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { fieldTitles } from '../../../shared/queries/difference-words.ts'
import { useDesk } from '../desk-context.ts'
import type { Settling } from './settling.ts'

interface SettleFormProps {
  readonly ids: readonly MasterCaseNumber[]
  readonly chosen: Settling | null
  readonly onChoose: (settling: Settling) => void
}

/** Which side to take, and in what: each choice says what comes of it (IMP-6). */
export function SettleForm({ ids, chosen, onChoose }: SettleFormProps) {
  const fields = useDriftingFields(ids)
  const offered = chosen?.take === 'source' ? withHolder(fields) : fields
  const take = (side: Settling['take']) => onChoose({ take: side, fields: chosen?.fields ?? decidedFields })
  const tick = (field: DecidedField, on: boolean) => {
    if (!chosen) return
    const others = chosen.fields.filter(each => each !== field)
    onChoose({ ...chosen, fields: on ? [...others, field] : others })
  }
  return (
    <>
      <fieldset className="chooser">
        <legend>Which is right?</legend>
        {(['ours', 'source'] as const).map(side => (
          <label key={side} className="choice">
            <input type="radio" name="side" checked={chosen?.take === side} onChange={() => take(side)} />
            <span>{sideWords[side]}</span>
          </label>
        ))}
      </fieldset>
      {chosen && (
        <fieldset className="chooser">
          <legend>In what?</legend>
          {offered.map(field => (
            <label key={field} className="choice">
              <input
                type="checkbox"
                checked={chosen.fields.includes(field)}
                onChange={({ target }) => tick(field, target.checked)}
              />
              <span>
                {fieldTitles[field]}. {consequences[chosen.take][field]}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

const sideWords = {
  ours: 'What stands here. It is to be carried into CMS2012.',
  source: 'What stands in CMS2012. It becomes ours.',
} as const

const carried = 'Nothing changes here.'
const consequences: Readonly<Record<Settling['take'], Readonly<Record<DecidedField, string>>>> = {
  ours: { segment: carried, holder: carried, lock: carried },
  source: {
    segment: 'It goes there with its work, unassigned unless the holder is taken too.',
    holder: 'He gets it with its case-owning requests, in his team.',
    lock: 'It goes on as it is there; where it comes off, the case group moves if it belongs elsewhere.',
  },
}

/** The fields in which at least one of the groups drifts. */
function useDriftingFields(ids: readonly MasterCaseNumber[]): readonly DecidedField[] {
  const { replica } = useDesk()
  const groups = ids.flatMap(id => replica.caseGroup(id) ?? [])
  return decidedFields.filter(field =>
    groups.some(({ differences }) => differences.some(each => each.field === field && each.drifts)),
  )
}

// Whoever takes the segment decides about the holder, whether he drifts or not.
const withHolder = (fields: readonly DecidedField[]) =>
  decidedFields.filter(field => fields.includes(field) || (field === 'holder' && fields.includes('segment')))
