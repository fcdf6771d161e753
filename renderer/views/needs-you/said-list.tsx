import { isNinoField } from '../../../shared/domain/incident-details.ts'
import { isDetail } from '../../../shared/queries/incident-field-words.ts'
import type { Said } from '../../../shared/queries/said-with.ts'
import { Nino } from '../../components/nino.tsx'

interface SaidListProps {
  readonly said: readonly Said[]
  /** A form that was begun with what is known: that is one thing to look at, not twenty. */
  readonly folds: boolean
}

/** What somebody wrote, each under its name. */
export function SaidList({ said, folds }: SaidListProps) {
  if (said.length === 0) return null
  const folded = folds ? said.filter(({ fact }) => isDetail(fact)) : []
  const shown = said.filter(each => !folded.includes(each))
  return (
    <>
      <Lines said={shown} />
      {folded.length > 0 && (
        <details>
          <summary>What AAC asks: {folded.length} answers</summary>
          <Lines said={folded} />
        </details>
      )}
    </>
  )
}

function Lines({ said }: Pick<SaidListProps, 'said'>) {
  return (
    <dl className="incident-facts">
      {said.map(({ fact, title, words }) => (
        <div key={`${title} ${words}`}>
          {title !== null && <dt>{title}</dt>}
          <dd className="written">
            {fact !== null && title !== null && isNinoField(fact) ? (
              <Nino words={words} name={title} />
            ) : (
              words
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
