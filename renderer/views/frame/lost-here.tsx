import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import type { Unreadable } from '../../outbox/outbox.ts'
import { useDesk } from '../desk-context.ts'
import { madeWords } from '../made-words.ts'

/** What waited on this device and is gone from it, until its person has looked. */
export function LostHere() {
  const { lost, forgetLost } = useDesk()
  const [isLooked, setLooked] = useState(false)
  if (lost.length === 0 || isLooked) return null
  const looked = () => {
    setLooked(true)
    // What cannot be forgotten now is told again at the next start.
    forgetLost().catch(console.error)
  }
  return (
    <Callout tone="alarm">
      {lostHereWords(lost)}{' '}
      <Button size="small" onClick={looked}>
        I have looked
      </Button>
    </Callout>
  )
}

function lostHereWords(lost: Unreadable): string {
  const one = lost.length === 1
  const made = lost.filter(time => time !== null)
  const [when, then] = made.length > 0 ? [` Made ${madeWords(made)}.`, 'then'] : ['', 'here last']
  const many = made.length === lost.length ? '' : 'At least '
  const number = counted(lost.length, 'change')
  return `${many}${number} that waited on this device ${one ? 'is' : 'are'} lost: where ${one ? 'it was' : 'they were'} kept is damaged, or was deleted. Of what ${one ? 'it was' : 'they were'} about nothing is known here any more.${when} Look at what you did ${then}, and do ${one ? 'it' : 'them'} again where ${one ? 'it is' : 'they are'} missing.`
}
