import { Button } from '@fluentui/react-components'
import { useState } from 'react'

/** Puts a text where it can be pasted from, and says so; where that is not allowed, says that. */
export function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const [said, setSaid] = useState<string | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied: select the text and copy it'),
    )
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        {name}
      </Button>{' '}
      <span role="status" className="quiet">
        {said}
      </span>
    </>
  )
}
