import { memo } from 'react'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { Foldable } from '../../components/foldable.tsx'
import { type Chosen, type Facet, tokenOf } from './facet.ts'

interface FiltersProps<Row> {
  readonly facets: readonly Facet<Row>[]
  /** Null: they are not counted yet. */
  readonly counts: ReadonlyMap<string, number> | null
  readonly chosen: Chosen
  readonly choose: (tokens: readonly string[]) => void
}

function FiltersOf<Row>({ facets, counts, chosen, choose }: FiltersProps<Row>) {
  const tick = (token: string, on: boolean) =>
    choose(on ? [...chosen, token] : [...chosen].filter(other => other !== token))
  return (
    <aside className="filters" aria-label="Filters">
      <Foldable name={chosen.size > 0 ? `Filters, ${numberWords(chosen.size)} chosen` : 'Filters'}>
        {facets.map(facet => (
          <fieldset key={facet.id}>
            <legend>{facet.title}</legend>
            {facet.options.map(({ value, label }) => {
              const token = tokenOf(facet, value)
              return (
                <label key={value} className="filter">
                  <input
                    type="checkbox"
                    checked={chosen.has(token)}
                    onChange={event => tick(token, event.target.checked)}
                  />
                  <span>{label}</span>
                  <span className="count">{counts && numberWords(counts.get(token) ?? 0)}</span>
                </label>
              )
            })}
          </fieldset>
        ))}
        {chosen.size > 0 && (
          <button type="button" className="plain-link" onClick={() => choose([])}>
            Clear all filters
          </button>
        )}
      </Foldable>
    </aside>
  )
}

/** The filters of the present list, under the views, always in sight; drawn again only when they are otherwise. */
export const Filters = memo(FiltersOf) as typeof FiltersOf
