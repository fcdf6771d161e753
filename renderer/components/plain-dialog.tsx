import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface PlainDialogProps {
  readonly title: string
  readonly className: string
  /** Of what it holds, where that scrolls by itself. */
  readonly scrolling?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What lies over the desk until it is closed: something to read, or one thing to choose. */
export function PlainDialog({ title, className, scrolling, onClose, children }: PlainDialogProps) {
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={className}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent {...(scrolling !== undefined && { className: scrolling, tabIndex: 0 })}>
            {children}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
