import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
} from '@fluentui/react-components'
import { type KeyboardEvent, useId, useState } from 'react'
import { foldWords } from '../../../shared/queries/search.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { type Action, fullNameOf, useActions } from '../../keyboard/action.ts'
import { whenUncovered } from '../../keyboard/when-uncovered.ts'
import { overlayOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'

/** Everything that can be done, by name; with some words typed already, what has those. */
export function Palette({ begun = '' }: { readonly begun?: string }) {
  const actions = useActions()
  const dispatch = useDeskDispatch()
  const [typed, setTyped] = useState(begun)
  const [place, setPlace] = useState(0)
  const id = useId()
  const found = matching(actions, typed)
  const current = Math.min(place, found.length - 1)
  const close = () => dispatch(overlayOpened(null))
  const choose = (action: Action | undefined) => {
    if (!action || action.whyNot !== null) return
    close()
    whenUncovered(action.run)
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) choose(found[current])
    else setPlace((current + step + found.length) % found.length)
  }
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className="palette" aria-label="Everything by name">
        <DialogBody>
          <DialogTitle>Everything by name</DialogTitle>
          <DialogContent>
            <Input
              className="palette-input"
              type="text"
              role="combobox"
              autoComplete="off"
              aria-label="What to do or where to go"
              aria-expanded
              aria-controls={id}
              aria-activedescendant={found.length > 0 ? `${id}${current}` : undefined}
              value={typed}
              onChange={(_, { value }) => {
                setTyped(value)
                setPlace(0)
              }}
              onKeyDown={move}
            />
            <PaletteList id={id} found={found} current={current} onChoose={choose} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

interface PaletteListProps {
  readonly id: string
  readonly found: readonly Action[]
  readonly current: number
  readonly onChoose: (action: Action) => void
}

function PaletteList({ id, found, current, onChoose }: PaletteListProps) {
  return (
    <div id={id} role="listbox" aria-label="What can be done" className="palette-list">
      {found.map((action, at) => (
        <PaletteOption
          key={action.id}
          id={`${id}${at}`}
          action={action}
          current={at === current}
          onChoose={() => onChoose(action)}
        />
      ))}
    </div>
  )
}

function matching(actions: readonly Action[], typed: string): readonly Action[] {
  const words = foldWords(typed).split(' ')
  return actions.filter(action => {
    const text = foldWords(`${action.section} ${action.name} ${fullNameOf(action)}`)
    return words.every(word => text.includes(word))
  })
}

interface PaletteOptionProps {
  readonly id: string
  readonly action: Action
  readonly current: boolean
  readonly onChoose: () => void
}

function PaletteOption({ id, action, current, onChoose }: PaletteOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, aria-activedescendant the option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-disabled={action.whyNot !== null}
      className="palette-option"
      ref={element => {
        if (current) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={onChoose}
    >
      <span className="quiet palette-section">{action.section}</span>
      <span>
        {fullNameOf(action)}
        {action.whyNot !== null && <span className="quiet"> – {action.whyNot}</span>}
      </span>
      <span>
        {action.keys.map(key => (
          <KeyCap key={key}>{key}</KeyCap>
        ))}
      </span>
    </div>
  )
}
