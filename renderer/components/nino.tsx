import { type ReactNode, useState } from 'react'
import { maskedNinos } from '../../shared/queries/masked-ninos.ts'
import { useDeskState } from '../store/store.ts'

interface NinoProps {
  /** One NINO or several, or that there is none. */
  readonly words: string
  /** What it is called: `NINO of Leo Hill`. */
  readonly name: string
}

/** NINOs, masked until somebody asks for these, or by key for all of the row that is explained. */
export function Nino({ words, name }: NinoProps): ReactNode {
  const all = useDeskState(state => state.list.ninosShown)
  const [asked, setAsked] = useState(false)
  const masked = maskedNinos(words)
  if (masked === words) return words
  return (
    <>
      <span className="number">{all || asked ? words : masked}</span>{' '}
      {!all && (
        <button
          type="button"
          className="plain-link"
          aria-label={`${asked ? 'Hide' : 'Show'} the ${name}`}
          onClick={() => setAsked(!asked)}
        >
          {asked ? 'hide' : 'show'}
        </button>
      )}
    </>
  )
}
