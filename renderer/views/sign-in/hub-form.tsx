import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { ResultOf } from '../../../electron/contract.ts'
import type { Desktop } from '../../home/desktop.ts'

interface HubFormProps {
  readonly desktop: Pick<Desktop, 'chooseHub'>
  readonly hub: ResultOf<'hub'>
}

/** Where the hub is, or a demonstration without one. The operating system asks once more before anything changes. */
export function HubForm({ desktop, hub }: HubFormProps) {
  const [address, setAddress] = useState(hub.address ?? '')
  const [told, setTold] = useState<ResultOf<'chooseHub'> | 'failed' | null>(null)
  const choose = (wanted: string | null) =>
    void desktop.chooseHub(wanted).then(setTold, () => setTold('failed'))
  const use = (event: FormEvent) => {
    event.preventDefault()
    choose(address)
  }
  if (hub.fixed) return <p>{words.fixed}</p>
  const wrong = told === 'no-address' || told === 'failed'
  return (
    <form className="hub-form" noValidate onSubmit={use}>
      <Field
        label="Address of the hub"
        hint="Whoever runs the hub can tell you. It begins with https://"
        validationState={wrong ? 'error' : 'none'}
        validationMessage={wrong ? words[told] : null}
      >
        <Input
          type="url"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={address}
          onChange={(_, { value }) => setAddress(value)}
        />
      </Field>
      <div className="hub-buttons">
        <Button type="submit" appearance="primary">
          Use this hub
        </Button>
        {hub.kind !== 'embedded' && (
          <Button onClick={() => choose(null)}>Use a demonstration on this computer</Button>
        )}
      </div>
      <p role="status">{told !== null && !wrong && words[told]}</p>
    </form>
  )
}

const words: Readonly<Record<ResultOf<'chooseHub'> | 'failed', string>> = {
  chosen: 'The desk closes and opens again.',
  kept: 'Nothing is changed.',
  'no-address': 'Write an address that begins with https://, or names this computer.',
  fixed: 'The hub was named when the desk was started, so it cannot be changed here.',
  failed: 'It could not be kept on this device. The disk may be full: make room, then try again.',
}
