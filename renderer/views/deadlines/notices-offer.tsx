import { Button } from '@fluentui/react-components'
import { askNoticePermission, useNoticePermission } from './use-notice-permission.ts'

/** Asked once, by a button and never by itself; whoever refused is not asked again. */
export function NoticesOffer() {
  const permission = useNoticePermission()
  if (permission !== 'default') return null
  return (
    <p className="note notices-offer">
      The desk can tell you two hours before a deadline passes, Monday to Friday from 08:00 to 18:00, without
      a name or a number.{' '}
      <Button size="small" onClick={() => void askNoticePermission()}>
        Tell me before a deadline
      </Button>
    </p>
  )
}
