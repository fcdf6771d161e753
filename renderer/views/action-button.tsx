import { Button } from '@fluentui/react-components'
import { KeyCap } from '../components/key-cap.tsx'
import { useActions } from '../keyboard/action.ts'

/** The button of one action, where it can be done. */
export function ActionButton({ id }: { readonly id: string }) {
  const action = useActions().find(each => each.id === id)
  if (!action || action.whyNot !== null) return null
  return (
    <Button size="small" onClick={action.run}>
      {action.name}
      {action.keys[0] && <KeyCap>{action.keys[0]}</KeyCap>}
    </Button>
  )
}
