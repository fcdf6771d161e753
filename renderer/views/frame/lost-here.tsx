import { Button } from '@fluentui/react-components'
import { use, useState } from 'react'
import { counted } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import { GridHandleContext } from '../../keyboard/grid-handle.ts'
import type { Unreadable } from '../../outbox/outbox.ts'
import { useDesk } from '../desk-context.ts'
import { madeWords } from '../made-words.ts'
import { toList } from '../to-list.ts'

/** What waited on this device and is gone from it, until its person has looked. */
export function LostHere() {
  const desk = useDesk()
  const grid = use(GridHandleContext)
  const [lost, setLost] = useState(() => desk.lost())
  if (lost.length === 0) return null
  const looked = () => {
    desk.forgetLost().catch(console.error)
    setLost(desk.lost())
    // The button that had the focus is gone.
    toList(grid)
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
