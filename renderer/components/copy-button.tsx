import { Button } from '@fluentui/react-components'
import { useState } from 'react'

interface CopyButtonProps {
  readonly text: string
  readonly name: string
  /** What it copies, where its name does not say that. */
  readonly of?: string
}

/** Puts a text where it can be pasted from, and says so; where that is not allowed, says that. */
export function CopyButton({ text, name, of }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied: select the text and copy it'),
    )
  return (
    <>
      <Button size="small" {...(of && { 'aria-label': `${name}: ${of}` })} onClick={() => void copy()}>
        {name}
      </Button>{' '}
      <span role="status" className="quiet">
        {said}
      </span>
    </>
  )
}
