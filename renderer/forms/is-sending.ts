import type { KeyboardEvent } from 'react'

/** Ctrl+Enter sends a form from any of its fields. */
export const isSending = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Enter' && (ctrlKey || metaKey)
