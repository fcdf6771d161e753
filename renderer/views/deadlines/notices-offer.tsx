import { Button } from '@fluentui/react-components'
import { askNoticePermission, useNoticePermission } from './use-notice-permission.ts'

/** Asked once, by a button and never by itself; whoever refused is not asked again. */
export function NoticesOffer() {
  const permission = useNoticePermission()
  if (permission !== 'default') return null
  return (
    <p className="note notices-offer">
      You can be told two hours before one passes, in working hours, without a name or a number.
      <Button size="small" onClick={() => void askNoticePermission()}>
        Tell me before a deadline
      </Button>
    </p>
  )
}
